import { companyTokens, withPhrases } from './company-tokens.ts';
import { companyWord } from './company-words.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { legalForm } from './legal-form.ts';
import { personTokens } from './person-tokens.ts';
import type { Reason, ReasonCode } from './reason.ts';
import type { Script } from './script.ts';
import type { NameKindWanted, NameSide, Token } from './token.ts';
import { vesselTokens } from './vessel-tokens.ts';
import { type WrittenWord, writtenWords } from './written-word.ts';

/** What an alternative sequence is. */
export const readingKinds = [
  'phrases',
  'pinyin',
  'pinyin joined',
  'translated',
  'wade-giles',
  'cantonese',
  'korean',
  'japanese',
  'romanised',
  'joined',
  'split',
] as const;
export type ReadingKind = (typeof readingKinds)[number];

/**
 * A name taken apart. `tokens` is the name itself; `readings` are other whole sequences that it may be written as,
 * `readingKinds` says of each what it is. Two names are alike as far as any sequence of one is like any of the other.
 */
export interface NameAnalysis {
  readonly tokens: readonly Token[];
  readonly readings: readonly (readonly Token[])[];
  readonly readingKinds: readonly ReadingKind[];
  /** The script of most letters. */
  readonly script: Script;
  /** What it was read as where `any` was asked. */
  readonly kind: 'person' | 'company' | 'vessel' | 'aircraft';
  readonly reasons: readonly Reason[];
}

/** No name has more readings than this. */
export const mostReadings = 16;

/**
 * Takes a name apart into tokens with their parts, and gives its alternative readings. Never throws; a text
 * without letters or digits gives no tokens.
 *
 * @example
 * analyseName('JSC "Sovfracht"', 'company', 'query').tokens.map((t) => [t.text, t.class])
 * // [['jsc', 'legal form'], ['sovfracht', 'distinctive']]
 */
export function analyseName(
  text: string,
  kind: NameKindWanted,
  _side: NameSide = 'query',
  options: { readonly country?: string; readonly language?: string } = {},
): NameAnalysis {
  const reasons: Reason[] = [];
  const note: Note = (code: ReasonCode, detail: string) => {
    if (reasons.length < 64) reasons.push({ code, detail });
  };
  const words = writtenWords(text);
  for (const word of words) for (const code of word.codes) note(code, `${word.raw} → ${word.text}`);
  const script = mostWritten(words);
  const drafts: DraftWord[] = words;
  const read = kind === 'any' ? guessKind(drafts) : kind;
  const tokens = finish(drafts, read, note, options.country);
  const readings: Token[][] = [];
  const kinds: ReadingKind[] = [];
  if (read === 'company') {
    const phrases = withPhrases(tokens);
    if (phrases !== undefined) {
      readings.push(phrases);
      kinds.push('phrases');
    }
  }
  return { tokens, readings, readingKinds: kinds, script, kind: read, reasons };
}

function finish(
  drafts: readonly DraftWord[],
  kind: 'person' | 'company' | 'vessel' | 'aircraft',
  note: Note,
  country?: string,
): Token[] {
  switch (kind) {
    case 'person':
      return personTokens(drafts, note);
    case 'company':
      return companyTokens(drafts, note, country);
    case 'vessel':
    case 'aircraft':
      return vesselTokens(drafts, kind, note);
  }
}

/** A legal form or a word for a line of business makes a company of a name of unknown kind. */
function guessKind(drafts: readonly DraftWord[]): 'person' | 'company' {
  const texts = drafts.map((draft) => draft.text);
  if (legalForm(texts).length > 0) return 'company';
  return drafts.some((draft) => companyWord(draft.text)?.class === 'industry') ? 'company' : 'person';
}

function mostWritten(words: readonly WrittenWord[]): Script {
  let best: Script = 'Zyyy';
  let most = 0;
  const counts = new Map<Script, number>();
  for (const word of words) {
    if (word.script === 'Zyyy') continue;
    const count = (counts.get(word.script) ?? 0) + word.text.length;
    counts.set(word.script, count);
    if (count > most) {
      best = word.script;
      most = count;
    }
  }
  return best;
}
