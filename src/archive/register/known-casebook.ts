import type { CasebookFacts } from '../../model/casebook.ts';
import type { Day, Period } from '../../model/day.ts';

/** What the register takes from the casebook. */
export type CasebookRegister = Pick<CasebookFacts, 'parties' | 'listings' | 'links'>;

/**
 * The casebook as it could have been written on a day: what began later was not known, and what ended later had not yet
 * ended. Without a day all of it counts.
 */
export function casebookKnownOn(casebook: CasebookRegister, known: Day | undefined): CasebookRegister {
  if (known === undefined) return casebook;
  return {
    parties: casebook.parties,
    listings: casebook.listings
      .filter((listing) => hadBegun(listing, known))
      .map((listing) => asOf(listing, known)),
    links: casebook.links.filter((link) => hadBegun(link, known)).map((link) => asOf(link, known)),
  };
}

function hadBegun(period: Period, known: Day): boolean {
  return period.from === undefined || period.from <= known;
}

function asOf<Fact extends Period>(fact: Fact, known: Day): Fact {
  if (fact.until === undefined || fact.until < known) return fact;
  const { until: _unknownYet, ...rest } = fact;
  // Leaving out an optional property leaves the type as it was.
  return rest as Fact;
}
