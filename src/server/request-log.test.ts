import { PassThrough } from 'node:stream';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { logging, logRequests } from './request-log.ts';

async function logOf(wanted: boolean): Promise<string> {
  const stream = new PassThrough();
  const server = Fastify(logging(wanted, stream));
  logRequests(server);
  server.get('/v1/parties/:id', async () => 'known');
  server.get('/v1/broken', async (request) => {
    request.log.error({ err: new Error('broken') }, 'request failed');
    throw new Error('broken');
  });
  for (const url of ['/v1/parties/ivan-petrov?as=Maria+Lopez', '/v1/broken', '/Jane-Doe'])
    await server.inject({ url, headers: { host: 'jane.example' } });
  await server.close();
  stream.end();
  return String(stream.read() ?? '');
}

it('tells of every answer what, how and how long, and nothing of whom it is about', async () => {
  const log = await logOf(true);
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const answered = lines.filter(({ event }) => event === 'answered');
  expect(answered.map(({ route, status, level }) => [route, status, level])).toEqual([
    ['/v1/parties/:id', 200, 'info'],
    ['/v1/broken', 500, 'info'],
    ['none', 404, 'info'],
  ]);
  expect(answered[0]).toMatchObject({ method: 'GET', milliseconds: expect.any(Number) });
  expect(log).not.toMatch(/petrov|lopez|jane/i);
});

it('keeps the cause of a defect for whoever reads the log', async () => {
  expect(await logOf(true)).toContain('request-log.test.ts');
});

it('is silent where nobody asked for it', async () => {
  expect(await logOf(false)).toBe('');
});
