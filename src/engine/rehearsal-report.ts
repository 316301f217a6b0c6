import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import { reportHtml } from '../report/index.ts';
import type { Engine } from './engine.ts';

/** The report of rehearsals of one scenario, with the observations that others published about the party in question. */
export function rehearsalReport(
  engine: Engine,
  scenario: Scenario,
  rehearsals: readonly Rehearsal[],
): string {
  const designated = scenario.assumptions.flatMap(({ assumption }) =>
    'party' in assumption ? [assumption.party] : [],
  );
  const epicentre = epicentreOf(engine, scenario);
  return reportHtml({
    rehearsals,
    epicentre,
    observations: engine.casebook.observations.filter((observation) =>
      designated.some((party) => party === observation.subject),
    ),
    regimeTitle: engine.regimeTitle,
  });
}

/** The name in the middle of the shock map: the shortest that the designated party is known by. */
export function epicentreOf(engine: Engine, scenario: Scenario): string {
  const designated = scenario.assumptions.flatMap(({ assumption }) =>
    'party' in assumption ? [assumption.party] : [],
  )[0];
  return designated === undefined ? scenario.title : shortName(engine, designated);
}

function shortName(engine: Engine, party: string): string {
  const names = engine.register.party(party)?.names ?? [];
  const brand = names
    .filter((name) => /^[\p{Script=Latin} .-]+$/u.test(name.text) && name.kind !== 'primary')
    .sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
  return brand.find((name) => name.text.length >= 4)?.text ?? engine.register.party(party)?.caption ?? party;
}
