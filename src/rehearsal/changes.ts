import type { Ask, TouchedAsset } from '../exposure/index.ts';
import { expose } from '../exposure/index.ts';
import { type AppliedProvision, type Day, type Finding, gravity, type Portfolio } from '../model/index.ts';
import type { Change } from './rehearsal.ts';

/** Findings of the same dealings in two states of the world, on the days that matter. */
export interface Compared {
  readonly day: Day;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

/** Asks every dealing in both worlds on each key day (ascending). */
export function compare(
  portfolio: Portfolio,
  touched: readonly TouchedAsset[],
  before: Ask,
  after: Ask,
  days: readonly Day[],
): Compared[] {
  return days.map((day) => ({
    day,
    before: expose(portfolio, touched, before, day),
    after: expose(portfolio, touched, after, day),
  }));
}

/**
 * The dealings that differ between the worlds, each from the first day on which it does. The same effect by a further
 * provision is a change too (`other reason`): it may outlast the first one.
 */
export function changesOf(compared: readonly Compared[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { day, before, after } of compared) {
    const earlier = new Map(before.map((finding) => [finding.id, finding]));
    for (const finding of after) {
      const was = earlier.get(finding.id)!;
      const known = changes.get(finding.id);
      if (known) {
        const last = known.later.at(-1)?.effect ?? known.after;
        if (finding.effect !== last) {
          const because = leading(finding)?.because ?? 'No provision held in these lists forbids it.';
          changes.set(finding.id, {
            ...known,
            later: [...known.later, { from: day, effect: finding.effect, because }],
          });
        }
      } else if (differs(was, finding)) changes.set(finding.id, changeOf(was, finding, day));
    }
  }
  return [...changes.values()].sort(
    (a, b) =>
      gravity(b.after) - gravity(a.after) ||
      (b.value?.minor ?? 0) - (a.value?.minor ?? 0) ||
      (a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : 0) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function provisionKeys(finding: Finding): string {
  return finding.answer.provisions
    .map((provision) => `${provision.regime}/${provision.provision}/${provision.effect}`)
    .sort()
    .join(' ');
}

function differs(before: Finding, after: Finding): boolean {
  return before.effect !== after.effect || provisionKeys(before) !== provisionKeys(after);
}

/** The provision that gives the answer its effect. */
export function leading(finding: Finding): AppliedProvision | undefined {
  return (
    finding.answer.provisions.find((provision) => provision.effect === finding.effect) ??
    finding.answer.provisions[0]
  );
}

/** The gravest provision that the other side does not have: the reason for the change. */
function reasonFor(before: Finding, after: Finding): AppliedProvision | undefined {
  const had = new Set(
    before.answer.provisions.map((provision) => `${provision.regime}/${provision.provision}`),
  );
  return (
    after.answer.provisions.find((provision) => !had.has(`${provision.regime}/${provision.provision}`)) ??
    leading(after) ??
    leading(before)
  );
}

function changeOf(before: Finding, after: Finding, day: Day): Change {
  const reason = reasonFor(before, after);
  const difference = gravity(after.effect) - gravity(before.effect);
  return {
    id: after.id,
    asset: after.asset,
    assetKind: after.assetKind,
    label: after.label,
    ...(after.site === undefined ? {} : { site: after.site }),
    count: after.count,
    ...(after.value === undefined ? {} : { value: after.value }),
    activity: after.activity,
    party: after.touch.party,
    confidence: after.touch.confidence,
    before: before.effect,
    after: after.effect,
    ...(after.answer.policy === undefined ? {} : { policy: after.answer.policy }),
    direction: difference > 0 ? 'stricter' : difference < 0 ? 'freer' : 'other reason',
    from: day,
    later: [],
    because: reason?.because ?? 'A listing that forbade it is gone.',
    citation: reason?.citation ?? '',
    regime: reason?.regime ?? '',
    path: [...after.touch.path, ...(reason?.path ?? [])],
    verified: reason?.verified ?? '',
  };
}
