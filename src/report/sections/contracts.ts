import { type Day, dayInWords } from '../../model/index.ts';
import { changesEffect, type Deadline, oncePerAsset, type Rehearsal } from '../../rehearsal/index.ts';
import { effectMark, html, longTable, type Markup, type Part } from '../page.ts';
import { amounts, day } from '../page-words.ts';

/** Contracts that change: their value, their own days, and how those lie to the licences assumed. */
export function contractsSection({ changes, deadlines, scenario }: Rehearsal): Markup {
  const contracts = oncePerAsset(changes.filter(changesEffect)).filter(
    ({ assetKind }) => assetKind === 'contract',
  );
  if (contracts.length === 0) return html``;
  const own = Map.groupBy(
    deadlines.filter(({ asset }) => asset !== undefined),
    ({ asset }) => asset!,
  );
  const licences = deadlines.filter(({ kind }) => kind === 'licence ends');
  const last = licences
    .map((deadline) => deadline.day)
    .sort()
    .at(-1);
  const dayOf = (asset: string, kind: Deadline['kind']) =>
    own.get(asset)?.find((one) => one.kind === kind)?.day;
  return html`<h3>Contracts and orders</h3>${longTable(
    `Contracts that change; days from ${dayInWords(scenario.on)} on${last ? '' : ', no licence for winding down being assumed'}`,
    [
      'Contract',
      'Before',
      'After',
      'Stated value',
      'Last notice',
      'Renewal',
      'End',
      ...(last ? ['Ends'] : []),
    ],
    contracts.map((change): Part[] => {
      const end = dayOf(change.asset, 'contract ends');
      return [
        html`<bdi>${change.label}</bdi> <small>${change.asset}</small>`,
        effectMark(change.before),
        effectMark(change.after),
        amounts(change.value ? [change.value] : []),
        dayOrNone(dayOf(change.asset, 'notice')),
        dayOrNone(dayOf(change.asset, 'renewal')),
        dayOrNone(end),
        ...(last
          ? [end === undefined ? 'not known' : end <= last ? 'inside the licence' : 'after the licence']
          : []),
      ];
    }),
    { shown: 15, numeric: [3] },
  )}<p class="note">“–”: the file states none, or it lies before the day rehearsed.</p>`;
}

function dayOrNone(value: Day | undefined): Part {
  return value === undefined ? '–' : day(value);
}
