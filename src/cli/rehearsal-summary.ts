import { dayInWords, wholeMoneyText } from '../model/index.ts';
import type { Rehearsal } from '../rehearsal/index.ts';
import { dealingsInBrief, tiesByConfidence } from '../report/index.ts';
import { displayWidth, effectText, proseWidth, styled, wrap } from './terminal.ts';

/** The rehearsal of one scenario on several portfolios, on one screen. */
export function rehearsalSummary(
  rehearsals: readonly Rehearsal[],
  regimeTitle: (id: string) => string,
  supposed: readonly string[],
  known = '',
): string {
  const { scenario } = rehearsals[0]!;
  const shown = supposed.slice(0, mostSupposed);
  const left = supposed.length - shown.length;
  return [
    `${styled('bold', scenario.title)}\n`,
    wrap(
      `Supposed: ${shown.join('; ')}${left > 0 ? `; and ${left} more` : ''}. Rehearsed for ${dayInWords(scenario.on)}. ${known}`.trim(),
    ),
    ...rehearsals.map((rehearsal) => portfolioText(rehearsal, regimeTitle)),
    '\n',
    wrap(open(rehearsals)),
    styled(
      'dim',
      wrap(
        'A rehearsal of something that has not happened. Possible matches, no verdict; what is not here is not cleared; no legal advice.',
      ),
    ),
  ].join('');
}

const mostSupposed = 4;
const label = 18;
const width = 100;

function portfolioText(rehearsal: Rehearsal, regimeTitle: (id: string) => string): string {
  const { totals, portfolio, changes, deadlines } = rehearsal;
  const brief = dealingsInBrief(changes);
  const ties = tiesByConfidence([rehearsal]);
  const devices = changes.some(({ assetKind }) => assetKind === 'device');
  const first = deadlines.find(({ change }) => change !== undefined);
  const reason = changes.find(({ before, after }) => before !== after);
  return [
    `\n${styled('bold', `${portfolio.title}: ${totals.changedAssets} of ${totals.assets} assets change`)}\n`,
    brief.length === 0 ? row('Nothing', 'that was found becomes stricter or freer') : '',
    ...brief.map(({ effect, words }) => row(effectText(effect), words)),
    devices && !changes.some(({ activity }) => activity === 'use')
      ? row('Use', 'of what is installed does not change')
      : '',
    ties.length > 0
      ? row(
          'How sure',
          `the tie to the party is ${ties.map(({ confidence, count }) => `${confidence} for ${count}`).join(', ')}`,
        )
      : '',
    totals.otherReasonAssets > 0
      ? row('The same', `for ${totals.otherReasonAssets} more assets, for other reasons than today’s`)
      : '',
    totals.byKind.length > 0
      ? row(
          'Stated value',
          totals.byKind
            .map(
              ({ kind, values }) =>
                `${kind}s ${values.map((value) => wholeMoneyText(value)).join(' + ') || 'not known'}`,
            )
            .join('; '),
        )
      : '',
    first ? row('First day', `${dayInWords(first.day)}: ${first.what}`) : '',
    reason
      ? row(
          'Why, first',
          `${reason.because} (${[reason.citation, regimeTitle(reason.regime)].filter(Boolean).join('; ')})`,
        )
      : '',
  ].join('');
}

/** A name, and beside it a text over as many lines as it needs. */
function row(name: string, text: string): string {
  const [first, ...more] = wrap(text, proseWidth(width) - label)
    .trimEnd()
    .split('\n');
  const blank = ' '.repeat(Math.max(0, label - 2 - displayWidth(name)));
  return [`  ${name}${blank}${first}`, ...more.map((line) => `${' '.repeat(label)}${line}`)]
    .map((line) => `${line}\n`)
    .join('');
}

function open(rehearsals: readonly Rehearsal[]): string {
  const dealings = rehearsals.reduce((sum, { undetermined }) => sum + undetermined.length, 0);
  const unsettled = rehearsals.reduce(
    (sum, rehearsal) => sum + rehearsal.unsettled.reduce((count, device) => count + device.count, 0),
    0,
  );
  return `Not decided: ${dealings} dealings for want of a fact, ${unsettled} devices whose maker is not settled. The report (--report) has the questions.`;
}
