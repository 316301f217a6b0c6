import { z } from 'zod';
import { checkNamedLists, deltaCsv, diffLists, type ListDelta, openArchive } from '../../archive/index.ts';
import { type Day, daySchema, Fault } from '../../model/index.ts';
import { heldPortfolios } from '../held-portfolios.ts';
import { sendLines } from '../line-stream.ts';
import { entryKey, type TouchedPortfolio, touchesOf, touchSchema } from '../lists/touches.ts';
import { dayText, list, paging } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const versionSchema = z.object({
  published: dayText,
  sha256: z.string(),
  format: z.string(),
  entries: z.number(),
});

const entrySchema = z
  .object({
    list: z.string(),
    entry: z.string(),
    name: z.string(),
    party: z.string().optional().describe('Id of the party, where the register has it now.'),
    schema: z.string(),
    regimes: list(z.string()),
    state: z.enum(['added', 'removed', 'changed']),
    changes: list(
      z.object({
        kind: z.string(),
        about: z.string().optional(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    touches: list(touchSchema).describe('Held portfolios that it may touch.'),
  })
  .meta({ id: 'EntryDelta' });

const diffSchema = z
  .object({
    from: dayText,
    to: dayText,
    lists: list(
      z.object({
        source: z.string(),
        title: z.string(),
        from: versionSchema.optional(),
        to: versionSchema.optional(),
        added: z.number(),
        removed: z.number(),
        changed: z.number(),
        notices: list(z.string()),
      }),
    ),
    regimes: z.record(z.string(), z.string()).describe('Short names of the regimes named.'),
    entries: list(entrySchema),
    total: z.number(),
    touching: z.number().describe('Changed entries, of any state, that may touch a held portfolio.'),
    next: z.number().optional(),
  })
  .meta({ id: 'ListsDelta' });

/** What changed on the lists between two days. */
export const diffRoutes: Routes = (server, { engine }) => {
  const held = heldPortfolios(engine);
  let last: Compared | undefined;
  const compared = (from: Day, to: Day, lists: readonly string[] | undefined): Compared => {
    const archive = openArchive(engine.home);
    checkNamedLists(archive, lists ?? []);
    const key = JSON.stringify([from, to, lists, held.ids(), archive.ledger.versions().length]);
    // Reading on page by page must not compare anew.
    if (last?.key !== key) {
      const deltas = diffLists(archive, from, to, lists);
      last = { key, deltas, touches: touchesOf(engine, held, deltas) };
    }
    return last;
  };

  server.get(
    '/v1/diff',
    {
      schema: {
        summary: 'What changed between two days, list by list and entry by entry',
        description:
          'As pages of JSON; or, with format=jsonl or csv, everything as a stream, one entry or one change a line.',
        tags: ['lists'],
        querystring: z.object({
          from: daySchema,
          to: daySchema,
          lists: z.string().optional().describe('Ids with commas between; all lists where absent.'),
          state: z.enum(['added', 'removed', 'changed']).optional(),
          portfolio: z
            .string()
            .optional()
            .describe('Only what may touch the portfolio of this id, or with “mine” any that is held.'),
          format: z.enum(['json', 'jsonl', 'csv']).default('json'),
          ...paging,
        }),
        response: { 200: diffSchema },
      },
    },
    async ({ query }, reply) => {
      const { from, to, limit, after, state } = query;
      if (from > to)
        throw new Fault('AS_USAGE', '“from” is after “to”.', { remedy: 'Give the earlier day as “from”.' });
      const wanted = query.lists?.split(',').map((id) => id.trim());
      const { deltas: whole, touches } = compared(from, to, wanted);
      if (query.portfolio !== undefined && query.portfolio !== 'mine') held.get(query.portfolio);
      const touchesOfEntry = (list: string, entry: string) => touches.get(entryKey(list, entry)) ?? [];
      const deltas = query.portfolio === undefined ? whole : touching(whole, query.portfolio, touchesOfEntry);
      if (query.format !== 'json') {
        const lines = query.format === 'csv' ? csvLines(deltas) : entryLines(deltas);
        return sendLines(reply, { name: `diff-${from}-${to}`, format: query.format }, lines);
      }
      const all = deltas.flatMap((delta) =>
        delta.entries
          .filter((entry) => state === undefined || entry.state === state)
          .map((entry) => ({ ...entry, list: delta.source })),
      );
      const page = all.slice(after, after + limit);
      const named = new Set(page.flatMap((entry) => entry.regimes));
      return {
        from,
        to,
        regimes: Object.fromEntries([...named].sort().map((id) => [id, engine.regimeTitle(id)])),
        lists: deltas.map(({ entries: _entries, ...delta }) => delta),
        entries: page.map((entry) => {
          const party = engine.register.resolve(`${entry.list}:${entry.entry}`);
          return {
            ...entry,
            ...(party === undefined ? {} : { party }),
            touches: touchesOfEntry(entry.list, entry.entry),
          };
        }),
        total: all.length,
        touching: touches.size,
        ...(after + limit < all.length ? { next: after + limit } : {}),
      };
    },
  );
};

interface Compared {
  readonly key: string;
  readonly deltas: readonly ListDelta[];
  readonly touches: ReadonlyMap<string, readonly TouchedPortfolio[]>;
}

/** The deltas with those entries alone that may touch the portfolio, counted anew. */
function touching(
  deltas: readonly ListDelta[],
  portfolio: string,
  touchesOfEntry: (list: string, entry: string) => readonly TouchedPortfolio[],
): ListDelta[] {
  return deltas.map((delta) => {
    const entries = delta.entries.filter(({ entry }) =>
      touchesOfEntry(delta.source, entry).some((one) => portfolio === 'mine' || one.portfolio === portfolio),
    );
    const count = (state: string) => entries.filter((entry) => entry.state === state).length;
    return { ...delta, added: count('added'), removed: count('removed'), changed: count('changed'), entries };
  });
}

function* entryLines(deltas: readonly ListDelta[]): Generator<string> {
  for (const delta of deltas)
    for (const entry of delta.entries) yield `${JSON.stringify({ list: delta.source, ...entry })}\n`;
}

function* csvLines(deltas: readonly ListDelta[]): Generator<string> {
  for (const line of deltaCsv(deltas)) yield line.endsWith('\n') ? line : `${line}\r\n`;
}
