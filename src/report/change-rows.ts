import { gravity, type Money, sumMoney } from '../model/index.ts';
import type { Change } from '../rehearsal/index.ts';

/** Changes for one reason: the same provision, applied in the same words. */
export interface RuleOfChange {
  readonly because: string;
  readonly citation: string;
  readonly regime: string;
  readonly verified: string;
  readonly dealings: number;
  readonly assets: number;
  readonly rows: readonly ChangeRow[];
}

/** Assets that change alike: devices of one brand, else one thing, under all the dealings that change alike. */
export interface ChangeRow {
  /** One of them, for everything that they have in common. */
  readonly change: Change;
  readonly name: string;
  readonly activities: readonly string[];
  readonly assets: number;
  readonly count: number;
  readonly values: readonly Money[];
}

/** Gravest first, then by number of dealings. */
export function rulesOfChange(changes: readonly Change[]): RuleOfChange[] {
  const rules = Map.groupBy(changes, ({ because, citation, regime, verified }) =>
    JSON.stringify([because, citation, regime, verified]),
  );
  return [...rules.values()]
    .toSorted(
      (a, b) =>
        gravity(b[0]!.after) - gravity(a[0]!.after) ||
        b.length - a.length ||
        (a[0]!.because < b[0]!.because ? -1 : 1),
    )
    .map((members) => {
      const { because, citation, regime, verified } = members[0]!;
      const assets = new Set(members.map(({ asset }) => asset)).size;
      return { because, citation, regime, verified, dealings: members.length, assets, rows: rowsOf(members) };
    });
}

function rowsOf(changes: readonly Change[]): ChangeRow[] {
  const groups = Map.groupBy(changes, (change) => JSON.stringify([alike(change), change.activity]));
  const rows = new Map<string, { members: readonly Change[]; activities: string[] }>();
  for (const members of groups.values()) {
    // Dealings of the same assets that change alike stand in one row.
    const assets = members.map(({ asset }) => asset).sort();
    const key = JSON.stringify([alike(members[0]!), assets]);
    const row = rows.get(key);
    if (row) row.activities.push(members[0]!.activity);
    else rows.set(key, { members, activities: [members[0]!.activity] });
  }
  return [...rows.values()]
    .map(({ members, activities }) => {
      const assets = [...new Map(members.map((change) => [change.asset, change])).values()];
      return {
        change: members[0]!,
        name: nameOf(members[0]!),
        activities: activities.sort(),
        assets: assets.length,
        count: assets.reduce((sum, { count }) => sum + count, 0),
        values: sumMoney(assets.flatMap(({ value }) => value ?? [])),
      };
    })
    .sort(
      (a, b) =>
        gravity(b.change.after) - gravity(a.change.after) ||
        b.count - a.count ||
        (b.values[0]?.minor ?? 0) - (a.values[0]?.minor ?? 0) ||
        (a.change.id < b.change.id ? -1 : 1),
    );
}

function alike(change: Change) {
  const { assetKind, party, before, after, policy, later, from, confidence } = change;
  const steps = later.map((step) => [step.from, step.effect]);
  return [assetKind, nameOf(change), party, before, after, policy, from, steps, confidence];
}

/** Devices by what they are sold as, where something says it; all else by its own label. */
function nameOf(change: Change): string {
  if (change.assetKind !== 'device') return change.label;
  const brand = change.path[0]?.from ?? '';
  return brand === '' || brand === change.asset ? 'no brand stated' : brand;
}
