import { consonantKeys, isEnglishForm, letterSimilarity } from '../text/index.ts';
import { editsAllowed } from './deletions.ts';
import { flagNative, flagSkeleton, flagSyllables } from './form.ts';
import { isCommonName } from './word-frequency.ts';

/** The part of a word that similarity looks at. */
export interface ComparableWord {
  readonly text: string;
  readonly fold: string;
  readonly flags: number;
  /** Words that share a group are one word or short forms of each other; ids with spaces between, empty for none. */
  readonly group: string;
  /** Whether statistics of names know its family, where that is known already. */
  readonly isCommon?: boolean;
}

/** How alike the members of a group are, by the kind that its id begins with. */
const sameName = 0.95;
const likeness: Readonly<Record<string, number>> = {
  nick: 0.9,
  form: 0.995,
  number: 1,
  place: 0.97,
  word: 0.92,
  short: 0.95,
  stem: 0.93,
  name: sameName,
};

/** Short forms meet the full ones. */
const fullName: Readonly<Record<string, string>> = { 'nick:': 'name:', 'short:': 'word:' };

/** Ids under which a word's groups are looked up. */
export function groupKeys(group: string): readonly string[] {
  if (group === '') return [];
  return group.split(' ').map((id) => {
    const kind = id.slice(0, id.indexOf(':') + 1);
    const full = fullName[kind];
    return full === undefined ? id : full + id.slice(kind.length);
  });
}

/** Whether letters alone make two words alike: not the same word, not of one family or group, not bare consonants. */
export function alikeByLettersOnly(a: ComparableWord, b: ComparableWord): boolean {
  return (
    a.fold !== b.fold && !((a.flags | b.flags) & flagSkeleton) && groupSimilarity(a.group, b.group) === 0
  );
}

/** Two ordinary words are of one meaning or of two, and no slips of each other: Prince and Princess, Iraq and Iran. */
function areOrdinary(a: ComparableWord, b: ComparableWord): boolean {
  return isOrdinary(a.group) && isOrdinary(b.group);
}

/** Groups that a word may share with one that has others. */
const hasSeveral = /nick:|stem:/;

/** How alike two words are by their groups alone. */
function groupSimilarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return likenessOf(a);
  if (isOrdinary(a) && isOrdinary(b)) {
    // An abbreviation and a word it may stand for are nearer than two words of one meaning.
    if (a.startsWith('place:') || b.startsWith('place:')) return 0;
    const others = meaningsOf(b);
    return meaningsOf(a).some((meaning) => others.includes(meaning)) ? likeness.short! : 0;
  }
  if (!hasSeveral.test(a) && !hasSeveral.test(b)) return 0;
  const others = groupKeys(b);
  return groupKeys(a).some((key) => others.includes(key)) ? Math.min(likenessOf(a), likenessOf(b)) : 0;
}

/** Whether a word is in the tables of company words or places: it has its meaning then, and is no slip of another. */
export function isOrdinary(group: string): boolean {
  return group.startsWith('word:') || group.startsWith('short:') || group.startsWith('place:');
}

function meaningsOf(group: string): readonly string[] {
  return group.split(' ').map((id) => id.slice(id.indexOf(':') + 1));
}

function likenessOf(group: string): number {
  return likeness[group.slice(0, group.indexOf(':'))] ?? sameName;
}

/** Below this likeness of letters two forms of one name are of languages far apart: Ivan and John, Ivan and Hans. */
const farForms = 0.5;
/** An English form is the usual translation of the others; two others far apart are hardly ever one person's. */
const translated = 0.9;
const farApart = 0.78;

function translationSimilarity(a: ComparableWord, b: ComparableWord): number {
  if (letterSimilarity(a.text, b.text, farForms) >= farForms) return sameName;
  return isEnglishForm(a.text) || isEnglishForm(b.text) ? translated : farApart;
}

const sameFold = 0.95;
const bothCommon = 0.85;
const sameConsonants = 0.88;
const fewConsonants = 0.8;
const hasDigit = /\d/;

/**
 * How alike two words are, 0 to 1; 0 where they are not comparable. Symmetric. This is the definition; the index
 * finds exactly the listed words for which it is at least `least`.
 */
export function wordSimilarity(a: ComparableWord, b: ComparableWord, least: number): number {
  if (a.text === b.text) return 1;
  let best = groupSimilarity(a.group, b.group);
  if (best === sameName && a.group.startsWith('name:') && !((a.flags | b.flags) & flagSkeleton))
    best = translationSimilarity(a, b);
  if ((a.flags | b.flags) & flagNative || hasDigit.test(a.text) || hasDigit.test(b.text)) {
    return best >= least ? best : 0;
  }
  if ((a.flags | b.flags) & flagSkeleton) {
    best = Math.max(best, consonantsAlike(a, b));
  }
  if (a.flags & b.flags & flagSyllables) {
    // Readings bring every romanisation to one; Tian is no Tan and Zhou no Zhu, though their families are one.
    if (a.fold === b.fold && bareSyllable(a.text) === bareSyllable(b.text)) best = Math.max(best, sameFold);
    return best >= least ? best : 0;
  }
  if (a.fold === b.fold) {
    const letters = a.fold.length >= longFold ? lettersInLong : lettersInShort;
    best = Math.max(best, sameFold * (1 - letters * (1 - letterSimilarity(a.text, b.text))));
  } else if (best < sameFold && !areOrdinary(a, b) && (isNear(a.fold, b.fold) || isNear(a.text, b.text))) {
    // Two names that each are common are two names, not one and a slip of it.
    const doubt =
      (isCommon(a) && isCommon(b) ? bothCommon : 1) * namesApart(a.text, a.group, b.text, b.group);
    const letters = letterSimilarity(a.text, b.text, least);
    const slip = slipSimilarity(a.text.length, b.text.length, a.text[0] === b.text[0]);
    const alike = letters < slip && isWithinEdits(a.text, b.text, 1) ? slip : letters;
    best = Math.max(best, doubt * Math.min(mostByLetters, alike));
  }
  return best >= least ? best : 0;
}

