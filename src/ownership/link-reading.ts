import {
  economicBasis,
  kindBits,
  shareStatedBeside,
  statesActsFor,
  statesAffiliate,
  statesControl,
  statesShare,
  statesSubsidiary,
  votesOnly,
  votingBasis,
} from './graph.ts';
import type { OwnershipTest, StatementEffect } from './ownership-test.ts';

/** How a test reads a link. */
export const ignored = 0;
/** Its share counts. */
export const counted = 1;
/** A share exists but its size on this basis is not stated: 0 to 100 percent. */
export const countedUnknown = 2;
/** The statement alone catches the owned party. */
export const catches = 3;
/** The statement alone leaves the owned party undetermined. */
export const leavesOpen = 4;
/** Shares of the second party may be held for the first. */
export const holdsFor = 5;

/** One basis on which shares are added up; bases are never mixed. */
export interface Channel {
  readonly basis: 'ownership' | 'votes';
  /** Reading by the flags of a link. */
  readonly reading: Uint8Array;
}

/** The bases a test adds up, each with its reading of every possible flag byte. */
export function channelsOf(test: OwnershipTest, hasBases: boolean): readonly Channel[] {
  const ownership: Channel = { basis: 'ownership', reading: readings(test, 'ownership') };
  // Without links that state a basis both channels would say the same.
  if (test.counts === 'ownership' || !hasBases) return [ownership];
  return [ownership, { basis: 'votes', reading: readings(test, 'votes') }];
}

function readings(test: OwnershipTest, basis: Channel['basis']): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, flags) => readingOf(test, basis, flags));
}

function readingOf(test: OwnershipTest, basis: Channel['basis'], flags: number): number {
  switch (flags & kindBits) {
    case statesShare:
      if (basis === 'votes') return flags & economicBasis ? ignored : counted;
      if (!(flags & votingBasis)) return counted;
      // Votes say nothing exact of ownership, but whoever votes usually owns: an open share, not none.
      return flags & votesOnly && test.counts === 'ownership' ? countedUnknown : ignored;
    case statesSubsidiary:
      if (test.statements.subsidiary === 'more than half')
        return flags & shareStatedBeside ? ignored : counted;
      return statementReading(test.statements.subsidiary);
    case statesAffiliate:
      return statementReading(test.statements.affiliate);
    case statesControl:
      return statementReading(test.statements.control);
    case statesActsFor:
      return holdsFor;
    default:
      return ignored;
  }
}

function statementReading(effect: StatementEffect): number {
  switch (effect) {
    case 'caught':
      return catches;
    case 'open':
      return leavesOpen;
    case 'caution':
      return ignored;
    case 'more than half':
      return counted;
  }
}
