import type { Routes } from '../routes/route.ts';
import { algorithms } from './algorithms.ts';
import { catalogOf } from './datasets.ts';
import { entityRoutes } from './entities.ts';
import { matchRoutes } from './match.ts';
import { reconcileRoutes } from './reconcile.ts';
import { searchRoutes } from './search.ts';

const tags = ['compatible with OpenSanctions'];

/** Addresses and shapes of yente, so that its clients work when their base address is changed. */
export const openSanctionsRoutes: Routes = async (server, options) => {
  for (const url of ['/catalog', '/manifest'])
    server.get(url, { schema: { summary: 'The lists held, as datasets', tags } }, async () =>
      catalogOf(options.engine),
    );
  server.get('/algorithms', { schema: { summary: 'How names are matched', tags } }, async () => algorithms);
  await matchRoutes(server, options);
  await searchRoutes(server, options);
  await entityRoutes(server, options);
  await reconcileRoutes(server, options);
};
