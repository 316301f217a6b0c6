import { arabicParts, joinGod } from './arabic-names.ts';
import { isPinyin, pinyinParse } from './chinese-latin.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { foldKey } from './fold-key.ts';
import { isArabicName, nameGroup, nicknames, patronymicGroup } from './nicknames.ts';
import { patronymic } from './patronymic.ts';
import {
  honorifics,
  isAlternativeMark,
  isGenerationSuffix,
  isParticle,
  particleGroup,
} from './person-words.ts';
import { koreanSyllables } from './romanise/hangul.ts';
import { surnameGroup } from './surname-spellings.ts';
import { surnameTables } from './surname-tables.ts';
import { type Token, type TokenClass, tokenFlags } from './token.ts';

const digitInWord = /\d/;
const misread: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  2: 'z',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
};

const toned = /^(?:[a-z]{1,6}[1-5])+$/;

/** Digits that stand for Arabic letters in the Latin letters of phones: `3ali`, `Mo7ammed`. */
const chatLetters: Readonly<Record<string, string>> = {
  2: '',
  3: '',
  5: 'kh',
  6: 't',
  7: 'h',
  8: 'gh',
  9: 's',
};

/**
 * Tokens of a person's name with their parts. What tells the surname, in this order: a comma after it, capitals where
 * the rest has small letters, else its place (then `guessed` is set). Titles, particles, initials and patronymics
 * are told by tables and form. Without `join`, `Allah` and `Zada` stay words of their own.
 */
export function personTokens(written: readonly DraftWord[], note: Note, join = true): Token[] {
  const drafts = join ? joinGod(written, note) : written;
  const words: DraftWord[] = [];
  // Pinyin has its tones in digits on every word or on none: Guo2qing1, but not Pedro Ne1.
  const isToned = drafts.every(({ text }) => toned.test(text));
  for (const draft of drafts) {
    const repaired = repairDigits(draft, isToned, note);
    for (const part of splitCase(repaired, note)) {
      for (const piece of arabicParts(part, note)) words.push(piece);
    }
  }
  const comma = words.findIndex((word, index) => index > 0 && (word.flags & tokenFlags.commaBefore) !== 0);
  const someSmall = words.some(
    (word) => !word.capitals && word.raw.length > 2 && word.raw !== word.raw.toLowerCase(),
  );
  const capitalsTell = someSmall && words.some((word) => word.capitals && word.raw.length > 2);
  const classes = words.map((word, index) => partOf(word, index, words));
  const open = classes.filter((one) => one === undefined).length;
  // A title that is also a name is a name where little else is left.
  for (let index = 0; index < words.length; index++) {
    if (classes[index] === 'honorific' && isNameToo(words[index]!) && open < 2) classes[index] = undefined;
  }
  const left = classes.flatMap((one, index) => (one === undefined ? [index] : []));
  const surnameAt = isEastAsian(words, left) ? left[0] : left[left.length - 1];
  const tokens: Token[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    let kind = classes[index];
    let flags = 0;
    if (kind === undefined) {
      if (comma > 0) kind = index < comma ? 'surname' : 'given';
      else if (capitalsTell) kind = word.capitals ? 'surname' : 'given';
      else {
        kind = index === surnameAt ? 'surname' : 'given';
        flags = tokenFlags.guessed;
      }
      if (kind === 'given' && left.length > 1) {
        const sex = patronymic(word.text);
        if (sex !== undefined && index !== left[0]) {
          kind = 'patronymic';
          note('patronymic', word.text);
        }
      }
    }
    tokens.push(personToken(word, kind, flags, note));
  }
  return afterwards(tokens, left.length);
}

/** A title that may be a name: one with a full stop is short for a title. */
function isNameToo({ text, dotted }: DraftWord): boolean {
  return !dotted && honorifics(text) === 'weak';
}

/** `H.E.` before a name: his or her excellency. */
function isExcellency(index: number, words: readonly DraftWord[]): boolean {
  const [first, second, third] = words;
  return (
    index < 2 &&
    first?.text === 'h' &&
    first.dotted &&
    second?.text === 'e' &&
    second.dotted &&
    third !== undefined
  );
}

