import { dutyOf, type Unsettled } from '../exposure/index.ts';
import { csvLine } from '../formats/index.ts';
import type { Finding, Money } from '../model/index.ts';
import { plainAmount } from './tables.ts';

const header = [
  'asset',
  'kind',
  'label',
  'site',
  'count',
  'value',
  'currency',
  'what to do',
  'activity',
  'effect',
  'policy',
  'party',
  'party name',
  'match',
  'score',
  'match because',
  'path',
  'regime',
  'provision',
  'citation',
  'in force from',
  'until',
  'law because',
  'source flag',
  'settling check',
  'open questions',
];

export function findingsCsvHead(): string {
  return `${csvLine(header)}\r\n`;
}

/** One finding as a line for a spreadsheet; formulas in names are disarmed. */
export function findingCsvLine(
  finding: Finding,
  caption: (party: Finding['touch']['party']) => string,
): string {
  const { touch, answer } = finding;
  const lead = answer.provisions.find(({ effect }) => effect === finding.effect) ?? answer.provisions[0];
  return `${csvLine([
    finding.asset,
    finding.assetKind,
    finding.label,
    finding.site ?? '',
    String(finding.count),
    ...money(finding.value),
    dutyOf(finding),
    finding.activity,
    finding.effect,
    answer.policy ?? '',
    touch.role === 'goods' ? '' : touch.party,
    touch.role === 'goods' ? '' : caption(touch.party),
    touch.confidence,
    String(touch.score),
    touch.explanation,
    [...touch.path, ...(lead?.path ?? [])]
      .map((step) => `${step.from} ${step.relation} ${step.to}`)
      .join(' > '),
    lead?.regime ?? '',
    lead?.provision ?? '',
    lead?.citation ?? '',
    lead?.from ?? '',
    lead?.until ?? '',
    lead?.because ?? answer.plain,
    lead?.verified ?? '',
    finding.settle ?? '',
    answer.unknowns.map(({ question }) => question).join(' '),
  ])}\r\n`;
}

/** A device whose maker is not settled, as a line of the same table. */
export function unsettledCsvLine({ asset, label, site, count, question }: Unsettled): string {
  const cells = new Map<string, string>([
    ['asset', asset],
    ['kind', 'device'],
    ['label', label],
    ['site', site ?? ''],
    ['count', String(count)],
    ['what to do', 'find out'],
    ['effect', 'undetermined'],
    ['match', 'unknown'],
    ['match because', 'The evidence does not say who made it.'],
    ['settling check', question],
  ]);
  return `${csvLine(header.map((column) => cells.get(column) ?? ''))}\r\n`;
}

function money(value: Money | undefined): [string, string] {
  return value === undefined ? ['', ''] : [plainAmount(value), value.currency];
}
