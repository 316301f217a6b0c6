import { type Effect, gravity, type Money, type PathStep, sumMoney } from '../model/index.ts';
import { type Change, oncePerAsset, type ReachedParty, type Rehearsal } from '../rehearsal/index.ts';

/** The steps by which a designation travels, from the inside out. */
export const rings = ['listed', 'owned', 'branded', 'yours'] as const;
export type Ring = (typeof rings)[number];

/** A mark on the shock map: a party reached, a brand, or a group of the user's assets. */
export interface Mark {
  readonly id: string;
  readonly ring: Ring;
  readonly label: string;
  /** `contract`, `vendor` and so on, for what is no device; said beside the label. */
  readonly kind?: string;
  readonly detail: string;
  /** Gravest effect in the world as it is. */
  readonly before: Effect;
  /** Gravest effect under the assumptions; `undetermined` where the match itself is only possible. */
  readonly effect: Effect;
  /** Number of assets that it stands for; its area follows this. */
  readonly count: number;
  readonly values: readonly Money[];
  /** Id of the mark one step nearer to the epicentre. */
  readonly parent: string | undefined;
  readonly href: string | undefined;
  /** Why, with the law that says so, for whoever clicks. */
  readonly because: string;
  readonly citation: string;
  readonly path: readonly PathStep[];
}

export interface ShockMap {
  readonly epicentre: string;
  readonly caption: string;
  readonly marks: readonly Mark[];
}

const kindWords: Readonly<Record<string, string>> = {
  device: 'devices',
  vendor: 'vendors',
  contract: 'contracts',
  holding: 'holdings',
  payment: 'payments',
};

/** The marks of one or more rehearsals of the same scenario. */
export function shockMap(
  rehearsals: readonly Rehearsal[],
  epicentre: string,
  regimeTitle: (id: string) => string = (id) => id,
): ShockMap {
  const marks = new Map<string, Mark>();
  const changes = rehearsals.flatMap((rehearsal) => rehearsal.changes);
  for (const [party, records] of reachedParties(rehearsals)) {
    const mark = ownedMark(party, records, changes, regimeTitle);
    marks.set(mark.id, mark);
  }
  for (const rehearsal of rehearsals) yours(marks, rehearsal);
  return { epicentre, caption: rehearsals[0]?.scenario.title ?? '', marks: [...marks.values()] };
}

/** What reaches each party, caught before undetermined. Every rehearsal of a scenario reaches the same parties. */
function reachedParties(rehearsals: readonly Rehearsal[]): Map<string, ReachedParty[]> {
  const parties = new Map<string, ReachedParty[]>();
  const seen = new Set<string>();
  for (const one of rehearsals.flatMap(({ reached }) => reached)) {
    const key = `${one.party} ${one.regime}`;
    if (seen.has(key)) continue;
    seen.add(key);
    parties.set(one.party, [...(parties.get(one.party) ?? []), one]);
  }
  return parties;
}

function ownedMark(
  party: string,
  records: readonly ReachedParty[],
  changes: readonly Change[],
  regimeTitle: (id: string) => string,
): Mark {
  const caught = records.filter(({ result }) => result === 'caught');
  const first = caught[0] ?? records[0]!;
  const regimes = [
    ...new Set((caught.length > 0 ? caught : records).map(({ regime }) => regimeTitle(regime))),
  ];
  const own = changes.filter((change) => change.party === party);
  const gravest = (effects: readonly Effect[]): Effect =>
    [...effects].filter((effect) => effect !== 'undetermined').sort((a, b) => gravity(b) - gravity(a))[0] ??
    'blocked';
  return {
    id: `party ${party}`,
    ring: 'owned',
    label: first.caption,
    detail:
      caught.length > 0
        ? `Caught by ownership: ${regimes.join(', ')}`
        : `Undetermined: ${first.settle ?? first.because}`,
    before: 'allowed',
    // A party that nobody deals with here is as grave as what is caught like it.
    effect:
      caught.length > 0
        ? gravest((own.length > 0 ? own : changes).map(({ after }) => after))
        : 'undetermined',
    count: 1,
    values: [],
    parent: undefined,
    href: `#party-${party}`,
    because: first.because,
    citation: regimes.join(', '),
    path: first.path,
  };
}

/** Devices stand together by brand, all else by kind and party; each group by its gravest effect, on the outer ring. */
function yours(marks: Map<string, Mark>, rehearsal: Rehearsal): void {
  for (const change of oncePerAsset(rehearsal.changes)) {
    const reached = marks.has(`party ${change.party}`) ? `party ${change.party}` : undefined;
    const brand = change.assetKind === 'device' ? brandOf(change) : undefined;
    let parent = reached;
    if (brand !== undefined) {
      parent = `brand ${brand.toLowerCase()}`;
      add(marks, {
        ...bare(change),
        id: parent,
        ring: 'branded',
        label: brand,
        parent: reached,
        href: undefined,
        detail: brand === noBrand ? 'Told by other evidence than a brand' : `Sold as ${brand}`,
      });
    }
    const what = kindWords[change.assetKind] ?? change.assetKind;
    add(marks, {
      ...bare(change),
      id: `${rehearsal.portfolio.id} ${change.assetKind} ${brand?.toLowerCase() ?? change.party}`,
      ring: 'yours',
      label: brand ?? nameIn(change),
      ...(brand === undefined ? { kind: change.assetKind } : {}),
      parent,
      href: `#${rehearsal.portfolio.id}`,
      detail: `${what} of ${rehearsal.portfolio.title}`,
    });
  }
}

const noBrand = 'no brand stated';

/** The brand on the way from a device to its maker. */
function brandOf(change: Change): string {
  const from = change.path[0]?.from ?? '';
  return from === '' || from === change.asset ? noBrand : from;
}

/** The party as the user's file names it. */
function nameIn(change: Change): string {
  return change.path[0]?.from || change.label;
}

function bare(change: Change) {
  const isDoubtful = change.after === 'undetermined' || change.confidence === 'possible';
  return {
    before: change.before,
    effect: isDoubtful ? ('undetermined' as const) : change.after,
    count: change.count,
    values: change.value ? [change.value] : [],
    because: change.because,
    citation: change.citation,
    path: change.path,
  };
}

function add(marks: Map<string, Mark>, mark: Mark): void {
  const known = marks.get(mark.id);
  if (!known) {
    marks.set(mark.id, mark);
    return;
  }
  const graver = gravity(mark.effect) > gravity(known.effect) ? mark : known;
  marks.set(mark.id, {
    ...known,
    effect: graver.effect,
    because: graver.because,
    citation: graver.citation,
    path: graver.path,
    before: gravity(mark.before) > gravity(known.before) ? mark.before : known.before,
    count: known.count + mark.count,
    values: sumMoney([...known.values, ...mark.values]),
  });
}