/** Chinese and Korean names of two or three words have the surname first, unless only the last word is one. */
function isEastAsian(words: readonly DraftWord[], left: readonly number[]): boolean {
  if (left.length < 2 || left.length > 4 || left.length !== words.length) return false;
  // `Tung Chee-hwa`, `Lam Cheng Yuet-ngor`: a given name of two short syllables with a hyphen, after a surname.
  const hyphenedGiven =
    left.length >= 3 &&
    (words.at(-1)!.flags & tokenFlags.hyphenBefore) !== 0 &&
    words.slice(-2).every((word) => word.text.length <= 5) &&
    surnameTables.chineseLatin(words[0]!.text).length > 0;
  if (hyphenedGiven) return true;
  if (left.length > 3) return false;
  const texts = words.map((word) => word.text);
  const first = texts[0]!;
  if (first.length > 6 || texts.some((text) => text.length > 12)) return false;
  const chinese =
    surnameTables.chineseLatin(first).length > 0 &&
    texts.slice(1).every((text) => isPinyin(text) || (pinyinParse(text)?.length ?? 9) <= 2);
  if (chinese) return true;
  return (
    surnameTables.korean(first).length > 0 &&
    texts.slice(1).every((text) => koreanSyllables(text) !== undefined)
  );
}

/** Guessed last `surname` that is a patronymic in a name of three (`Ivanov Ivan Ivanovich`): then the first is the surname. */
function afterwards(tokens: Token[], names: number): Token[] {
  if (names < 3) return tokens;
  const last = tokens.findLastIndex(
    (one) => one.class === 'surname' && (one.flags & tokenFlags.guessed) !== 0,
  );
  if (last < 0 || patronymic(tokens[last]!.text) === undefined) return tokens;
  if (tokens.some((one) => one.class === 'patronymic')) return tokens;
  const first = tokens.findIndex((one) => one.class === 'given');
  if (first < 0) return tokens;
  return tokens.map((one, index) => {
    if (index === last) return { ...one, class: 'patronymic' as const };
    if (index === first) return { ...one, class: 'surname' as const };
    return one;
  });
}

function partOf(word: DraftWord, index: number, words: readonly DraftWord[]): TokenClass | undefined {
  const text = word.text;
  const next = words[index + 1];
  // `O, Yong Ho`: one letter before a comma is a surname.
  const beforeComma = index === 0 && next !== undefined && (next.flags & tokenFlags.commaBefore) !== 0;
  if (beforeComma && !word.dotted) return undefined;
  // `Wan E-hsiang`, `Il-U Cho`: a vowel joined by a hyphen is a syllable.
  const hyphened = (word.flags | (next?.flags ?? 0)) & tokenFlags.hyphenBefore;
  if (hyphened !== 0 && !word.dotted && (isPinyin(text) || text === 'u')) return undefined;
  if (isKoreanVowel(index, words)) return undefined;
  if (isExcellency(index, words)) return 'honorific';
  if (isInitial(word)) return 'initial';
  if (isGenerationSuffix(text) && index > 0) return 'generic';
  if (isAlternativeMark(text)) return 'generic';
  if (isAssimilated(word, next)) return 'particle';
  const before = words[index - 1];
  // `Haitham el-Cheikh`: with the article, at the end, a title is a name.
  const isName = index > 1 && next === undefined && particleGroup(before!.text) === 'particle:al';
  if (honorifics(text) !== undefined && !isName) {
    const first =
      index === 0 ||
      (word.flags & tokenFlags.commaBefore) !== 0 ||
      (before !== undefined && honorifics(before.text) !== undefined);
    if (honorifics(text) === 'strong' || first) return 'honorific';
  }
  if (isChineseGiven(index, words)) return undefined;
  if (isParticle(text) && words.length > 1 && !isChineseSurname(index, words) && !isLastSurname(index, words))
    return 'particle';
  if (/^\d+$/.test(text)) return 'number';
  return undefined;
}

const assimilated = /^[ae](?:[zsrndt]|sh|ch)$/;

/** `ach-Chehri`, `ez-Zaidi`: the article before a consonant that it takes on. */
function isAssimilated(word: DraftWord, next: DraftWord | undefined): boolean {
  return (
    next !== undefined &&
    (next.flags & tokenFlags.hyphenBefore) !== 0 &&
    assimilated.test(word.text) &&
    next.text.startsWith(word.text.slice(1))
  );
}

/** `Ho O Yong`, `Kim U Jong`: among Korean syllables an O or U without a full stop is no initial, wherever it stands. */
function isKoreanVowel(index: number, words: readonly DraftWord[]): boolean {
  const { text, dotted } = words[index]!;
  return (
    (text === 'o' || text === 'u') &&
    !dotted &&
    words.length === 3 &&
    words.every((other, at) => at === index || koreanSyllables(other.text) !== undefined)
  );
}

