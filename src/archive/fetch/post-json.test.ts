import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, FaultServer, localSettings, redirect } from './fault-server.fixture.ts';
import { type PostOptions, postJson } from './post-json.ts';

describe('posting a message', () => {
  const server = new FaultServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  const waits: number[] = [];
  const options: PostOptions = {
    settings: localSettings,
    waiting: { sleep: async (wait) => void waits.push(wait), random: () => 0 },
    now: () => 0,
  };
  const post = (path: string) => postJson(server.url(path), '{"á":1}', options);
  const asked = (path: string) => server.requests.filter((request) => request.path === path).length;

  it('sends the text as JSON by POST', async () => {
    let seen: { request: IncomingMessage; body: string } | undefined;
    server.on('/hook', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        seen = { request, body };
        response.writeHead(204).end();
      });
    });
    await post('/hook');
    expect(seen!.request.method).toBe('POST');
    expect(seen!.request.headers['content-type']).toBe('application/json');
    expect(seen!.body).toBe('{"á":1}');
  });

  it('tries again where the server is busy, as long as it asks to wait', async () => {
    server.on('/busy', answer('', { 'retry-after': '7' }, 503), answer('', {}, 500), answer(''));
    waits.length = 0;
    await post('/busy');
    expect(asked('/busy')).toBe(3);
    expect(waits).toEqual([7000, 1000]);
  });

  it('gives up with a fault of its own after the last attempt', async () => {
    server.on('/down', answer('', {}, 503));
    await expect(post('/down')).rejects.toMatchObject({ code: 'AS_NOTIFY' });
    expect(asked('/down')).toBe(localSettings.attempts);
  });

  it.each([
    ['a refusal', '/refusing', answer('no', {}, 403)],
    ['a redirect', '/moved', redirect('http://127.0.0.1:9/elsewhere', 307)],
  ])('does not try again after %s, nor go elsewhere', async (_what, path, play) => {
    server.on(path, play);
    await expect(post(path)).rejects.toMatchObject({ code: 'AS_NOTIFY' });
    expect(asked(path)).toBe(1);
  });

  it('tries again where the line breaks', async () => {
    server.on('/broken', (request) => void request.socket.destroy(), answer(''));
    await post('/broken');
    expect(asked('/broken')).toBe(2);
  });

  it.each([
    ['http://127.0.0.1:1/x', 'AS_FETCH'],
    ['https://10.0.0.1/x', 'AS_FETCH'],
    ['http://example.org/x', 'AS_FETCH'],
    ['file:///etc/passwd', 'AS_USAGE'],
    ['not an address', 'AS_USAGE'],
  ])('never contacts %s unless the settings allow the host', async (address, code) => {
    const settings = { ...localSettings, allowHosts: [] };
    await expect(postJson(address, '{}', { ...options, settings })).rejects.toMatchObject({ code });
  });
});
