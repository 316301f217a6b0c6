import {
  addDays,
  type Day,
  dayInWords,
  isWithin,
  type Link,
  type Listing,
  listingState,
  onePercent,
  type PartyId,
  type PathStep,
  percentText,
  type Regime,
  type RegimeId,
  unknownStart,
} from '../model/index.ts';
import {
  buildGraph,
  evaluate,
  isSpared,
  type OwnershipGraph,
  type OwnershipTest,
  periodOn,
  type TestState,
  type Verdict,
  type Verdicts,
} from '../ownership/index.ts';
import type { SupposedRegister } from './supposed.ts';

/** A listing by which ownership reaches an unlisted party. */
export interface Derivation {
  readonly listing: Listing;
  readonly regime: RegimeId;
  /** Id of the ownership test, or `affiliation` for a connection that only warns. */
  readonly via: string;
  /** Whether that test applied on the day. */
  readonly rule: TestState;
  readonly certainty: 'certain' | 'undetermined';
  readonly settle?: string;
  readonly because: string;
  readonly path: readonly PathStep[];
}

/** Regimes whose listings count together under one ownership test. */
interface Group {
  readonly test: OwnershipTest;
  readonly regimes: readonly Regime[];
}

/** What a test makes of a graph on a day: by the listings surely in force, and with those of which that is not known. */
interface Judged {
  readonly verdicts: Verdicts;
  readonly since: ReadonlyMap<PartyId, Listing>;
  readonly open: ReadonlyMap<PartyId, Listing>;
  readonly all: ReadonlyMap<PartyId, Listing>;
  readonly atMost: Verdicts;
}

export interface DerivationInput {
  readonly register: SupposedRegister;
  readonly regimes: readonly Regime[];
  readonly tests: readonly OwnershipTest[];
  readonly regimeOf: (listing: Listing) => RegimeId;
  readonly caption: (party: PartyId) => string;
  /** Where a party is organised, as far as known. */
  readonly countries: (party: PartyId) => readonly string[];
}

/** What the ownership rules of all regimes make of unlisted parties. */
export interface Derivations {
  /** Days on which a result can change, ascending. */
  readonly boundaries: readonly Day[];
  of(party: PartyId, on: Day): readonly Derivation[];
  /** All parties reached on a day, by regime. */
  reached(on: Day): Iterable<{ readonly party: PartyId; readonly derivation: Derivation }>;
}

