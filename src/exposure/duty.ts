import type { Finding } from '../model/index.ts';

/** What somebody has to do about an asset, most urgent first. */
export const duties = [
  'stop using',
  'divest',
  'stop buying',
  'stop dealing',
  'ask for a licence',
  'disclose',
  'find out',
  'nothing',
] as const;
export type Duty = (typeof duties)[number];

export const dutyTitles: Readonly<Record<Duty, string>> = {
  'stop using': 'Remove or stop using',
  divest: 'Sell or stop holding',
  'stop buying': 'Stop buying',
  'stop dealing': 'Stop selling, paying or being paid',
  'ask for a licence': 'Ask for a licence first',
  disclose: 'Disclose or represent',
  'find out': 'Find out',
  nothing: 'Nothing to do by what is held here',
};

const using = new Set(['use', 'install', 'maintain', 'hold property']);
const buying = new Set(['buy', 'contract', 'import', 'buy securities']);

/** What a finding asks for. A match that is only possible asks first to find out; it never orders anything. */
export function dutyOf(finding: Pick<Finding, 'effect' | 'activity' | 'touch'>): Duty {
  const { effect, activity, touch } = finding;
  if (effect === 'allowed') return 'nothing';
  if (effect === 'undetermined' || effect === 'red flag') return 'find out';
  if (touch.confidence === 'possible' || touch.confidence === 'unknown') return 'find out';
  if (effect === 'disclosure required') return 'disclose';
  if (effect === 'licence required') return 'ask for a licence';
  if (effect === 'removal required' || using.has(activity)) return 'stop using';
  if (activity === 'hold securities') return 'divest';
  return buying.has(activity) ? 'stop buying' : 'stop dealing';
}
