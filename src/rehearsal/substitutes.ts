import type { Ask } from '../exposure/index.ts';
import type { Day, PartyId, Portfolio } from '../model/index.ts';
import type { Substitute } from './rehearsal.ts';
import { strictness } from './strictness.ts';

interface SubstituteInput {
  readonly portfolio: Portfolio;
  readonly alternatives: readonly { readonly party: PartyId; readonly note: string }[];
  readonly caption: (party: PartyId) => string;
  readonly listedOn: (party: PartyId, on: Day) => readonly string[];
  readonly before: Ask;
  readonly after: Ask;
  /** The day asked about: the last on which the scenario changes anything. */
  readonly on: Day;
  readonly designated: ReadonlySet<PartyId>;
}

/** Other makers, with what buying from each is in both worlds; the freest first. None where the portfolio has no devices. */
export function substitutesOf(input: SubstituteInput): Substitute[] {
  const { portfolio, on, designated } = input;
  if (!portfolio.assets.some((asset) => asset.kind === 'device')) return [];
  const buy = (ask: Ask, party: PartyId) =>
    ask({
      on,
      actor: portfolio.actor,
      activity: 'buy',
      counterparty: party,
      item: { kind: 'video surveillance equipment', maker: party },
      facts: portfolio.facts,
    }).effect;
  return input.alternatives
    .filter(({ party }) => !designated.has(party))
    .map(({ party, note }) => ({
      party,
      caption: input.caption(party),
      before: buy(input.before, party),
      after: buy(input.after, party),
      listings: input.listedOn(party, on),
      note,
    }))
    .sort(
      (a, b) =>
        strictness(a.after) - strictness(b.after) ||
        a.listings.length - b.listings.length ||
        (a.party < b.party ? -1 : 1),
    );
}
