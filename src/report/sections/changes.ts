import { changesEffect, type Rehearsal } from '../../rehearsal/index.ts';
import { type ChangeRow, type RuleOfChange, rulesOfChange } from '../change-rows.ts';
import { effectMark, html, longTable, type Markup, type Part } from '../page.ts';
import { amounts, counted, day, numberText } from '../page-words.ts';
import { flag } from './assumed.ts';
import { pathMarkup } from './caught.ts';

const rowsShown = 8;

/** Every change under the rule that brings it, with the law, the day, how sure the tie is, and the path of one of its assets. */
export function changesSection({ changes }: Rehearsal, regimeTitle: (id: string) => string): Markup {
  if (changes.length === 0) return html`<h3>What changes</h3><p>Nothing that was found.</p>`;
  return html`<h3>What changes, and why</h3>${rulesOfChange(changes).map((rule) => ruleMarkup(rule, regimeTitle))}`;
}

function ruleMarkup(
  { because, citation, regime, verified, dealings, assets, rows }: RuleOfChange,
  regimeTitle: (id: string) => string,
) {
  return html`<div class="rule"><p><b>${regimeTitle(regime)}.</b> ${because} <small>${citation}</small>${flag(verified)}</p>${longTable(
    `${counted(dealings, 'dealing')} with ${counted(assets, 'asset')}${rows.some(({ change }) => changesEffect(change)) ? '' : ', which keep their effect and have another reason for it'}`,
    ['What', 'Dealing', 'Before', 'After', 'Items', 'Stated value', 'From'],
    rows.map(cells),
    { shown: rowsShown, numeric: [4, 5], rest: 'in the CSV' },
  )}</div>`;
}

function cells({ change, name, activities, count, values }: ChangeRow): Part[] {
  const match = change.confidence === 'certain' ? '' : `, ${change.confidence}`;
  return [
    html`<bdi>${name}</bdi> <small>${change.assetKind}${match}</small>${pathMarkup(change.path, name)}`,
    activities.join(', '),
    effectMark(change.before),
    html`${effectMark(change.after)}${changesEffect(change) ? '' : html`<br><small>for another reason</small>`}${change.policy ? html`<br><small>${change.policy}</small>` : ''}${change.later.map((step) => html`<br><small>then ${step.effect} from ${day(step.from)}</small>`)}`,
    numberText(count),
    amounts(values),
    day(change.from),
  ];
}
