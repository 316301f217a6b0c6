import { z } from 'zod';
import { type Engine, scenarioWords, shippedScenarios } from '../../engine/index.ts';
import { type Day, daySchema, Fault } from '../../model/index.ts';
import { parseScenario, type Scenario } from '../../rehearsal/index.ts';

/** A scenario in an address: one that ships, or one put together from few words. */
export const scenarioQuery = {
  scenario: z.string().optional().describe('A scenario that ships; without it, one is made from the rest.'),
  party: z
    .string()
    .optional()
    .describe('Whom to list: id, exact name or identifier; several with “;” between.'),
  regime: z.string().optional().describe('The regime to list the party on, such as us-ofac-sdn-glomag.'),
  allies: z.string().optional().describe('Regimes that follow, with commas between.'),
  delay: z.coerce.number().int().min(0).max(3650).optional().describe('Days after which they follow.'),
  licence: z.string().optional().describe('A precedent, or a number of days for a wind-down licence.'),
  covers: z.enum(['parties', 'owned entities only']).optional().describe('Whom the licence covers.'),
  on: daySchema.optional().describe('The day rehearsed; that of the scenario where absent.'),
};
export type ScenarioQuery = z.output<z.ZodObject<typeof scenarioQuery>>;

/** The scenario that is rehearsed where nobody names one. */
export const firstScenario = 'hikvision-sdn';

/**
 * The scenario that an address asks for. Throws the faults of scenario files: unknown words, contradictions; and
 * `AS_FILE_MISSING` for a scenario that does not ship: an address never opens a file.
 */
export function askedScenario(engine: Engine, query: ScenarioQuery): Scenario {
  refuseHalves(query);
  if (query.party === undefined) {
    const id = query.scenario ?? firstScenario;
    const shipped = shippedScenarios(engine.casebook).map((one) => one.id);
    if (!shipped.includes(id)) {
      throw new Fault('AS_FILE_MISSING', `There is no scenario “${id}”.`, {
        remedy: `Scenarios: ${shipped.join(', ')}.`,
      });
    }
    return engine.scenario(id, query.on);
  }
  const words = scenarioWords(engine.casebook, engine.resolve);
  const text = JSON.stringify(composed(engine, query, query.party), null, 1);
  return { ...parseScenario(text, 'the scenario asked for', words), id: 'composed' };
}

/** How a party is listed belongs to a party, and a scenario that ships has its own: neither is passed over. */
function refuseHalves({ scenario, party, ...query }: ScenarioQuery): void {
  if (scenario !== undefined && party !== undefined)
    throw new Fault('AS_USAGE', 'Both a scenario and a party are named.', {
      remedy: 'Name a scenario that ships, or a party to list; not both.',
    });
  const halves = (['regime', 'allies', 'delay', 'licence', 'covers'] as const).filter(
    (name) => query[name] !== undefined,
  );
  if (party === undefined && halves.length > 0)
    throw new Fault(
      'AS_USAGE',
      `Nobody is named whom ${halves.map((name) => `“${name}”`).join(', ')} is about.`,
      {
        remedy: 'Name the party to list with “party”; scenarios that ship have theirs.',
      },
    );
}

/** JSON is YAML too: the same reader and the same errors as for a file. */
function composed(engine: Engine, query: ScenarioQuery, asked: string): unknown {
  const on: Day = query.on ?? engine.today;
  const regime = query.regime ?? 'us-ofac-sdn-glomag';
  const party = split(asked, ';');
  const allies = split(query.allies ?? '', ',');
  const days = Number(query.licence);
  const isCount = Number.isInteger(days) && days > 0;
  return {
    title: `${party.map((one) => captionOf(engine, one)).join(' and ')}: ${engine.regimeTitle(regime)}`,
    on,
    list: [{ party, regime }],
    ...(allies.length > 0 ? { allies: [{ regime: allies, after: query.delay ?? 0 }] } : {}),
    ...(query.licence
      ? {
          licences: [
            isCount
              ? { name: 'Wind-down licence assumed', days, covers: query.covers ?? 'parties' }
              : { template: query.licence, ...(query.covers ? { covers: query.covers } : {}) },
          ],
        }
      : {}),
  };
}

function captionOf(engine: Engine, text: string): string {
  const party = engine.resolve(text);
  return engine.register.party(party)?.caption ?? text;
}

function split(text: string, sign: string): string[] {
  return text
    .split(sign)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