/** `Jong Hyok AN`: a small word in capitals at the end is a surname where Koreans have it. */
function isLastSurname(index: number, words: readonly DraftWord[]): boolean {
  const word = words[index]!;
  return (
    index > 0 && index === words.length - 1 && word.capitals && surnameTables.korean(word.text).length > 0
  );
}

/** `Li San`: of two syllables after a Chinese surname the second is the given name, though elsewhere it is an article. */
function isChineseGiven(index: number, words: readonly DraftWord[]): boolean {
  return (
    index === 1 &&
    words.length === 2 &&
    isPinyin(words[1]!.text) &&
    surnameTables.chineseLatin(words[0]!.text).length > 0
  );
}

/** `Lo Chuan-hsu`: before a given name of two short syllables with a hyphen even an article is a surname. */
function isChineseSurname(index: number, words: readonly DraftWord[]): boolean {
  return (
    index === 0 &&
    words.length === 3 &&
    (words[2]!.flags & tokenFlags.hyphenBefore) !== 0 &&
    words.every((word) => word.text.length <= 6) &&
    surnameTables.chineseLatin(words[0]!.text).length > 0
  );
}

function isInitial(word: DraftWord): boolean {
  const length = word.text.length;
  if (length === 1) return true;
  return length === 2 && word.dotted && /^(?:y[aeu]|[czks]h|ts|iu|ia|ju|ja)$/.test(word.text);
}

function personToken(word: DraftWord, kind: TokenClass, flags: number, note: Note): Token {
  let group: string | undefined = word.group;
  let short: readonly string[] = [];
  if (kind === 'particle') group = particleGroup(word.text);
  else if (kind === 'honorific') note('honorific', word.text);
  else if (kind === 'given' || kind === 'surname' || kind === 'patronymic') {
    group ??=
      kind === 'patronymic'
        ? patronymicGroup(word.text)
        : (nameGroup(word.text, kind === 'surname' && (flags & tokenFlags.guessed) === 0) ??
          surnameGroup(word.text));
    short = nicknames(word.text);
    if (short.length > 0) note('nickname', `${word.text} → ${short.join(', ')}`);
  }
  return {
    text: word.text,
    fold: foldKey(word.text),
    class: kind,
    start: word.start,
    end: word.end,
    flags: word.flags | flags,
    ...(word.native === undefined ? {} : { native: word.native }),
    ...(group === undefined ? {} : { group }),
    ...(short.length === 0 ? {} : { shortFor: short }),
  };
}

/** Digits inside a word of a person's name are misread letters: `Anato1y`, `6orlov`. */
function repairDigits(word: DraftWord, isToned: boolean, note: Note): DraftWord {
  if (!digitInWord.test(word.text) || word.text.length < 3) return word;
  const letters = word.text.replace(/\d/g, '').length;
  if (letters * 2 <= word.text.length) return word;
  if (isToned && pinyinParse(word.text.replace(/\d/g, '')) !== undefined)
    return { ...word, text: word.text.replace(/\d/g, '') };
  const chat = word.text.replace(/\d/g, (digit) => chatLetters[digit] ?? digit);
  const text = isArabicName(chat) ? chat : word.text.replace(/\d/g, (digit) => misread[digit] ?? digit);
  note('digits read as letters', `${word.text} → ${text}`);
  return { ...word, text, flags: word.flags | tokenFlags.repaired };
}

const caseChange = /(?<=\p{Ll})(?=\p{Lu})/u;
/** `YanxiongZheng`, `KamalAl-Hassan`: a change to a capital inside a word parts names, except Mc and Mac. */
function splitCase(word: DraftWord, note: Note): readonly DraftWord[] {
  if (word.script !== 'Latn' || word.raw.length < 6 || !caseChange.test(word.raw)) return [word];
  if (/^(?:Mc|Mac|O)\p{Lu}\p{Ll}+$/u.test(word.raw)) return [word];
  const parts = word.raw.split(caseChange);
  if (parts.some((part) => part.length < 2)) return [word];
  // The folded text must fall into the same parts, letter for letter; else leave the word whole.
  if (word.text.length !== word.raw.length) return [word];
  note('letter case split', `${word.raw} → ${parts.join(' ')}`);
  let at = 0;
  return parts.map((part) => {
    const from = at;
    at += part.length;
    return {
      ...word,
      raw: part,
      text: word.text.slice(from, at),
      start: word.start + from,
      end: word.start + at,
      flags:
        (from === 0 ? word.flags : word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore)) |
        tokenFlags.cut,
      capitals: false,
    };
  });
}
