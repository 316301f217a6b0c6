import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ListStanding, listStandings, openArchive } from '../../archive/index.ts';
import { type Engine, engineVersion, shippedScenarios } from '../../engine/index.ts';
import { dayText, list } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const statusSchema = z
  .object({
    today: dayText,
    known: dayText,
    engine: z.string(),
    register: z.string().describe('Hash of all that answers rest on.'),
    parties: z.number(),
    casebook: z.object({ parties: z.number(), regimes: z.number(), events: z.number() }),
    lists: z.object({
      held: z.number(),
      stale: z.number(),
      missing: z.number(),
      newest: dayText.optional(),
      warnings: list(z.string()),
    }),
    portfolios: list(
      z.object({ id: z.string(), title: z.string(), invented: z.boolean(), assets: z.number() }),
    ),
    scenarios: list(z.object({ id: z.string(), title: z.string(), on: dayText })),
    deadlines: list(
      z.object({ day: dayText, text: z.string(), subjects: list(z.string()), verified: z.string() }),
    ).describe('The next deadlines of the casebook.'),
    reports: list(z.object({ title: z.string(), href: z.string() })),
  })
  .meta({ id: 'Status' });

/** What the start page shows: the state of the lists, the portfolios and scenarios at hand, the finished reports. */
export const statusRoutes: Routes = (server, { engine, reports }) => {
  // They come with the casebook and do not change while the service runs.
  let read: ReturnType<typeof shippedWith> | undefined;
  const shipped = () => {
    read ??= shippedWith(engine);
    return read;
  };
  server.get(
    '/v1/status',
    {
      schema: {
        summary: 'The state of the service: lists, portfolios, scenarios, finished reports',
        tags: ['service'],
        response: { 200: statusSchema },
      },
    },
    async () => ({
      today: engine.today,
      known: engine.known,
      engine: engineVersion,
      register: engine.register.hash,
      parties: engine.register.size,
      casebook: {
        parties: engine.casebook.parties.length,
        regimes: engine.casebook.regimes.length,
        events: engine.casebook.events.length,
      },
      lists: listState(engine),
      ...shipped(),
      deadlines: engine.casebook.events
        .filter((event) => event.status === 'deadline' && event.day.earliest >= engine.today)
        .sort((a, b) => (a.day.earliest < b.day.earliest ? -1 : 1))
        .slice(0, 5)
        .map(({ day, text, subjects, provenance }) => {
          return { day: day.earliest, text, subjects, verified: provenance.verified };
        }),
      reports: finishedReports(reports),
    }),
  );
};

function shippedWith(engine: Engine): Pick<z.output<typeof statusSchema>, 'portfolios' | 'scenarios'> {
  return {
    portfolios: engine.casebook.portfolios.map(({ id }) => {
      const { portfolio } = engine.portfolio(id);
      const { title, invented, assets } = portfolio;
      return { id, title, invented, assets: assets.length };
    }),
    scenarios: shippedScenarios(engine.casebook).map(({ id }) => {
      const { title, on } = engine.scenario(id);
      return { id, title, on };
    }),
  };
}

function listState(engine: Engine): z.output<typeof statusSchema>['lists'] {
  const standings = listStandings(openArchive(engine.home), engine.today);
  const held = standings.filter(({ live }) => live !== undefined);
  const newest = held
    .map(({ live }) => live!.published)
    .sort()
    .at(-1);
  return {
    held: held.length,
    stale: held.filter(({ state }) => state === 'stale').length,
    missing: standings.length - held.length,
    ...(newest === undefined ? {} : { newest }),
    warnings: [...newerVersions(engine, held), ...held.flatMap(({ warnings }) => warnings)],
  };
}

/** Lists of which a version was taken in since the service began, which goes on answering from those before it. */
function newerVersions({ versions }: Engine, held: readonly ListStanding[]): string[] {
  const used = new Set(versions.map(({ sha256 }) => sha256));
  const newer = held.filter(({ live }) => !used.has(live!.sha256)).map(({ source }) => source);
  if (newer.length === 0) return [];
  return [
    `Taken in since this service was started, and not yet used by it: ${newer.join(', ')}. Start it again.`,
  ];
}

/** Reports by the title that stands in them. */
function finishedReports(folder: string): { title: string; href: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').slice(0, 20_000);
      const title = /<title>([^<]+)<\/title>/.exec(text)?.[1];
      return { title: title ?? name.replace(/\.html$/, ''), href: `/reports/${encodeURIComponent(name)}` };
    });
}
