import { type Answer, dayInWords, type Effect } from '../model/index.ts';
import type { BookedProvision } from './law-book.ts';
import type { PreparedQuestion } from './prepare-question.ts';
import type { Standing } from './standing.ts';

/** What an effect says of the actor and the activity. */
const verdicts: Readonly<Record<Effect, (what: string) => string>> = {
  blocked: (what) => `may not ${what}: it is blocked`,
  prohibited: (what) => `may not ${what}`,
  'licence required': (what) => `needs a licence to ${what}`,
  'not authorised': (what) => `gets no authorisation to ${what}`,
  ineligible: (what) => `is not eligible to ${what}`,
  'rebuttable presumption': (what) => `may ${what} only after rebutting a legal presumption`,
  'removal required': (what) => `may no longer ${what}: removal is required`,
  'disclosure required': (what) => `may ${what}, but has to disclose or report it`,
  'red flag': (what) => `may ${what} only after resolving a red flag`,
  allowed: (what) => `may ${what}: no rule held here forbids it`,
  undetermined: (what) => `may or may not ${what}: that cannot be said on the facts given`,
};

/** How sure the source is, where it was not seen itself. */
const flags: Readonly<Record<string, string>> = {
  secondary: 'known from a secondary source',
  'from memory': 'from memory, not looked up',
  disputed: 'sources disagree',
  invented: 'supposed',
};

/** An answer in two or three sentences, put together from the data by fixed patterns. */
export function plainWords(
  question: PreparedQuestion,
  counterparty: Standing,
  answer: Omit<Answer, 'plain'>,
  lead: BookedProvision | undefined,
): string {
  const what = `${question.activity.phrase ?? question.activity.word} ${counterparty.name}`;
  const sentences = [
    sentence(`On ${dayInWords(question.on)} ${actorInWords(question)} ${verdicts[answer.effect](what)}`),
  ];
  const first = answer.provisions.find((applied) => applied.effect === answer.effect);
  if (lead && first) {
    const policy = answer.policy ? `; review policy: ${answer.policy}` : '';
    const flag = first.verified in flags ? `; ${flags[first.verified]}` : '';
    sentences.push(`${lead.regime.short}: ${lead.provision.says} (${first.citation}${policy}${flag})`);
    if (first.assumed) sentences.push('This rests on an assumed listing.');
  } else if (answer.effect === 'allowed') {
    if (answer.notForbidden.length > 0) sentences.push(answer.notForbidden[0]!);
    sentences.push('That is no clearance.');
  }
  const unknown = answer.unknowns[0];
  if (unknown) {
    const intro = answer.effect === 'undetermined' ? 'To settle it' : 'It could change with this';
    sentences.push(`${intro}: ${unknown.question}`);
  }
  return sentences.join(' ');
}

function actorInWords({ roles, jurisdictions }: PreparedQuestion): string {
  const role = [...roles].filter((word) => word !== 'us-person')[0] ?? [...roles][0] ?? 'person';
  const where = [...jurisdictions].map((code) => code.toUpperCase()).join('/');
  if (role === 'us-person') return 'a US person';
  return `${/^[aeio]/.test(role) ? 'an' : 'a'} ${role} (${where})`;
}

/** Closes a sentence once: company names often end in a full stop of their own. */
function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
