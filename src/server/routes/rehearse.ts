import { z } from 'zod';
import { type Engine, rehearsalReport, shippedScenarios } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import type { Rehearsal } from '../../rehearsal/index.ts';
import { calendarOf, changesCsv } from '../../report/index.ts';
import { heldPortfolios } from '../held-portfolios.ts';
import { askedScenario, scenarioQuery } from '../rehearse/asked-scenario.ts';
import { describeRehearsals } from '../rehearse/describe-rehearsal.ts';
import { KeptRehearsals } from '../rehearse/kept-rehearsals.ts';
import { rehearsalSchema, scenariosSchema, sensitivitySchema } from '../schemas/rehearsal.ts';
import type { Routes } from './route.ts';

const querystring = z.strictObject({
  ...scenarioQuery,
  portfolio: z
    .string()
    .optional()
    .describe('Ids of portfolios with commas between; the demo portfolios where absent.'),
});
type Query = z.output<typeof querystring>;

/** Regimes that list parties by name and so can be supposed to list another. */
const listing = (engine: Engine) =>
  engine.casebook.regimes.filter(
    ({ trigger, family }) => trigger === 'listing' && family !== 'ownership rule',
  );

/** Rehearsals: what a designation would change, before it happens. */
export const rehearseRoutes: Routes = (server, { engine }) => {
  const held = heldPortfolios(engine);
  const kept = new KeptRehearsals(engine);
  const rehearse = async (query: Query, withoutSensitivity: boolean) => {
    const scenario = askedScenario(engine, query);
    const ids = (query.portfolio ?? '').split(',').filter((id) => id !== '');
    const wanted = ids.length > 0 ? ids : engine.casebook.portfolios.map(({ id }) => id);
    if (wanted.length > 10) throw new Fault('AS_USAGE', 'At most ten portfolios are rehearsed at a time.');
    const portfolios = wanted.map((id) => held.get(id).portfolio);
    const rehearsals = await kept.all(scenario, portfolios, { withoutSensitivity });
    return { scenario, rehearsals };
  };

  server.get(
    '/v1/scenarios',
    {
      schema: {
        summary: 'Scenarios that ship, and the words to put one together',
        tags: ['rehearsal'],
        response: { 200: scenariosSchema },
      },
    },
    async () => ({
      scenarios: shippedScenarios(engine.casebook).map(({ id }) => {
        const { title, note, on, assumptions } = engine.scenario(id);
        const listed = assumptions.find(
          ({ group, assumption }) => group === 'designation' && assumption.kind === 'listing',
        )?.assumption;
        return {
          id,
          title,
          on,
          assumptions: assumptions.map(({ words }) => words),
          ...(note === undefined ? {} : { note }),
          ...(listed?.kind === 'listing' ? { party: listed.party, regime: listed.regime } : {}),
        };
      }),
      portfolios: held.ids().map((id) => {
        const { title, invented, assets } = held.get(id).portfolio;
        return { id, title, invented, assets: assets.length };
      }),
      regimes: listing(engine).map(({ id, short, name, jurisdiction, family }) => ({
        id,
        short,
        name,
        jurisdiction,
        family,
      })),
      precedents: engine.casebook.precedents.map(
        ({ id, title, days, covers, conditions, citation, provenance }) => ({
          id,
          title,
          days,
          covers,
          conditions,
          citation,
          verified: provenance.verified,
        }),
      ),
    }),
  );

  server.get(
    '/v1/rehearse',
    {
      schema: {
        summary: 'Portfolios before and after a scenario, grouped, with the shock map laid out',
        tags: ['rehearsal'],
        querystring,
        response: { 200: rehearsalSchema },
      },
    },
    async ({ query }) => {
      const { scenario, rehearsals } = await rehearse(query, true);
      return describeRehearsals(engine, scenario, rehearsals);
    },
  );

  server.get(
    '/v1/rehearse/sensitivity',
    {
      schema: {
        summary:
          'What moves the result of a rehearsal most: each assumption left out, each missing fact turned',
        tags: ['rehearsal'],
        querystring,
        response: { 200: sensitivitySchema },
      },
    },
    async ({ query }) => ({
      portfolios: (await rehearse(query, false)).rehearsals.map(({ portfolio, sensitivity }) => ({
        id: portfolio.id,
        title: portfolio.title,
        rows: sensitivity,
      })),
    }),
  );

  const file = (
    path: string,
    summary: string,
    type: string,
    write: (asked: { scenario: ReturnType<typeof askedScenario>; rehearsals: Rehearsal[] }) => string,
    disposition: 'inline' | 'attachment',
  ) =>
    server.get(
      `/v1/rehearse/${path}`,
      { schema: { summary, tags: ['rehearsal'], querystring } },
      async ({ query }, reply) => {
        const asked = await rehearse(query, false);
        const name = `${asked.scenario.id}-${asked.scenario.on}.${path.split('.').at(-1)}`;
        return reply
          .type(type)
          .header('content-disposition', `${disposition}; filename="${name}"`)
          .send(write(asked));
      },
    );

  file(
    'report.html',
    'The report as one self-contained page',
    'text/html; charset=utf-8',
    ({ scenario, rehearsals }) => rehearsalReport(engine, scenario, rehearsals),
    'inline',
  );
  file(
    'changes.csv',
    'Every changed dealing as CSV',
    'text/csv; charset=utf-8',
    ({ rehearsals }) => changesCsv(rehearsals),
    'attachment',
  );
  file(
    'rehearsal.json',
    'The whole result as JSON',
    'application/json; charset=utf-8',
    ({ scenario, rehearsals }) => {
      const listStandings = engine.listStandings(scenario.on);
      const answers = rehearsals.map((rehearsal) => ({ ...rehearsal, listStandings }));
      return `${JSON.stringify(answers, null, 2)}\n`;
    },
    'attachment',
  );
  file(
    'deadlines.ics',
    'The deadlines as a calendar file',
    'text/calendar; charset=utf-8',
    ({ scenario, rehearsals }) =>
      calendarOf(
        scenario.title,
        scenario.on,
        rehearsals.flatMap(({ deadlines }) => deadlines),
      ),
    'attachment',
  );
};
