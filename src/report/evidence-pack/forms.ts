import { type Day, daySchema, Fault } from '../../model/index.ts';
import forms from './forms.json' with { type: 'json' };

/** A question that a contractor or grant recipient must answer over a signature. */
export interface EvidencePackForm {
  readonly id: string;
  /** Other words by which the form is asked for. */
  readonly also: readonly string[];
  readonly title: string;
  readonly citation: string;
  readonly verified: string;
  /** Where the wording and its days were read. */
  readonly basis: string;
  readonly signer: string;
  readonly role: string;
  readonly questions: readonly EvidenceQuestion[];
  readonly disclose: string;
  readonly notCovered: readonly string[];
}

export interface EvidenceQuestion {
  readonly id: string;
  readonly paragraph: string;
  readonly asks: string;
  readonly activity: string;
  readonly from: Day;
  /** Which things it is about: what is handed to the government, what one uses, what grant money buys. */
  readonly scope: 'delivery' | 'use' | 'spending';
  /** The provisions of section 889 that answer it; part A, part B and the grants rule are kept apart. */
  readonly provisions: readonly string[];
}

/** The forms that a pack can be made for. */
export const evidencePackForms: readonly EvidencePackForm[] = forms.forms.map((form) => ({
  ...form,
  questions: form.questions.map((question) => ({
    ...question,
    from: daySchema.parse(question.from),
    scope: scopeOf(question.scope),
  })),
}));

function scopeOf(text: string): EvidenceQuestion['scope'] {
  if (text === 'delivery' || text === 'use' || text === 'spending') return text;
  throw new Fault('AS_INTERNAL', `“${text}” is no scope of an evidence form.`);
}

/** The form with an id, or asked for by another of its words. Throws `AS_UNKNOWN_WORD` with the forms there are. */
export function evidenceForm(word: string): EvidencePackForm {
  const wanted = word.trim().toLowerCase();
  const form = evidencePackForms.find(({ id, also }) => id === wanted || also.includes(wanted));
  if (form) return form;
  throw new Fault('AS_UNKNOWN_WORD', `There is no evidence pack for “${word}”.`, {
    remedy: `Packs are made for: ${evidencePackForms.map(({ id }) => id).join(', ')}.`,
  });
}
