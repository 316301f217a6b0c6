import { nameKey, namesInText } from './names.ts';
import type { Mark, SignatureBook } from './signature-book.ts';

/** A model number that a pattern knows. */
export interface ModelHit {
  readonly mark: Mark;
  readonly model: string;
  /** Found only with hyphens and spaces left out. */
  readonly isLoose: boolean;
}

/**
 * The pattern that knows the model in `text`: the whole cell, the cell without a leading brand, then (`isFreeText`)
 * each token and pair of tokens. Sure patterns come before unsure ones, exact forms before loose ones. In a free
 * text a pattern of low confidence is not tried: a short word would fit it by chance.
 */
export function findModel(text: string, book: SignatureBook, isFreeText = false): ModelHit | undefined {
  const forms = modelForms(text, isFreeText).filter(book.mayBeModel);
  if (forms.length === 0) return undefined;
  const marks = isFreeText ? book.models.filter((mark) => mark.signature.confidence !== 'low') : book.models;
  for (const level of ['high', 'medium', 'low'] as const) {
    for (const isLoose of [false, true]) {
      for (const mark of marks) {
        if (mark.signature.confidence !== level) continue;
        const model = forms.find((form) => (isLoose ? mark.looseTest! : mark.test)(form));
        if (model !== undefined) return { mark, model, isLoose };
      }
    }
  }
  return undefined;
}

/** A model number has a digit and at least three signs; words without one are names. */
const looksLikeModel = (text: string) => /\d/.test(text) && text.length >= 3;

function modelForms(text: string, isFreeText: boolean): string[] {
  const cleaned = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const tokens = cleaned.split(/[\s,;/|"“”()]+/).filter((token) => token !== '');
  const forms = new Set<string>();
  if (!isFreeText) {
    forms.add(cleaned);
    forms.add(cleaned.replaceAll(' ', ''));
    forms.add(withoutBrand(tokens).join(' '));
    forms.add(withoutBrand(tokens).join(''));
  }
  for (let at = 0; at < tokens.length; at++) {
    forms.add(tokens[at]!);
    if (/^[A-Za-z]+-?$/.test(tokens[at]!) && at + 1 < tokens.length) forms.add(tokens[at]! + tokens[at + 1]!);
  }
  return [...forms].filter(looksLikeModel);
}

/** The model of a cell that leads it with its brand: `HEN16104` of `Honeywell HEN16104`. */
export function bareModel(cell: string): string {
  return withoutBrand(cell.trim().split(/\s+/)).join(' ');
}

function withoutBrand(tokens: readonly string[]): readonly string[] {
  for (let length = Math.min(3, tokens.length - 1); length > 0; length--) {
    const head = tokens.slice(0, length).join(' ');
    if (namesInText(head).some((found) => found.entry.aliases.includes(nameKey(head))))
      return tokens.slice(length);
  }
  return tokens;
}
