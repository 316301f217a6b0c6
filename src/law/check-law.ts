import type { Day, Regime } from '../model/index.ts';

/** Something that whoever keeps the law up to date should look at. */
export interface LawConcern {
  readonly regime: string;
  readonly what:
    | 'review due'
    | 'fact not verified'
    | 'fate not known'
    | 'no general negative statement'
    | 'rough day';
  readonly where: string;
  readonly text: string;
}

const pressing: readonly LawConcern['what'][] = [
  'review due',
  'fate not known',
  'rough day',
  'no general negative statement',
  'fact not verified',
];

/** What is due on a day: reviews past their day, facts from memory, rules whose fate is not known, rough days. */
export function checkLaw(regimes: readonly Regime[], today: Day): readonly LawConcern[] {
  const concerns = [...regimes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((regime) => concernsOf(regime, today));
  // What presses comes first; the sort keeps the order of the regimes.
  return concerns.sort((a, b) => pressing.indexOf(a.what) - pressing.indexOf(b.what));
}

function concernsOf(regime: Regime, today: Day): LawConcern[] {
  const concerns: LawConcern[] = [];
  const add = (what: LawConcern['what'], where: string, text: string) =>
    concerns.push({ regime: regime.id, what, where, text });
  if (regime.reviewBy <= today)
    add(
      'review due',
      'reviewBy',
      `Checked on ${regime.checkedOn}; to be looked at again by ${regime.reviewBy}.`,
    );
  const horizons = [regime.knownUntil, ...regime.provisions.map((provision) => provision.knownUntil)];
  for (const horizon of horizons) {
    if (horizon && horizon.day <= today)
      add('fate not known', 'knownUntil', `After ${horizon.day}: ${horizon.why}`);
  }
  for (const provision of regime.provisions) {
    const at = `provisions/${provision.id}`;
    if (provision.verified !== 'verified' && provision.verified !== 'secondary')
      add('fact not verified', at, `${provision.citation} is ${provision.verified}.`);
    if (typeof provision.from === 'object' && 'earliest' in provision.from)
      add('rough day', at, `Takes effect “${provision.from.text}”; the day is not known.`);
  }
  for (const exception of regime.exceptions) {
    if (exception.verified !== 'verified' && exception.verified !== 'secondary')
      add(
        'fact not verified',
        `exceptions/${exception.id}`,
        `${exception.citation} is ${exception.verified}.`,
      );
  }
  if (regime.doesNotDo.every((negative) => negative.activities !== undefined))
    add(
      'no general negative statement',
      'doesNotDo',
      'Nothing is said in general of what the regime does not do.',
    );
  return concerns;
}
