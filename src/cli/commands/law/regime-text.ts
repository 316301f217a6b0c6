import { boundInWords } from '../../../law/index.ts';
import {
  type Condition,
  dayInWords,
  type Exception,
  type Moment,
  type Provision,
  type Regime,
} from '../../../model/index.ts';
import { effectText, styled, wrap } from '../../terminal.ts';

/** A regime as its file says it, for whoever checks it: every rule with whom it binds, when, on what, and where it stands. */
export function regimeText(regime: Regime): string {
  const lines = [
    `${styled('bold', regime.name)} (${regime.id})`,
    `${regime.issuer}; in force from ${regime.from}; checked on ${regime.checkedOn}, to be looked at again by ${regime.reviewBy}`,
    `who is reached: ${regime.ownership.says} (${regime.ownership.test})`,
  ];
  if (regime.knownUntil) lines.push(`not known after ${regime.knownUntil.day}: ${regime.knownUntil.why}`);
  lines.push('', ...regime.authority.map(({ cite, verified }) => `  ${cite} [${verified}]`));
  const parts = [`${lines.join('\n')}\n`, heading('Provisions'), ...regime.provisions.map(provisionText)];
  if (regime.exceptions.length > 0)
    parts.push(heading('Exceptions and licences'), ...regime.exceptions.map(exceptionText));
  parts.push(heading('It does not do'));
  for (const { says, verified } of regime.doesNotDo) parts.push(wrap(`${says} [${verified}]`, 100, '  '));
  return parts.join('');
}

function heading(text: string): string {
  return `\n${styled('bold', text)}\n`;
}

function provisionText(one: Provision): string {
  const policy = one.policy === undefined ? '' : ` (${one.policy})`;
  return ruleText(`${one.id}: ${effectText(one.effect)}${policy}`, one.says, [
    one.activities.join(', '),
    `binds ${boundInWords(one.bound)}; ${periodInWords(one.from, one.until)}`,
    ...one.when.map(conditionInWords),
    ...(one.knownUntil ? [`not known after ${one.knownUntil.day}: ${one.knownUntil.why}`] : []),
    `${one.citation} [${one.verified}]`,
  ]);
}

function exceptionText(one: Exception): string {
  const frees = one.frees === 'all' ? 'everything here' : one.frees.join(', ');
  return ruleText(`${one.id}: ${one.kind}, frees ${frees}`, one.says, [
    ...(one.activities ? [one.activities.join(', ')] : []),
    ...(one.from || one.until ? [periodInWords(one.from, one.until)] : []),
    ...one.when.map(conditionInWords),
    `${one.citation} [${one.verified}]`,
  ]);
}

function ruleText(head: string, says: string, details: readonly string[]): string {
  return [`  ${head}\n`, wrap(says, 100, '    '), ...details.map((text) => wrap(text, 100, '    '))].join('');
}

function periodInWords(from: Moment | undefined, until: Moment | undefined): string {
  const start = from === undefined ? '' : `from ${momentInWords(from)}`;
  return until === undefined ? start : `${start} until ${momentInWords(until)}`.trim();
}

function momentInWords(moment: Moment): string {
  if (moment === 'listing') return 'the listing';
  if (typeof moment === 'string') return dayInWords(moment);
  if ('text' in moment) return moment.text;
  const named = moment.or?.map((name) => `“${name}” of the entry`).join(' or ');
  const counted = moment.after === 0 ? 'the listing' : `${moment.after} days after the listing`;
  return `${moment.dayBefore ? 'the day before ' : ''}${named ? `${named}, else ` : ''}${counted}`;
}

const whereMissing: Readonly<Record<Condition['missing'], string>> = {
  undetermined: 'left open',
  'assume met': 'assumed, which is said',
  'assume not met': 'assumed not to hold, which is said',
  met: 'taken to hold',
  'not met': 'taken not to hold',
};

function conditionInWords({ fact, is, isNot, assume, missing, why }: Condition): string {
  const parts = [
    is && `is ${is.join(' or ')}`,
    isNot && `is not ${isNot.join(' nor ')}`,
    assume && `is taken to hold for ${assume.join(' or ')}`,
  ];
  const held = parts.filter((part) => part !== undefined).join(', ');
  return `where “${fact}” ${held}; where not stated, ${whereMissing[missing]}${why === undefined ? '' : `. ${why}`}`;
}
