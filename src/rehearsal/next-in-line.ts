import type { Day, PartyId, Provenance } from '../model/index.ts';
import type { SharedCriteria } from './rehearsal.ts';
import { titlesOf } from './source-titles.ts';

/** A documented criterion of the casebook with the parties that meet it. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly { readonly party: PartyId; readonly provenance: Provenance }[];
}

interface NextInput {
  readonly criteria: readonly Criterion[];
  readonly designated: readonly PartyId[];
  readonly on: Day;
  readonly caption: (party: PartyId) => string;
  readonly listedOn: (party: PartyId, on: Day) => readonly string[];
  readonly sourceTitle: (code: string) => string;
}

/** Parties by the number of documented criteria that they share with the designated ones: a ranking of evidence, no prediction. */
export function nextInLine(input: NextInput): SharedCriteria[] {
  const { designated, on } = input;
  const shared = new Map<PartyId, SharedCriteria['shared'][number][]>();
  for (const criterion of input.criteria) {
    if (!criterion.parties.some(({ party }) => designated.includes(party))) continue;
    for (const { party, provenance } of criterion.parties) {
      if (designated.includes(party)) continue;
      const row = {
        criterion: criterion.title,
        source: titlesOf(provenance.source, input.sourceTitle),
        verified: provenance.verified,
      };
      const known = shared.get(party);
      if (known) known.push(row);
      else shared.set(party, [row]);
    }
  }
  return [...shared]
    .map(([party, rows]) => ({
      party,
      caption: input.caption(party),
      shared: rows,
      listings: input.listedOn(party, on),
    }))
    .sort((a, b) => b.shared.length - a.shared.length || (a.party < b.party ? -1 : 1));
}
