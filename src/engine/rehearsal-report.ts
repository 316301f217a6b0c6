import type { PartyId } from '../model/index.ts';
import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import { type ReportInput, reportHtml, supposedInBrief, type TimelineBar } from '../report/index.ts';
import type { Engine } from './engine.ts';
import { publishedAbout } from './published-about.ts';

/** The report of rehearsals of one scenario, with the observations that others published about the parties and regimes in question. */
export function rehearsalReport(
  engine: Engine,
  scenario: Scenario,
  rehearsals: readonly Rehearsal[],
): string {
  const subjects = scenario.assumptions.flatMap(({ assumption }) => [
    ...('party' in assumption ? [assumption.party] : []),
    ...('regime' in assumption ? [assumption.regime] : []),
  ]);
  const epicentre = epicentreOf(engine, scenario);
  return reportHtml({
    rehearsals,
    supposed: supposedBy(engine, scenario),
    epicentre,
    observations: publishedAbout(subjects, engine.casebook.observations),
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
    legalBases: legalBases(engine, scenario),
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

/** What a scenario supposes, in few statements with the names of the register. */
export function supposedBy(engine: Engine, scenario: Scenario): string[] {
  return supposedInBrief(scenario, {
    caption: (party) => engine.register.party(party as PartyId)?.caption ?? party,
    regimeTitle: engine.regimeTitle,
  });
}

/** The law behind each list that somebody is put on or taken off, in the order of the assumptions. */
function legalBases(engine: Engine, scenario: Scenario): ReportInput['legalBases'] {
  const regimes = new Map(engine.casebook.regimes.map((regime) => [regime.id, regime]));
  const ids = scenario.assumptions.flatMap(({ assumption }) =>
    assumption.kind === 'listing' || assumption.kind === 'delisting' ? [assumption.regime] : [],
  );
  return [...new Set(ids)].flatMap((id) => {
    const regime = regimes.get(id);
    if (!regime) return [];
    const trust = ['verified', 'secondary', 'disputed', 'from memory', 'invented'];
    const flags = regime.authority
      .map(({ verified }) => verified)
      .sort((a, b) => trust.indexOf(b) - trust.indexOf(a));
    return [
      {
        // The short name is the one that all other parts of the report use.
        regime: `${regime.short}: ${regime.name}`,
        issuer: regime.issuer,
        authority: regime.authority.map(({ cite }) => cite).join('; '),
        reaches: regime.ownership.says,
        verified: flags[0]!,
      },
    ];
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
