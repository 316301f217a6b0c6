import { joinsOtherwise, splitCompound, withoutTakenOn } from './arabic-names.ts';
import { outsideBrackets, ownNameInBrackets } from './bracketed-names.ts';
import { withoutBurmeseAddress } from './burmese-address.ts';
import { companyTokens, withPhrases } from './company-tokens.ts';
import { companyWord } from './company-words.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { readAsRussian, readForeign } from './foreign-words.ts';
import { hanCompany, hanPerson, partHanName } from './han-name.ts';
import type { HanName } from './han-reading.ts';
import { hanSegments } from './han-segments.ts';
import { inPlace } from './in-place.ts';
import { hangulCompany, hangulPerson, koreanReadings } from './korean-name.ts';
import {
  cantonesePerson,
  hasJoined,
  isPinyinName,
  marriedName,
  pinyinCompany,
  pinyinPerson,
  translatedPinyin,
  wadePerson,
  withoutWesternName,
} from './latin-readings.ts';
import { legalForm } from './legal-form.ts';
import { asLatinLookAlike } from './normalise.ts';
import { otherSpellings } from './other-spellings.ts';
import { personTokens } from './person-tokens.ts';
import { besideOffice } from './person-words.ts';
import { withPinyinBrands } from './pinyin-brands.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { romaniseWesternArmenian } from './romanise/caucasian.ts';
import { eastAsianLatin } from './romanise/east-asian-cyrillic.ts';
import { simplified } from './romanise/han.ts';
import { partKoreanName } from './romanise/hangul.ts';
import type { Script } from './script.ts';
import { type NameKindWanted, type NameSide, type Token, tokenFlags } from './token.ts';
import { vesselTokens } from './vessel-tokens.ts';
import { type WrittenWord, writtenWords } from './written-word.ts';

/** What an alternative sequence is. */
export const readingKinds = [
  'phrases',
  'outside brackets',
  'one of several',
  'pinyin',
  'pinyin joined',
  'translated',
  'wade-giles',
  'cantonese',
  'korean',
  'japanese',
  'romanised',
  'look-alike letters',
  'given name left out',
  'brand',
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
  side: NameSide = 'query',
  options: { readonly country?: string; readonly language?: string } = {},
): NameAnalysis {
  const reasons: Reason[] = [];
  const note: Note = (code: ReasonCode, detail: string) => {
    if (reasons.length < 64) reasons.push({ code, detail });
  };
  const words = withoutLabel(writtenWords(text), text);
  for (const word of words) for (const code of word.codes) note(code, `${word.raw} → ${word.text}`);
  const script = mostWritten(words);
  const readings: Token[][] = [];
  const kinds: ReadingKind[] = [];
  const add: AddReading = (readingKind, reading) => {
    if (reading === undefined || readings.length >= mostReadings) return;
    readings.push([...reading]);
    kinds.push(readingKind);
  };
  if (script === 'Hani' || script === 'Hang') {
    const own = words.filter((word) => word.script === script);
    const others = words.filter((word) => word.script !== script);
    const read = kind === 'any' ? guessEastAsian(own, script) : kind;
    const name = eastAsian(own, script, read, note);
    if (name !== undefined) {
      // Latin letters in such a name (`DJI大疆`) stand in every sequence, after the rest.
      const rest =
        others.length === 0
          ? []
          : finish(
              readForeign(others, note, options.language, read !== 'person'),
              read,
              note,
              options.country,
            );
      for (const reading of name.readings) add(reading.kind, [...reading.tokens, ...rest]);
      return {
        tokens: [...name.tokens, ...rest],
        readings,
        readingKinds: kinds,
        script,
        kind: read,
        reasons,
      };
    }
  }
  const all: readonly DraftWord[] =
    script === 'Latn' && words.every(isLatin)
      ? words
      : readForeign(latinNeighbours(words, note), note, options.language, kind !== 'person');
  const read = kind === 'any' ? guessKind(all) : kind;
  const [from, to] = (read === 'person' ? besideOffice(all) : undefined) ?? [0, all.length];
  const drafts = to - from === all.length ? all : all.slice(from, to);
  const respelt = (other: string): NameAnalysis => {
    const analysis = analyseName(other, read, side, options);
    const own = writtenWords(other);
    const placed = (tokens: readonly Token[]): readonly Token[] => inPlace(tokens, own, words);
    return { ...analysis, tokens: placed(analysis.tokens), readings: analysis.readings.map(placed) };
  };
  let tokens = finish(drafts, read, note, options.country);
  if (script === 'Armn') add('romanised', finish(asWesternArmenian(drafts), read, note, options.country));
  if (script === 'Cyrl' || script === 'Grek') {
    const latin = lookAlikeText(words);
    if (latin !== undefined) add('look-alike letters', respelt(latin).tokens);
  }
  const russian =
    script === 'Cyrl' && read === 'person' ? readAsRussian(words, drafts, options.language) : undefined;
  if (script === 'Cyrl' && read === 'person') {
    for (const latin of eastAsianLatin(words.map((word) => word.text))) {
      const own = respelt(latin);
      if (!own.readingKinds.includes('korean')) add('romanised', own.tokens);
      for (const [index, reading] of own.readings.entries()) add(own.readingKinds[index]!, reading);
    }
  }
  if (russian !== undefined) add('romanised', finish(russian, read, note, options.country));
  if (read === 'company') {
    if (script === 'Latn') tokens = [...withPinyinBrands(tokens)];
    companyReadings(tokens, add, side);
  } else if (read === 'person') {
    if (script === 'Latn') tokens = personReadings(tokens, add);
    add('outside brackets', outsideBrackets(tokens, tokenFlags.bracketed | tokenFlags.quoted));
    const apart = script === 'Latn' ? withoutTakenOn(drafts) : undefined;
    if (apart !== undefined) add('split', personTokens(apart, note));
    const mended = side === 'query' && script === 'Latn' ? splitCompound(drafts) : undefined;
    if (mended !== undefined) add('joined', personTokens(mended, note));
    const { turned, joined } = joinsOtherwise(drafts);
    if (side === 'query' && turned !== undefined) add('joined', personTokens(turned, note));
    if (side === 'query' && joined) add('split', personTokens(drafts, note, false));
  }
  if (script === 'Latn') {
    for (const other of otherSpellings(text, read === 'person')) add('romanised', respelt(other).tokens);
  }
  for (const [from, to] of strokeParts(words, text, read)) {
    // The text is kept in its place, so that offsets stay those of the whole.
    const part = analyseName(' '.repeat(from) + text.slice(from, to), read, side, options);
    // Of `Import/Export Corporation` the parts are no names.
    if (!part.tokens.some((one) => one.class === 'distinctive' || one.class === 'surname')) continue;
    add('one of several', part.tokens);
    for (const [index, reading] of part.readings.entries()) add(part.readingKinds[index]!, reading);
  }
  return { tokens, readings, readingKinds: kinds, script, kind: read, reasons };
}