export function createDerivations(input: DerivationInput): Derivations {
  const groups = groupsOf(input);
  const regimeIds = new Map(groups.map((group) => [group, new Set(group.regimes.map((one) => one.id))]));
  const listings = new Map<Group, Listing[]>(groups.map((group) => [group, []]));
  const byRegime = Map.groupBy(
    groups.flatMap((group) => group.regimes.map((one) => [one.id, group] as const)),
    ([id]) => id,
  );
  const days = new Set<Day>();
  // Whoever has no link neither reaches another nor is reached: of a large register only the linked few matter.
  const linked = new Set<PartyId>();
  for (const { owner, owned, from, until } of input.register.links()) {
    linked.add(owner).add(owned);
    if (from) days.add(from);
    if (until) days.add(addDays(until, 1));
  }
  for (const listing of [...linked].sort().flatMap((party) => input.register.listingsOf(party))) {
    const regime = input.regimeOf(listing);
    for (const [, group] of byRegime.get(regime) ?? []) listings.get(group)!.push(listing);
    const from = listing.from ?? listing.seen;
    if (from) days.add(from);
    if (listing.absent) days.add(addDays(listing.absent, 1));
    if (listing.until) days.add(addDays(listing.until, 1));
  }
  for (const { test } of groups) for (const period of test.periods) if (period.from) days.add(period.from);
  const boundaries = [...days].sort();
  let graph: OwnershipGraph | undefined;
  const judged = new Map<string, Judged>();

  const judge = (group: Group, since: ReadonlyMap<PartyId, Listing>, on: Day): Verdicts => {
    graph ??= buildGraph([...input.register.links()]);
    const listedSince = new Map<PartyId, Day>();
    for (const [party, { from }] of since) if (from) listedSince.set(party, from);
    return evaluate(graph, group.test, new Set(since.keys()), on, { nameOf: input.caption, listedSince });
  };

  const judgedOn = (group: Group, on: Day): Judged => {
    const key = `${group.test.id}/${group.regimes[0]!.id}@${intervalOf(boundaries, on)}`;
    let found = judged.get(key);
    if (!found) {
      const since = new Map<PartyId, Listing>();
      const open = new Map<PartyId, Listing>();
      for (const listing of listings.get(group)!) {
        const state = listingState(listing, on);
        const kept = state === 'in force' ? since : state === 'not known' ? open : undefined;
        if (kept && !kept.has(listing.party)) kept.set(listing.party, listing);
      }
      for (const party of since.keys()) open.delete(party);
      const all = open.size === 0 ? since : new Map([...since, ...open]);
      const verdicts = judge(group, since, on);
      found = { verdicts, since, open, all, atMost: open.size === 0 ? verdicts : judge(group, all, on) };
      if (judged.size > 500) judged.clear();
      judged.set(key, found);
    }
    return found;
  };

  const derive = (group: Group, party: PartyId, on: Day): Derivation | undefined => {
    if (isSpared(group.test, input.countries(party))) return undefined;
    const { verdicts, since, open, all, atMost } = judgedOn(group, on);
    const sure = deriveBy(group, verdicts, since, party, on);
    if (sure?.certainty === 'certain' || open.size === 0) return sure;
    // Whoever is caught only if a listing without a day had begun by then may be caught; that day would settle it.
    const possible = deriveBy(group, atMost, all, party, on, open);
    if (possible?.certainty !== 'certain') return sure ?? possible;
    const text = unknownStart(possible.listing, dayInWords);
    return {
      ...possible,
      certainty: 'undetermined',
      settle: `Since when is ${input.caption(possible.listing.party)} listed (${text})?`,
    };
  };

  const deriveBy = (
    group: Group,
    verdicts: Verdicts,
    since: ReadonlyMap<PartyId, Listing>,
    party: PartyId,
    on: Day,
    first: ReadonlyMap<PartyId, Listing> = since,
  ): Derivation | undefined => {
    if (since.size === 0 || since.has(party)) return undefined;
    // A suspended rule is judged by the shares all the same: whether it applies is the provision's business.
    const own = group.test.id === 'us-bis-affiliates';
    if (!own && verdicts.resultOf(party) === 'not caught') return undefined;
    const verdict = verdicts.verdict(party);
    const result = own ? verdict.byShares : verdict.result;
    if (result === 'not caught') return undefined;
    const listed =
      verdict.proof.listed.find((one) => first.has(one)) ??
      verdict.proof.listed.find((one) => since.has(one)) ??
      nearestListed(input, party, since);
    const listing = listed === undefined ? undefined : since.get(listed);
    if (!listing) return undefined;
    return {
      listing,
      regime: input.regimeOf(listing),
      via: group.test.id,
      rule: periodOn(group.test, on)?.state ?? 'not known',
      certainty: result === 'caught' ? 'certain' : 'undetermined',
      ...(verdict.settle === undefined ? {} : { settle: verdict.settle }),
      because: verdict.because,
      path: pathOf(verdict, party, listing.party, input),
    };
  };

  return {
    boundaries,
    of(party, on) {
      const found: Derivation[] = [];
      const links = input.register.linksOf(party);
      if (links.length === 0) return found;
      for (const group of groups) {
        if (regimeIds.get(group)!.size === 0 || listings.get(group)!.length === 0) continue;
        const derivation = derive(group, party, on);
        if (derivation) found.push(derivation);
        else if (group.test.id === 'us-bis-affiliates') {
          const affiliation = affiliationOf(party, on, judgedOn(group, on).all, input);
          if (affiliation) found.push(affiliation);
        }
      }
      return found;
    },
    *reached(on) {
      for (const group of groups) {
        if (listings.get(group)!.length === 0) continue;
        const { verdicts, atMost } = judgedOn(group, on);
        const reached = new Set(
          [verdicts, atMost].flatMap((one) => [...one.caught(), ...one.undetermined()]),
        );
        for (const party of [...reached].sort()) {
          const derivation = derive(group, party, on);
          if (derivation) yield { party, derivation };
        }
      }
    },
  };
}

function groupsOf({ regimes, tests }: DerivationInput): Group[] {
  const groups: Group[] = [];
  for (const test of tests) {
    const using = regimes.filter(
      (regime) => regime.ownership.test === test.id && regime.trigger === 'listing',
    );
    // Where stakes are added up, those of all lists of one kind count together; else each list stands alone.
    const kinds = Map.groupBy(using, (regime) => (test.aggregate ? regime.family : regime.id));
    for (const [, members] of kinds) groups.push({ test, regimes: members });
  }
  return groups;
}

