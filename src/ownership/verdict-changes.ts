import { addDays } from '../model/day.ts';
import type { Link, PartyId } from '../model/party.ts';
import type { Assumption } from '../model/question.ts';
import type { Share } from '../model/share.ts';
import type { OwnershipResult } from './verdict.ts';
import type { Verdicts } from './verdicts.ts';

/** A party whose result differs between two states of the world. */
export interface VerdictChange {
  readonly party: PartyId;
  readonly before: OwnershipResult;
  readonly after: OwnershipResult;
}

/**
 * Whose result a rehearsal changes: who becomes caught, who stops being so, who becomes undetermined. Listed parties
 * count as caught. In the order of party ids, whatever the order of the graphs.
 */
export function verdictChanges(before: Verdicts, after: Verdicts): readonly VerdictChange[] {
  const parties = new Set<PartyId>();
  for (const verdicts of [before, after]) {
    for (const party of verdicts.listed) parties.add(party);
    for (const party of verdicts.caught()) parties.add(party);
    for (const party of verdicts.undetermined()) parties.add(party);
  }
  const changes: VerdictChange[] = [];
  for (const party of parties) {
    const change = { party, before: before.resultOf(party), after: after.resultOf(party) };
    if (change.before !== change.after) changes.push(change);
  }
  return changes.sort((a, b) => (a.party < b.party ? -1 : 1));
}

/**
 * The links as they would be after a divestment: until the day before it the owner's links stand as they are, from then
 * on the owner has the share given (null: unknown), and what is sold goes to `to` where that is named. What the buyer
 * gets is known only where both shares are exact; otherwise it is open. Links that begin later stay.
 */
export function afterDivestment(
  links: readonly Link[],
  divestment: Extract<Assumption, { readonly kind: 'divestment' }>,
): readonly Link[] {
  const { owner, owned, from, share, to } = divestment;
  const isConcerned = (link: Link) =>
    link.owner === owner &&
    link.owned === owned &&
    (link.kind === 'ownership' || link.kind === 'subsidiary' || link.kind === 'investor') &&
    (link.from === undefined || link.from < from) &&
    (link.until === undefined || link.until >= from);
  const sold = links.filter(isConcerned);
  const base = {
    kind: 'ownership' as const,
    owned,
    from,
    provenance: { source: `assumption: divestment on ${from}`, verified: 'invented' as const },
  };
  const isNothing = share?.max === 0;
  return [
    ...links.map((link) => (isConcerned(link) ? { ...link, until: addDays(from, -1) } : link)),
    ...(isNothing ? [] : [{ ...base, id: `assumption:${owner}:${owned}:${from}`, owner, share }]),
    ...(to === undefined
      ? []
      : [{ ...base, id: `assumption:${to}:${owned}:${from}`, owner: to, share: boughtShare(sold, share) }]),
  ];
}

function boughtShare(sold: readonly Link[], kept: Share | null): Share | null {
  const [only] = sold;
  const before = sold.length === 1 ? only?.share : undefined;
  if (!before || !kept || before.min !== before.max || kept.min !== kept.max || kept.min > before.min)
    return null;
  const bought = (before.min - kept.min) as typeof before.min;
  return { min: bought, max: bought, minInclusive: true, maxInclusive: true };
}
