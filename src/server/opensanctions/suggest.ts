import { z } from 'zod';
import type { Routes } from '../routes/route.ts';
import { findPartOfName } from '../search/part-of-name.ts';
import { datasetTitle, memberTest } from './datasets.ts';
import { datasetsOf } from './entity.ts';
import { allSchemata, type Labelled, labelledSchema, propertiesOf } from './ftm-model.ts';

const tags = ['compatible with OpenSanctions'];
const schema = {
  tags,
  params: z.object({ dataset: z.string() }),
  querystring: z.looseObject({
    prefix: z.string().max(300).default(''),
    limit: z.coerce.number().int().min(1).max(500).default(10),
  }),
};

/** What OpenRefine offers while one types: entities, schemata, properties. */
export const suggestRoutes: Routes = (server, { engine }) => {
  server.get(
    '/reconcile/:dataset/suggest/entity',
    { schema: { summary: 'Entities with a name that has these words', ...schema } },
    async ({ params, query: { prefix, limit } }) => {
      const isMember = memberTest(engine, params.dataset);
      const like = engine.names.search(prefix, { limit: 500 }).map(({ id }) => id);
      const parts = findPartOfName(engine, prefix).map(({ party }) => party as string);
      const found = [...new Set([...like, ...parts])].filter(isMember).slice(0, limit);
      return {
        prefix,
        result: found.flatMap((id) => {
          const party = engine.register.party(id);
          if (!party) return [];
          const lists = datasetsOf(engine, id).map((one) => datasetTitle(engine, one));
          return [
            {
              id: party.id,
              name: party.caption,
              description: lists.join('; '),
              type: [labelledSchema(party.schema)],
              notable: [labelledSchema(party.schema)],
            },
          ];
        }),
      };
    },
  );

  const matching = (prefix: string) => {
    const wanted = prefix.trim().toLowerCase();
    return ({ id, name }: Labelled) =>
      id.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted);
  };
  server.get(
    '/reconcile/:dataset/suggest/type',
    { schema: { summary: 'Schemata with these letters', ...schema } },
    async ({ query: { prefix, limit } }) => ({
      prefix,
      result: allSchemata().filter(matching(prefix)).slice(0, limit),
    }),
  );
  server.get(
    '/reconcile/:dataset/suggest/property',
    { schema: { summary: 'Properties with these letters', ...schema } },
    async ({ query: { prefix, limit } }) => ({
      prefix,
      result: propertiesOf()
        .filter(matching(prefix))
        .slice(0, limit)
        .map(({ id, name, of }) => ({ id, name, description: `of ${labelledSchema(of).name}` })),
    }),
  );
};
