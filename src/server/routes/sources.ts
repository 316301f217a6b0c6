import { z } from 'zod';
import { sources } from '../../sources/index.ts';
import type { Routes } from './route.ts';

const sourcesSchema = z
  .object({ sources: z.record(z.string(), z.string()).describe('Titles by code.') })
  .meta({ id: 'Sources' });

const listTitles = Object.fromEntries(sources.map(({ id, title }) => [id, title]));

/** What the codes stand for by which facts of the casebook name their sources. */
export const sourceRoutes: Routes = (server, { engine }) => {
  server.get(
    '/v1/sources',
    {
      schema: {
        summary: 'The sources of the casebook and the official lists, by the codes that facts name',
        tags: ['service'],
        response: { 200: sourcesSchema },
      },
    },
    async () => ({ sources: { ...listTitles, ...engine.casebook.sources } }),
  );
};
