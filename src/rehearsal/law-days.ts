import { type Assumption, addDays, type Day, type Moment, type Regime } from '../model/index.ts';

/** A day on which a rule begins or ends by the clock of an assumed listing. */
export interface LawDay {
  readonly day: Day;
  readonly what: string;
}

/**
 * The days that the law's own clock adds to assumed listings: purchases barred from the sixtieth day, a window for
 * divestment that ends after 365. Calendar days of the law are left to the law's answers.
 */
export function lawDaysOf(assumptions: readonly Assumption[], regimes: readonly Regime[]): LawDay[] {
  const byId = new Map(regimes.map((regime) => [regime.id, regime]));
  const days = new Map<string, LawDay>();
  for (const one of assumptions) {
    if (one.kind !== 'listing') continue;
    const regime = byId.get(one.regime);
    if (!regime) continue;
    for (const provision of regime.provisions) {
      const begins = dayAfter(provision.from, one.from);
      const last = dayAfter(provision.until, one.from);
      if (begins !== undefined) note(begins, `${regime.short}: ${provision.says}`);
      if (last !== undefined) note(addDays(last, 1), `${regime.short}, no longer: ${provision.says}`);
    }
    function note(day: Day, what: string): void {
      const ended = one.kind === 'listing' && one.until !== undefined && one.until < day;
      if (!ended) days.set(`${day} ${what}`, { day, what });
    }
  }
  return [...days.values()];
}

function dayAfter(moment: Moment | undefined, listed: Day): Day | undefined {
  if (typeof moment !== 'object' || !('after' in moment)) return undefined;
  return addDays(listed, moment.after - (moment.dayBefore ? 1 : 0));
}