/** The number of the stretch between boundaries that a day lies in. */
export function intervalOf(boundaries: readonly Day[], on: Day): number {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boundaries[middle]! <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pathOf(verdict: Verdict, party: PartyId, listed: PartyId, input: DerivationInput): PathStep[] {
  const steps: PathStep[] = [];
  for (const step of [...verdict.proof.steps].reverse()) {
    for (const link of step.links) {
      steps.push({
        from: input.caption(link.owned),
        relation: link.kind === 'ownership' ? 'owned by' : `${link.kind} of`,
        to: input.caption(link.owner),
        ...(link.share ? { share: link.share } : {}),
        source: link.source,
        ...(link.verified ? { verified: link.verified } : {}),
      });
    }
  }
  if (steps.length > 0) return steps;
  const { min, max } = verdict.attributed;
  const share = min === max ? `${percentText(min)} %` : `${percentText(min)} to ${percentText(max)} %`;
  return [
    { from: input.caption(party), relation: 'may be reached through', to: input.caption(listed), share },
  ];
}

const connecting = new Set<Link['kind']>(['ownership', 'subsidiary', 'affiliate', 'control', 'investor']);

/** The nearest listed party above, over links of ownership and control of any size. */
function nearestListed(
  input: DerivationInput,
  party: PartyId,
  since: ReadonlyMap<PartyId, Listing>,
): PartyId | undefined {
  return walkUp(input, party, since, undefined)?.listed;
}

function affiliationOf(
  party: PartyId,
  on: Day,
  since: ReadonlyMap<PartyId, Listing>,
  input: DerivationInput,
): Derivation | undefined {
  if (since.has(party)) return undefined;
  const above = walkUp(input, party, since, on);
  const found = above ?? ownsListed(input, party, since, on);
  if (!found) return undefined;
  const listing = since.get(found.listed)!;
  return {
    listing,
    regime: input.regimeOf(listing),
    via: 'affiliation',
    rule: 'in force',
    certainty: 'certain',
    because: `${input.caption(party)} is connected with ${input.caption(found.listed)}.`,
    path: found.links.map((link) => stepOf(link, input, above !== undefined)),
  };
}

interface Walk {
  readonly listed: PartyId;
  readonly links: readonly Link[];
}

function walkUp(
  input: DerivationInput,
  party: PartyId,
  since: ReadonlyMap<PartyId, Listing>,
  on: Day | undefined,
): Walk | undefined {
  const seen = new Set<PartyId>([party]);
  let level: { party: PartyId; links: readonly Link[] }[] = [{ party, links: [] }];
  for (let depth = 0; depth < 8 && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const at of level) {
      for (const link of sorted(input.register.linksOf(at.party))) {
        if (link.owned !== at.party || !connecting.has(link.kind) || seen.has(link.owner)) continue;
        if (on !== undefined && !isWithin(on, link)) continue;
        seen.add(link.owner);
        const links = [...at.links, link];
        if (since.has(link.owner)) return { listed: link.owner, links };
        next.push({ party: link.owner, links });
      }
    }
    level = next;
  }
  return undefined;
}

/** A direct holder of a quarter or more of a listed party, or its stated parent, is its affiliate too. */
function ownsListed(
  input: DerivationInput,
  party: PartyId,
  since: ReadonlyMap<PartyId, Listing>,
  on: Day,
): Walk | undefined {
  for (const link of sorted(input.register.linksOf(party))) {
    if (link.owner !== party || !connecting.has(link.kind) || !since.has(link.owned) || !isWithin(on, link))
      continue;
    if (link.share && link.share.max < 25 * onePercent) continue;
    // Of a stake of unknown size nothing is said; a stated parent needs no size.
    const isStake = link.kind === 'ownership' || link.kind === 'investor';
    if (link.share || !isStake) return { listed: link.owned, links: [link] };
  }
  return undefined;
}

function sorted(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function stepOf(link: Link, input: DerivationInput, upward: boolean): PathStep {
  const relation =
    link.kind === 'ownership' || link.kind === 'investor'
      ? upward
        ? 'owned by'
        : 'owns part of'
      : link.kind;
  return {
    from: input.caption(upward ? link.owned : link.owner),
    relation,
    to: input.caption(upward ? link.owner : link.owned),
    source: link.provenance.source,
    verified: link.provenance.verified,
  };
}
