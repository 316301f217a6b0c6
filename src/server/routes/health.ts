import type { Routes } from './route.ts';

/** `/healthz` says that the process runs, `/readyz` that it can answer; 503 while names are being indexed. */
export const healthRoutes: Routes = (server, { engine, readiness }) => {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const { hash } = engine.register;
    if (readiness.isReady) return { status: 'ok', register: hash };
    reply.code(503).header('retry-after', '5');
    return { status: 'indexing', register: hash };
  });
};
