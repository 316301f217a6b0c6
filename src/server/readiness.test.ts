import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import type { Engine } from '../engine/index.ts';
import { Readiness } from './readiness.ts';
import { healthRoutes } from './routes/health.ts';
import type { RouteOptions } from './routes/route.ts';

// Of an engine, these ask for nothing more.
const engine = (needsIndex: boolean) => ({ needsIndex, register: { hash: 'f' } }) as unknown as Engine;

function serverWith(readiness: Readiness) {
  const server = Fastify().withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  readiness.holdRequests(server);
  healthRoutes(server, { engine: engine(false), readiness } as RouteOptions);
  server.get('/v1/anything', async () => 'answered');
  server.get('/*', async () => 'a file of the pages');
  server.setNotFoundHandler((_request, reply) => reply.send('the page'));
  return server;
}

it('runs, is not ready, and lets requests wait while names are being indexed', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const server = serverWith(new Readiness(engine(true), () => promise));
  expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' });
  const early = await server.inject('/readyz');
  expect([early.statusCode, early.json()]).toEqual([503, { status: 'indexing', register: 'f' }]);
  expect(early.headers['retry-after']).toBe('5');
  let answered = false;
  const waiting = server.inject('/v1/anything').then((answer) => {
    answered = true;
    return answer;
  });
  await new Promise((turn) => setImmediate(turn));
  expect(answered).toBe(false);
  resolve();
  expect((await waiting).body).toBe('answered');
  expect((await server.inject('/readyz')).json()).toEqual({ status: 'ok', register: 'f' });
});

it('hands out the pages meanwhile, which say that their data takes a while', async () => {
  const server = serverWith(new Readiness(engine(true), () => new Promise(() => {})));
  expect((await server.inject('/assets/index.js')).body).toBe('a file of the pages');
  expect((await server.inject({ method: 'POST', url: '/party/hikvision' })).body).toBe('the page');
});

it('answers at once where the index is held', async () => {
  const server = serverWith(
    new Readiness(engine(false), async () => {
      throw new Error('not to be asked');
    }),
  );
  expect((await server.inject('/readyz')).statusCode).toBe(200);
  expect((await server.inject('/v1/anything')).body).toBe('answered');
});

it('goes on where the thread failed: who asks builds the index and hears what is wrong', async () => {
  const server = serverWith(new Readiness(engine(true), () => Promise.reject(new Error('no thread'))));
  expect((await server.inject('/v1/anything')).body).toBe('answered');
});