/**
 * `Name / Name`: where both sides have two words or more each is a name of its own, often in another language. One
 * word beside a stroke (`M/V`, `A/S`, `LAPO/LAPPO`) is not.
 */
function strokeParts(
  words: readonly WrittenWord[],
  text: string,
  kind: NameAnalysis['kind'],
): readonly (readonly [number, number])[] {
  if (words.length < 4 || !text.includes('/')) return [];
  // Numbers tell firms apart, and only one of two names may carry the number that differs.
  if (kind !== 'person' && words.some((word) => /\d/.test(word.text))) return [];
  const parts: [number, number][] = [];
  let first = 0;
  for (let index = 1; index <= words.length; index++) {
    const ends =
      index === words.length || text.slice(words[index - 1]!.end, words[index]!.start).includes('/');
    if (!ends) continue;
    if (index - first < 2) return [];
    parts.push([words[first]!.start, words[index - 1]!.end]);
    first = index;
  }
  return parts.length > 1 && parts.length <= 4 ? parts : [];
}

const labels = new Set([
  'russian',
  'ukrainian',
  'belarusian',
  'arabic',
  'persian',
  'farsi',
  'chinese',
  'korean',
  'script',
  'cyrillic',
]);

/** `Original script: Имя`, `Russian: Имя`: the label before the colon is no part of a name in another script. */
function withoutLabel(words: readonly WrittenWord[], text: string): readonly WrittenWord[] {
  for (let index = 0; index < Math.min(3, words.length - 1); index++) {
    const word = words[index]!;
    const next = words[index + 1]!;
    if (word.script !== 'Latn') return words;
    if (labels.has(word.text) && next.script !== 'Latn' && text.slice(word.end, next.start).includes(':')) {
      return words.slice(index + 1);
    }
  }
  return words;
}

/** Armenians of the west sound b as p and p as b, and so the other stops: Garabedian, Bedros. */
function asWesternArmenian(drafts: readonly DraftWord[]): DraftWord[] {
  return drafts.map((word) =>
    word.native === undefined ? word : { ...word, text: romaniseWesternArmenian(word.native) },
  );
}

