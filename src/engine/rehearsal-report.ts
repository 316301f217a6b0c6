import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import { reportHtml, type TimelineBar } from '../report/index.ts';
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
    bars: scenario.assumptions.flatMap(({ assumption, words }): TimelineBar[] => {
      if (assumption.from === undefined) return [];
      const until =
        'until' in assumption && assumption.until !== undefined ? { until: assumption.until } : {};
      if (assumption.kind === 'licence')
        return [{ label: assumption.name, kind: 'licence', from: assumption.from, ...until }];
      const label = assumption.kind === 'listing' ? engine.regimeTitle(assumption.regime) : words;
      return [
        { label, kind: assumption.kind === 'listing' ? 'listing' : 'other', from: assumption.from, ...until },
      ];
    }),
    counterMeasures: engine.casebook.regimes
      .filter(({ family }) => family === 'counter-measure')
      .flatMap((regime) =>
        regime.provisions.map(({ says, citation, verified }) => ({
          regime: regime.name,
          says,
          citation,
          verified,
        })),
      ),
    jurisdictionOf: (id) => engine.casebook.regimes.find((regime) => regime.id === id)?.jurisdiction ?? '',
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
