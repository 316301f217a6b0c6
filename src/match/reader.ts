import {
  analyseName,
  cutLegalForm,
  foldKey,
  legalForm,
  nicknames,
  normalise,
  type Token,
  tokenFlags,
} from '../text/index.ts';
import { acronymForms } from './acronym.ts';
import { houseOfBranch } from './branch-names.ts';
import {
  type Form,
  type FormWord,
  flagCut,
  flagNative,
  flagReading,
  flagSkeleton,
  flagSyllables,
  type NameReader,
} from './form.ts';
import { beforeMisreading } from './misread-letters.ts';
import { personTexts } from './person-texts.ts';
import { repairCompanyWords } from './repair-words.ts';
import { roleCode, roleDistinctive, roleGiven, roleLegalForm, roleParticle, roleSurname } from './role.ts';
import { shipTexts } from './ship-texts.ts';
import repairs from './tables/company-word-repair.json' with { type: 'json' };

/** Parts of one text that are names of their own: `A; B`, `A (a.k.a. B)`. */
const separateNames =
  /\s*;\s*|\s*\(?\b(?:a[./]?k[./]?a\.?|f[./]?k[./]?a\.?|alias|n[ée]e|(?:formerly|previously|now) known as|former names?:|trading as|gi[àa](?=\s+\p{Lu})|anciennement|vormals|ehemals|voorheen|dawniej|ранее|бывш(?:ий|ая|ее|\.)|doing business as|d[./]?b[./]?a\.?)[\s:]+|\s*[(,]\s*(?:formerly|previously|now)[\s:]+/iu;
/** `Petróleo Brasileiro S.A. - Petrobras`: what people say stands after a dash. */
const afterDash = /\s[-–—]\s+(\p{L}{5,})\s*$/u;
/** Ships and firms in brackets are `ex` what they were called before. */
const formerNames = /\s*[(,]\s*(?:ex|now|was|renamed|formerly|previously)\b[\s.:-]+|\s+ex[\s.:-]+(?=\S)/iu;
const formerNamesInBrackets = /\s*\(\s*ex\b[\s.:-]+/iu;

/** Longest text that is read as a name; longer ones are read as free text, piece by piece. */
const longestNameText = 400;

/**
 * Reads a name by the tables of the text room: the name as written, its other readings, and each of several names
 * in one text. The same for queries and for listed names, so that both meet in the same words.
 */
export const readName: NameReader = (text, kind, side) => {
  const forms: Form[] = [];
  const seen = new Set<string>();
  const add = (tokens: readonly Token[], reading: string | undefined, read: string): void => {
    const words = inNaturalOrder(
      companyWordsInPlace(tokens.flatMap((token) => formWord(token, read, reading !== undefined))),
    );
    if (words.length === 0) return;
    const key = words.map((word) => `${word.text}/${word.role}/${word.flags}`).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    forms.push(reading === undefined ? { words } : { words, reading });
  };
  const read = (part: string): void => {
    const analysis = analyseName(part, kind, side);
    add(kind === 'person' ? asOneWord(analysis.tokens) : analysis.tokens, undefined, part);
    for (const [at, reading] of analysis.readings.entries())
      add(reading, analysis.readingKinds[at] ?? 'reading', part);
  };
  const cut = text.length > longestNameText ? text.slice(0, longestNameText) : text;
  const shortened = kind === 'company' ? cut.replace(addressOfFirms, '') : cut;
  // All of it without the marks between: these would be words and initials of a name.
  const marks = shortened.split(separateNames);
  read(marks.length > 1 ? marks.join(' ') : shortened);
  if (kind === 'company' && side === 'query') {
    for (const repaired of repairCompanyWords(shortened))
      add(analyseName(repaired, kind, side).tokens, 'slips in ordinary words put right', repaired);
  }
  if (side === 'query' && (kind === 'company' || kind === 'person')) {
    for (const mended of beforeMisreading(shortened))
      add(analyseName(mended, kind, side).tokens, 'misread letters put right', mended);
    const house = kind === 'company' && forms[0] !== undefined ? houseOfBranch(forms[0].words) : undefined;
    if (house !== undefined) forms.push({ words: house, reading: 'without the branch' });
    const whole = kind === 'company' ? withoutCutForm(shortened) : undefined;
    if (whole !== undefined) add(analyseName(whole, kind, side).tokens, 'cut within the legal form', whole);
  }
  if (side === 'query' && kind === 'person') for (const part of personTexts(shortened)) read(part);
  const isShip = kind === 'vessel' || kind === 'aircraft';
  if (side === 'query' && kind === 'vessel') for (const part of shipTexts(shortened)) read(part);
  if (kind === 'company' && side === 'listed') {
    const brand = afterDash.exec(shortened)?.[1];
    const words = brand === undefined ? [] : analyseName(brand, kind, side).tokens;
    if (words.length === 1 && words[0]!.class === 'distinctive' && words[0]!.group === undefined)
      add(words, 'one of several', brand!);
  }
  const parts = marks
    .flatMap((part) =>
      kind === 'person' ? [part] : part.split(isShip ? formerNames : formerNamesInBrackets),
    )
    .map((part) => part.replace(/^[\s),]+|[\s(,]+$/gu, ''));
  if (parts.length > 1 && parts.length <= 12) {
    for (const part of parts) if (part.length > 2) read(part);
  }
  const beginning = cutBeginning(text, kind, side, forms[0]);
  if (beginning) forms.push(beginning);
  if (kind === 'company' && forms[0]) forms.push(...acronymForms(forms[0].words, side));
  return forms;
};

/** `S.M.`: a name of initials only is looked up as one word, since an initial alone finds nobody. */
function asOneWord(tokens: readonly Token[]): readonly Token[] {
  const isLetters =
    tokens.length > 1 && tokens.every(({ class: part }) => part === 'initial' || part === 'number');
  if (!isLetters) return tokens;
  const text = tokens.map((token) => token.text).join('');
  return [{ ...tokens[0]!, text, fold: foldKey(text), class: 'surname', end: tokens.at(-1)!.end }];
}

/** A person's surnames that stand before a comma go last, where a text without spaces has them. */
function inNaturalOrder(words: FormWord[]): FormWord[] {
  const comma = words.findIndex((word) => word.afterComma);
  if (comma <= 0 || words[comma]!.role !== roleGiven) return words;
  const head = words.slice(0, comma);
  if (!head.every((word) => word.role === roleSurname || word.role === roleParticle)) return words;
  return [...words.slice(comma), ...head];
}

/** `M/S` and `Messrs` before a firm's name. */
const addressOfFirms = /^\s*(?:m\/s[.,]?|messrs[.,]?|the)\s+(?=\S+\s)/i;

const formMates = new Set(repairs.formMates.split(' '));
const ignoredWords = new Set(repairs.ignored.split(' '));

/** `Open` beside a legal form belongs to it; words of address to firms are no part of the name. */
function companyWordsInPlace(given: FormWord[]): FormWord[] {
  const words = given.map((word, at) => {
    const mate = formMates.has(given[at - 1]?.text ?? '') || formMates.has(given[at + 1]?.text ?? '');
    return mate && word.role === roleDistinctive && legalForm([word.text]).length > 0
      ? { ...word, role: roleLegalForm }
      : word;
  });
  if (!words.some((word) => word.role === roleLegalForm))
    return words.filter((word) => !ignoredWords.has(word.text));
  return words
    .filter((word) => !ignoredWords.has(word.text))
    .map((word, at, all) =>
      formMates.has(word.text) && (all[at + 1]?.role === roleLegalForm || all[at - 1]?.role === roleLegalForm)
        ? { ...word, role: roleLegalForm }
        : word,
    );
}

/** The text before a legal form of which only the beginning is left: `Aksioma Limited Liability Com`. */
function withoutCutForm(text: string): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const folded = words.map(([word]) => normalise(word).text);
  const count = cutLegalForm(folded);
  return count === 0 || count >= words.length ? undefined : text.slice(0, words[words.length - count]!.index);
}

/** Width of a name line in SWIFT MT messages, and so of many systems' fields. */
const fieldWidth = 35;

/**
 * A text cut off by a field of that width equals the beginning of the whole name: both get it as one word. This finds
 * names that were cut within their legal form, where no word is left to find them by.
 */
function cutBeginning(text: string, kind: string, side: string, whole: Form | undefined): Form | undefined {
  if (!whole) return undefined;
  const full = text.trim();
  const isCut =
    side === 'query'
      ? full.length === fieldWidth || full.length === fieldWidth - 1
      : full.length > fieldWidth;
  if (!isCut || kind === 'vessel' || kind === 'aircraft') return undefined;
  const beginning = `…${normalise(full.slice(0, fieldWidth)).text.replace(/[^\p{L}\p{N}]/gu, '')}`;
  const word = {
    text: beginning,
    fold: beginning,
    role: roleDistinctive,
    group: '',
    flags: flagCut | flagNative,
    written: full.slice(0, fieldWidth),
  };
  return { words: [word], reading: 'cut after 35 characters' };
}

/** Short forms of given names count as such wherever they stand: lists and people order names as they like. */
function shortForms(token: Token): string {
  if (token.class !== 'given' && token.class !== 'surname') return '';
  return nicknames(token.text)
    .map((id) => id.replace(/^name:/, 'nick:'))
    .join(' ');
}

const nativeLetters = /[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{Z}]/u;

function formWord(token: Token, text: string, isReading: boolean): FormWord[] {
  if (token.text === '') return [];
  let flags = isReading ? flagReading : 0;
  if (token.flags & tokenFlags.skeleton) flags |= flagSkeleton;
  if (token.flags & tokenFlags.syllable) flags |= flagSyllables;
  if (nativeLetters.test(token.text)) flags |= flagNative;
  return [
    {
      text: token.text,
      fold: token.fold,
      role: roleCode(token.class),
      flags,
      group: token.group ?? shortForms(token),
      written: text.slice(token.start, token.end),
      afterComma: (token.flags & tokenFlags.commaBefore) !== 0,
    },
  ];
}
