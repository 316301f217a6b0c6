import { gravity, type Money, moneyText } from '../model/index.ts';
import type { Rehearsal } from '../rehearsal/index.ts';
import { effectText, styled, textTable, wrap } from './terminal.ts';

/** The rehearsal of one scenario on several portfolios, on one screen. */
export function rehearsalSummary(
  rehearsals: readonly Rehearsal[],
  regimeTitle: (id: string) => string,
): string {
  const { scenario } = rehearsals[0]!;
  const lines = [
    `${styled('bold', scenario.title)}\n`,
    wrap(`Rehearsed for ${scenario.on}: ${scenario.assumptions.join('; ')}.`),
    '\n',
    textTable(
      [
        { title: 'Portfolio', most: 44 },
        { title: 'Assets', align: 'right' },
        { title: 'Change', align: 'right' },
        { title: 'Value that changes', align: 'right' },
        { title: 'Gravest' },
      ],
      rehearsals.map((rehearsal) => [
        rehearsal.portfolio.title,
        String(rehearsal.totals.assets),
        String(rehearsal.totals.changedAssets),
        amounts(rehearsal.totals.values),
        rehearsal.totals.byEffect[0] ? effectText(rehearsal.totals.byEffect[0].effect) : 'nothing',
      ]),
    ),
  ];
  for (const rehearsal of rehearsals) {
    const first = leading(rehearsal);
    if (first.length === 0) continue;
    lines.push(`\n${styled('bold', rehearsal.portfolio.title)}\n`);
    lines.push(
      textTable(
        [
          { title: 'What', most: 40 },
          { title: 'Dealing' },
          { title: 'Before' },
          { title: 'After' },
          { title: 'Items', align: 'right' },
          { title: 'From' },
        ],
        first.map(({ change, count }) => [
          change.assetKind === 'device'
            ? `devices made by ${change.path.at(0)?.to ?? change.party}`
            : change.label,
          change.activity,
          effectText(change.before),
          effectText(change.after),
          String(count),
          change.from,
        ]),
      ),
    );
    const reason = first[0]!.change;
    lines.push(
      wrap(
        `${reason.because} (${[reason.citation, regimeTitle(reason.regime)].filter(Boolean).join('; ')})`,
        100,
        '  ',
      ),
    );
  }
  const open = rehearsals.reduce((sum, rehearsal) => sum + rehearsal.undetermined.length, 0);
  const unsettled = rehearsals.reduce(
    (sum, rehearsal) => sum + rehearsal.unsettled.reduce((count, device) => count + device.count, 0),
    0,
  );
  lines.push(
    '\n',
    wrap(
      `Not decided: ${open} dealings for want of a fact, ${unsettled} devices whose maker is not settled. The report has the questions.`,
    ),
  );
  lines.push(
    styled(
      'dim',
      wrap(
        'A rehearsal of something that has not happened. Possible matches, no verdict; what is not here is not cleared; no legal advice.',
      ),
    ),
  );
  return lines.join('');
}

function amounts(values: readonly Money[]): string {
  return values.length === 0 ? 'not known' : values.map((value) => moneyText(value, true)).join(' + ');
}

/** The largest group of equal changes of each kind of asset, at most three. */
function leading(rehearsal: Rehearsal): { change: Rehearsal['changes'][number]; count: number }[] {
  const groups = new Map<string, { change: Rehearsal['changes'][number]; count: number }>();
  for (const change of rehearsal.changes) {
    if (change.before === change.after) continue;
    const which = change.assetKind === 'device' ? change.party : change.asset;
    const key = JSON.stringify([which, change.activity, change.before, change.after, change.from]);
    const group = groups.get(key);
    groups.set(key, { change: group?.change ?? change, count: (group?.count ?? 0) + change.count });
  }
  const ordered = [...groups.values()].sort(
    (a, b) =>
      b.count - a.count ||
      gravity(b.change.after) - gravity(a.change.after) ||
      (b.change.value?.minor ?? 0) - (a.change.value?.minor ?? 0) ||
      (a.change.id < b.change.id ? -1 : 1),
  );
  const kinds = new Set<string>();
  return [...ordered]
    .sort((a, b) => Number(b.change.assetKind === 'device') - Number(a.change.assetKind === 'device'))
    .filter(({ change }) => !kinds.has(change.assetKind) && kinds.add(change.assetKind))
    .slice(0, 3);
}
