import { type Day, dayNumber, isWithin } from '../model/day.ts';
import type { Issue } from '../model/fault.ts';
import type { Link } from '../model/party.ts';
import { onePercent, type Share, type ShareUnits, unknownShare, wholeShare } from '../model/share.ts';
import {
  economicBasis,
  narrowedByStatement,
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
const moreThanHalf: Share = {
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
  const others: Link[] = [];
  const beside = statedBeside(links);
  for (const [index, link] of links.entries()) {
    const problem = problemOf(link);
    if (problem) {
      issues.push({ code: 'AS_ROW', line: index + 1, field: link.id, message: problem, lost: true });
      continue;
    }
    if (on !== undefined && !isWithin(on, link)) continue;
    const kinds = kindsOf(link);
    if (kinds.length === 0) others.push(link);
    for (const kind of kinds) addLink(builder, link, kind, beside, index);
  }
  return builder.build({ links, beside: others, issues });
}

function addLink(builder: GraphBuilder, link: Link, kind: number, beside: Beside, index: number): void {
  const swapped = kind === statesActsFor;
  const owner = builder.parties.intern(swapped ? link.owned : link.owner);
  const owned = builder.parties.intern(swapped ? link.owner : link.owned);
  const { share, flags } = shareRead(link, kind, beside);
  const at = builder.add(owner, owned, builder.shares.add(share), kind | flags, index);
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

/** What is stated of a pair of parties elsewhere in the input. */
interface Beside {
  readonly shares: ReadonlyMap<string, readonly Link[]>;
  readonly subsidiaries: ReadonlyMap<string, readonly Link[]>;
}

function statedBeside(links: readonly Link[]): Beside {
  const usable = links.filter((link) => problemOf(link) === undefined);
  return {
    shares: Map.groupBy(
      usable.filter((link) => kindsOf(link).includes(statesShare)),
      pairOf,
    ),
    subsidiaries: Map.groupBy(
      usable.filter((link) => link.kind === 'subsidiary'),
      pairOf,
    ),
  };
}

function pairOf(link: Link): string {
  return JSON.stringify([link.owner, link.owned]);
}

/** The share of the link in the light of what else is stated of the pair. */
function shareRead(link: Link, kind: number, beside: Beside): { share: Share; flags: number } {
  const shares = beside.shares.get(pairOf(link)) ?? [];
  if (kind === statesSubsidiary) {
    const isStated = shares.some((other) => overlaps(other, link) && (other.share || covers(link, other)));
    return { share: moreThanHalf, flags: isStated ? shareStatedBeside : 0 };
  }
  const share = link.share ?? unknownShare;
  if (kind !== statesShare) return { share, flags: 0 };
  const basis = basisFlags(link, shares);
  const isSubsidiary = (beside.subsidiaries.get(pairOf(link)) ?? []).some((other) => covers(other, link));
  if (!isSubsidiary || share.min > moreThanHalf.min || share.max <= moreThanHalf.min)
    return { share, flags: basis };
  return {
    share: { ...share, min: moreThanHalf.min, minInclusive: false },
    flags: basis | narrowedByStatement,
  };
}

function basisFlags(link: Link, shares: readonly Link[]): number {
  if (link.basis === 'economic') return economicBasis;
  if (link.basis !== 'voting') return 0;
  const owns = shares.some((other) => other.basis !== 'voting' && overlaps(other, link));
  return votingBasis | (owns ? 0 : votesOnly);
}

function covers(a: Link, b: Link): boolean {
  const begins = a.from === undefined || (b.from !== undefined && a.from <= b.from);
  return begins && (a.until === undefined || (b.until !== undefined && b.until <= a.until));
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
