import type { Routes } from './route.ts';

/** `/healthz` says that the process runs, `/readyz` that it can answer. */
export const healthRoutes: Routes = (server, { engine }) => {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async () => ({ status: 'ok', register: engine.register.hash }));
};
