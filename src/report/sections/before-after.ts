import { type Effect, gravity } from '../../model/index.ts';
import { type Change, oncePerDealing, type Rehearsal } from '../../rehearsal/index.ts';
import { effectMark, html, type Markup, type Part, table } from '../page.ts';
import { day, numberText } from '../page-words.ts';

/** What becomes of the assets, each by its gravest effect; and of the dealings with those that change. */
export function beforeAfter(rehearsal: Rehearsal): Markup {
  return html`<h3>Before and after</h3>${sides(rehearsal)}${matrix(rehearsal.changes)}`;
}

function sides({ before, after }: Rehearsal): Markup {
  const effects = byGravity([...before.effects, ...after.effects].map((row) => row.effect));
  const cell = (side: Rehearsal['before'], effect: string): Part => {
    const row = side.effects.find((one) => one.effect === effect);
    return row
      ? html`${numberText(row.assets)}${row.onlyPossible > 0 ? html`<br><small>${numberText(row.onlyPossible)} only if a possible match is right</small>` : ''}`
      : '–';
  };
  return html`${table(
    'Assets that touch a known party, each once, by the gravest effect on any dealing with it',
    ['Effect', 'Without the assumption', 'With it'],
    effects.map((effect) => [effectMark(effect), cell(before, effect), cell(after, effect)]),
    [1, 2],
  )}<p class="note">Both on ${day(after.on)}, the last day on which the picture changes. What is undetermined stands above what is allowed, and below what is forbidden.</p>`;
}

/** Dealings against what they become: how many assets move from which effect to which. */
function matrix(changes: readonly Change[]): Markup {
  const differing = oncePerDealing(changes).filter(({ before, after }) => before !== after);
  if (differing.length === 0) return html``;
  const after = byGravity(differing.map((change) => change.after));
  const rows = [
    ...Map.groupBy(differing, ({ activity, assetKind, before }) =>
      JSON.stringify([activity, assetKind, before]),
    ).values(),
  ].toSorted((a, b) => b.length - a.length || (a[0]!.activity < b[0]!.activity ? -1 : 1));
  const assets = (members: readonly Change[]): Part => {
    const count = members.reduce((sum, change) => sum + change.count, 0);
    return count === 0 ? '' : numberText(count);
  };
  return table(
    'Dealings whose effect changes on its first day: how many assets',
    ['Dealing', 'With', 'From', ...after.map((effect) => `To ${effect}`)],
    rows.map((members) => [
      members[0]!.activity,
      `${members[0]!.assetKind}s`,
      effectMark(members[0]!.before),
      ...after.map((effect) => assets(members.filter((change) => change.after === effect))),
    ]),
    after.map((_, at) => at + 3),
  );
}

function byGravity(effects: readonly Effect[]): Effect[] {
  return [...new Set(effects)].sort((a, b) => gravity(b) - gravity(a));
}