/** A text all of whose letters look Latin (`Соре Охо`), as Latin; undefined where one does not or there are few. */
function lookAlikeText(words: readonly WrittenWord[]): string | undefined {
  const latin: string[] = [];
  for (const word of words) {
    const text = asLatinLookAlike(word.text);
    if (text === undefined) return undefined;
    latin.push(text);
  }
  const text = latin.join(' ');
  return words.length > 1 && text.length > 5 ? text : undefined;
}

type AddReading = (kind: ReadingKind, tokens: readonly Token[] | undefined) => void;

function companyReadings(tokens: readonly Token[], add: AddReading, side: NameSide): void {
  add('phrases', withPhrases(tokens));
  const syllables = pinyinCompany(tokens);
  if (syllables !== undefined) {
    if (hasJoined(tokens)) add('pinyin', syllables);
    for (const reading of translatedPinyin(syllables)) add('translated', reading);
  }
  add('outside brackets', outsideBrackets(tokens));
  if (side === 'listed') add('one of several', ownNameInBrackets(tokens));
}

/** Adds the readings, and gives the tokens with those marked that are whole syllables of a Chinese or Korean name. */
function personReadings(tokens: Token[], add: AddReading): Token[] {
  const own = withoutWesternName(tokens);
  if (own !== undefined) {
    add('given name left out', personReadings(own, add));
    add('one of several', marriedName(tokens, own));
  }
  add('given name left out', withoutBurmeseAddress(tokens));
  if (tokens.length > 4) return tokens;
  const cantonese = cantonesePerson(tokens);
  if (cantonese !== undefined) return cantoneseReadings(cantonese, add);
  const pinyin = pinyinPerson(tokens);
  add('pinyin', pinyin);
  for (const reading of wadePerson(tokens)) add('wade-giles', reading);
  const korean = koreanReadings(tokens);
  for (const reading of korean) add('korean', reading);
  const chinese = pinyin !== undefined || isPinyinName(tokens);
  if (!chinese && korean.length === 0) return tokens;
  return tokens.map((one) =>
    one.class === 'given' || (chinese && one.class === 'surname')
      ? { ...one, flags: one.flags | tokenFlags.syllable }
      : one,
  );
}

/** A name in Cantonese syllables may be Wade-Giles or Korean as well. */
function cantoneseReadings(tokens: Token[], add: AddReading): Token[] {
  for (const reading of wadePerson(tokens)) add('wade-giles', reading);
  for (const reading of koreanReadings(tokens)) add('korean', reading);
  return tokens;
}

function isLatin(word: WrittenWord): boolean {
  return word.script === 'Latn' || word.script === 'Zyyy';
}

/** In a Latin name with look-alike letters, a word all of look-alikes is Latin too: `Сo` beside `Тianjin`, `СО`. */
function latinNeighbours(words: readonly WrittenWord[], note: Note): readonly WrittenWord[] {
  if (!words.some((word) => word.codes.includes('look-alike letters') && word.script === 'Latn'))
    return words;
  return words.map((word) => {
    const latin = word.script === 'Cyrl' || word.script === 'Grek' ? asLatinLookAlike(word.text) : undefined;
    if (latin === undefined) return word;
    note('look-alike letters', `${word.raw} → ${latin}`);
    return { ...word, text: latin, script: 'Latn' as const, flags: word.flags | tokenFlags.repaired };
  });
}

function eastAsian(
  own: readonly WrittenWord[],
  script: Script,
  kind: 'person' | 'company' | 'vessel' | 'aircraft',
  note: Note,
): HanName | undefined {
  if (script === 'Hang') return kind === 'person' ? hangulPerson(own, note) : hangulCompany(own, note);
  if (kind !== 'person') return hanCompany(own, note);
  const whole = own.map((word) => word.text).join('');
  const first = own[0]!;
  return [...whole].length > 6
    ? hanCompany(own, note)
    : hanPerson({ ...first, text: whole, end: own.at(-1)!.end }, note);
}

/** Two to four characters that begin with a surname are a person, unless a legal form or trade word ends them. */
function guessEastAsian(own: readonly WrittenWord[], script: Script): 'person' | 'company' {
  const whole = own.map((word) => word.text).join('');
  if (script === 'Hang')
    return partKoreanName(whole) !== undefined && whole.length <= 4 ? 'person' : 'company';
  const text = simplified(whole);
  const segments = hanSegments(text);
  return partHanName(text) !== undefined && segments.every((segment) => segment.kind === 'core')
    ? 'person'
    : 'company';
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
