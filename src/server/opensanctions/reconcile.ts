import { z } from 'zod';
import { Fault } from '../../model/index.ts';
import type { Routes } from '../routes/route.ts';
import { memberTest } from './datasets.ts';
import { findLike } from './find.ts';

const querySchema = z.looseObject({
  query: z.string(),
  type: z.string().nullish(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
  properties: z.array(z.looseObject({ pid: z.string(), v: z.unknown() })).default([]),
});
const queriesSchema = z.record(z.string(), querySchema);
const paramsSchema = z.object({ dataset: z.string() });
const tags = ['compatible with OpenSanctions'];
/** From here a hit is worth a look; OpenRefine takes over none without being told to. */
const leastScore = 0.5;

/** The reconciliation service that OpenRefine speaks with. */
export const reconcileRoutes: Routes = (server, { engine }) => {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );

  server.get(
    '/reconcile/:dataset',
    { schema: { summary: 'What the reconciliation service offers', tags, params: paramsSchema } },
    async ({ params, host, protocol }) => {
      memberTest(engine, params.dataset);
      const base = `${protocol}://${host}`;
      return {
        versions: ['0.2'],
        name: `Aftershock (${params.dataset})`,
        identifierSpace: `${base}/entities`,
        schemaSpace: 'https://followthemoney.tech/explorer/',
        view: { url: `${base}/party/{{id}}` },
        defaultTypes: ['Person', 'Company', 'Organization', 'Vessel'].map((id) => ({ id, name: id })),
        batchSize: 50,
      };
    },
  );

  server.post(
    '/reconcile/:dataset',
    {
      schema: {
        summary: 'Reconcile names; “queries” is JSON in a form field',
        tags,
        params: paramsSchema,
        body: z.looseObject({ queries: z.string() }),
      },
    },
    async ({ params, body }) => {
      const isMember = memberTest(engine, params.dataset);
      const answers = Object.entries(read(body.queries)).map(([name, asked]) => {
        const properties = Object.groupBy(asked.properties, ({ pid }) => pid);
        const given = Object.entries(properties).map(([pid, values]) => [pid, values?.map(({ v }) => v)]);
        const example = {
          schema: asked.type ?? 'LegalEntity',
          properties: { ...Object.fromEntries(given), name: [asked.query] },
        };
        const blank = asked.query.trim() === '';
        const results = blank
          ? []
          : findLike(engine, example, { limit: asked.limit, threshold: leastScore, isMember }).results;
        const result = results.map(({ id, caption, schema, score, datasets }) => ({
          id,
          name: caption,
          description: datasets.join(', '),
          type: [{ id: schema, name: schema }],
          score: Math.round(score * 100),
          // A name alone never decides that two are one.
          match: false,
        }));
        return [name, { result }];
      });
      return Object.fromEntries(answers);
    },
  );
};

function read(text: string): z.output<typeof queriesSchema> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new Fault('AS_USAGE', 'The field “queries” is not JSON.', { cause });
  }
  const queries = queriesSchema.safeParse(given);
  if (queries.success) return queries.data;
  const [issue] = queries.error.issues;
  throw new Fault('AS_USAGE', `queries.${issue?.path.join('.')}: ${issue?.message}`);
}