/** Vowels as like as this, though they are guessed, speak for a word of two consonants. */
const alikeVowels = 0.75;

function consonantsAlike(a: ComparableWord, b: ComparableWord): number {
  const others = consonantKeys(b.text, (b.flags & flagSkeleton) !== 0);
  let longest = 0;
  for (const key of consonantKeys(a.text, (a.flags & flagSkeleton) !== 0))
    if (key.length > longest && others.includes(key)) longest = key.length;
  if (longest < 2) return 0;
  return longest >= 3 || letterSimilarity(a.text, b.text) >= alikeVowels ? sameConsonants : fewConsonants;
}

/** Words of fewer letters are other words with another letter. */
const shortestSlip = 5;

/**
 * How alike two words are that one letter tells apart, by the letters one by one: a letter put in between the two of
 * `ch` or left out between those of `oe` is one slip, not two sounds.
 */
export function slipSimilarity(length: number, otherLength: number, sameFirst: boolean): number {
  if (Math.min(length, otherLength) < shortestSlip) return 0;
  return 1 - (2 * (sameFirst ? 1 : 1.25)) / (length + otherLength);
}

/** How much letters still say where two words are of one family: families of few letters hold words that are two. */
const lettersInShort = 0.5;
const lettersInLong = 0.25;
const longFold = 6;

/** What letters alone give at most. */
export const mostByLetters = 0.93;

function isCommon(word: ComparableWord): boolean {
  return word.isCommon ?? isCommonName(word.fold);
}

/**
 * What is left of the likeness of two words by letters where they are two names. Alexander and Alexandra, Jamal and
 * Jamil are both in the tables of given names, and not as one name. Nadir and Nadira, Julian and Julianne are a man's and a woman's name;
 * surnames of Slavic women end in -ova and -ska, and lists write their husbands' form for them too.
 */
export function namesApart(text: string, group: string, otherText: string, otherGroup: string): number {
  if (group !== otherGroup && group.startsWith('name:') && otherGroup.startsWith('name:')) return twoNames;
  const [short, long] = text.length <= otherText.length ? [text, otherText] : [otherText, text];
  if (long.endsWith('e') && short.length >= shortestSlip)
    return long === `${short}${short.at(-1)}e` || long === `${short}ie` ? twoNames : 1;
  if (!long.endsWith('a') || slavicWoman.test(long)) return 1;
  const stem = long.slice(0, -1);
  return short === stem || short === `${stem}o` ? twoNames : 1;
}
const slavicWoman = /(?:[oe]v|in|yn|sk|ck)a$|aya$/;
const twoNames = 0.65;

/** Lü is written Lu, Lv and Lyu, and the sound of yi with or without its y. */
function bareSyllable(text: string): string {
  return text.replace(/(?<=^[ln])(?:yu|v|ue$)/, 'u').replace(/^yi(?=n?g?$)/, 'i');
}

function isNear(a: string, b: string): boolean {
  const edits = Math.min(editsAllowed(a.length), editsAllowed(b.length));
  return edits > 0 && isWithinEdits(a, b, edits);
}

const rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/** Whether `b` comes from `a` by at most `edits` letters left out, put in, changed or exchanged with a neighbour. */
export function isWithinEdits(a: string, b: string, edits: number): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  if (a.length >= 62 || b.length >= 62) return a === b;
  let [before, previous, current] = rows as [Int32Array, Int32Array, Int32Array];
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    const from = Math.max(1, row - edits);
    const to = Math.min(b.length, row + edits);
    if (from > 1) current[from - 1] = edits + 1;
    for (let column = from; column <= to; column++) {
      const equal = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let best = previous[column - 1]! + (equal ? 0 : 1);
      if (previous[column]! + 1 < best) best = previous[column]! + 1;
      if (current[column - 1]! + 1 < best) best = current[column - 1]! + 1;
      if (
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1) &&
        before[column - 2]! + 1 < best
      ) {
        best = before[column - 2]! + 1;
      }
      current[column] = best;
      if (best < least) least = best;
    }
    if (to < b.length) current[to + 1] = edits + 1;
    if (least > edits) return false;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return previous[b.length]! <= edits;
}

/** Whether a likeness comes of letters alone: groups, translations and consonants have likenesses of their own. */
export function isByLetters(similarity: number): boolean {
  return (
    similarity <= mostByLetters &&
    similarity !== likeness.nick &&
    similarity !== likeness.word &&
    similarity !== farApart &&
    similarity !== sameConsonants &&
    similarity !== fewConsonants
  );
}
