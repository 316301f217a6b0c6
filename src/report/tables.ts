import { csvLine } from '../formats/index.ts';
import { currencyDecimals, type Money } from '../model/index.ts';
import type { Rehearsal } from '../rehearsal/index.ts';

/** The changes of a rehearsal as CSV for a spreadsheet; formulas in names are disarmed. */
export function changesCsv(rehearsals: readonly Rehearsal[]): string {
  const header = [
    'portfolio',
    'asset',
    'kind',
    'label',
    'site',
    'count',
    'value',
    'currency',
    'activity',
    'before',
    'after',
    'policy',
    'from',
    'later',
    'because',
    'citation',
    'regime',
    'path',
    'confidence of the match',
    'source and flag',
  ];
  const rows = rehearsals.flatMap((rehearsal) =>
    rehearsal.changes.map((change) => [
      rehearsal.portfolio.title,
      change.asset,
      change.assetKind,
      change.label,
      change.site ?? '',
      String(change.count),
      change.value ? plainAmount(change.value) : '',
      change.value?.currency ?? '',
      change.activity,
      change.before,
      change.after,
      change.policy ?? '',
      change.from,
      change.later.map((step) => `${step.effect} from ${step.from}`).join('; '),
      change.because,
      change.citation,
      change.regime,
      change.path.map((step) => `${step.from} ${step.relation} ${step.to}`).join(' > '),
      change.confidence,
      change.verified,
    ]),
  );
  return [header, ...rows].map((cells) => `${csvLine(cells)}\r\n`).join('');
}

/** A plain decimal: `1234.50`. */
export function plainAmount(money: Money): string {
  const places = currencyDecimals(money.currency);
  const digits = String(Math.abs(money.minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${money.minor < 0 ? '-' : ''}${whole}${places ? `.${digits.slice(-places)}` : ''}`;
}
