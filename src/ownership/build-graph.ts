import { type Day, dayNumber, isWithin } from '../model/day.ts';
import type { Issue } from '../model/fault.ts';
import type { Link } from '../model/party.ts';
import { onePercent, type Share, type ShareUnits, unknownShare, wholeShare } from '../model/share.ts';
import {
  economicBasis,
  type OwnershipGraph,
  shareStatedBeside,
  statesActsFor,
  statesAffiliate,
  statesControl,
  statesShare,
  statesSubsidiary,
  votesOnly,
  votingBasis,
} from './graph.ts';
import { GraphBuilder, openFrom, openUntil } from './graph-builder.ts';

/** What "subsidiary" says where no percentage is stated and the test reads it so. */
export const moreThanHalf: Share = {
  min: (50 * onePercent) as ShareUnits,
  max: wholeShare,
  minInclusive: false,
  maxInclusive: true,
};

/**
 * The graph of these links: with `on`, only of those that hold on that day. Links that state nothing about ownership or
 * control are kept beside. Links that cannot be used (inverted period or interval, share under 0 or over 100) are kept
 * out and reported in `issues`, with the index of the link (from 1) as line.
 *
 *     const graph = buildGraph(links, parseDay('2022-06-01'));
 */
export function buildGraph(links: readonly Link[], on?: Day): OwnershipGraph {
  const builder = new GraphBuilder(links.length);
  const issues: Issue[] = [];
  const beside: Link[] = [];
  const stated = statedShares(links);
  for (const [index, link] of links.entries()) {
    const problem = problemOf(link);
    if (problem) {
      issues.push({ code: 'AS_ROW', line: index + 1, field: link.id, message: problem, lost: true });
      continue;
    }
    if (on !== undefined && !isWithin(on, link)) continue;
    const kinds = kindsOf(link);
    if (kinds.length === 0) beside.push(link);
    for (const kind of kinds) addLink(builder, link, kind, stated, index);
  }
  return builder.build({ links, beside, issues });
}

function addLink(
  builder: GraphBuilder,
  link: Link,
  kind: number,
  stated: ReadonlyMap<string, readonly Link[]>,
  index: number,
): void {
  const swapped = kind === statesActsFor;
  const owner = builder.parties.intern(swapped ? link.owned : link.owner);
  const owned = builder.parties.intern(swapped ? link.owner : link.owned);
  const share = builder.shares.add(kind === statesSubsidiary ? moreThanHalf : (link.share ?? unknownShare));
  const at = builder.add(owner, owned, share, kind | basisFlags(link, kind, stated), index);
  if (link.from !== undefined || link.until !== undefined) {
    builder.setPeriod(
      at,
      link.from === undefined ? openFrom : dayNumber(link.from),
      link.until === undefined ? openUntil : dayNumber(link.until),
    );
  }
  if (link.disputed !== undefined && kind === statesShare) builder.setDispute(at, link.disputed);
}

/** What the link states, as kinds of graph links: a subsidiary with a percentage states both. */
function kindsOf(link: Link): readonly number[] {
  const share = link.share ? [statesShare] : [];
  switch (link.kind) {
    case 'ownership':
    case 'investor':
      return [statesShare];
    case 'subsidiary':
      return [...share, statesSubsidiary];
    case 'affiliate':
      return [...share, statesAffiliate];
    case 'control':
      return [...share, statesControl];
    case 'acts for':
      return [statesActsFor];
    case 'maker of brand':
    case 'supplier':
    case 'officer':
    case 'family':
    case 'successor':
    case 'other':
      return [];
  }
}

/** The links that state a share, by pair: they decide how statements without one are read. */
function statedShares(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  return Map.groupBy(
    links.filter((link) => kindsOf(link).includes(statesShare) && problemOf(link) === undefined),
    pairOf,
  );
}

function pairOf(link: Link): string {
  return JSON.stringify([link.owner, link.owned]);
}

function basisFlags(link: Link, kind: number, stated: ReadonlyMap<string, readonly Link[]>): number {
  const others = stated.get(pairOf(link)) ?? [];
  if (kind === statesSubsidiary) {
    return others.some((other) => other.share && overlaps(other, link)) ? shareStatedBeside : 0;
  }
  if (kind !== statesShare) return 0;
  if (link.basis === 'economic') return economicBasis;
  if (link.basis !== 'voting') return 0;
  const owns = others.some((other) => other.basis !== 'voting' && overlaps(other, link));
  return votingBasis | (owns ? 0 : votesOnly);
}

function overlaps(a: Link, b: Link): boolean {
  return !(
    (a.until !== undefined && b.from !== undefined && a.until < b.from) ||
    (b.until !== undefined && a.from !== undefined && b.until < a.from)
  );
}

function problemOf(link: Link): string | undefined {
  if (link.from !== undefined && link.until !== undefined && link.from > link.until) {
    return `The period of the link ${link.owner} to ${link.owned} ends (${link.until}) before it begins (${link.from}).`;
  }
  if (!link.share) return undefined;
  const { min, max, minInclusive, maxInclusive } = link.share;
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max > wholeShare) {
    return `The share of ${link.owner} in ${link.owned} is not between 0 and 100 percent.`;
  }
  if (min > max || (min === max && !(minInclusive && maxInclusive))) {
    return `The share of ${link.owner} in ${link.owned} is an empty interval.`;
  }
  return undefined;
}
