import type { Day } from '../model/day.ts';
import type { Archive } from './archive.ts';
import { type ListStanding, standingOf } from './freshness.ts';

/** How every list stands on a day: what is in use, since when, what was refused, what is missing. */
export function listStandings(archive: Archive, today: Day, known?: Day): ListStanding[] {
  const chains = new Map(archive.chains(known).map((chain) => [chain.source, chain]));
  // What was offered later was not known then.
  const refused = archive.ledger
    .refusals()
    .filter(({ published }) => known === undefined || published === undefined || published <= known);
  const refusals = Map.groupBy(refused, (refusal) => refusal.source);
  const checks = new Map(archive.ledger.checks().map((check) => [check.source, check]));
  return archive.sources.map((source) =>
    standingOf({
      source,
      chain: chains.get(source.id),
      refusals: refusals.get(source.id) ?? [],
      check: checks.get(source.id),
      today,
    }),
  );
}
