import type { DraftWord, Note } from './draft-word.ts';
import { isArabicName, nameGroup } from './nicknames.ts';
import { isParticle, particleGroup } from './person-words.ts';
import { tokenFlags } from './token.ts';

const joinedServant =
  /^abd(?:[ueaio]l|[ueaio]r(?=r)|[ueaio]s(?=s)|[ueaio]z(?=z)|[ueaio]n(?=n)|[ueaio]d(?=d)|[ueaio]t(?=t))([a-z]{3,})$/;
/** `Abdirahman`, `Abdukarim`: the article is not heard. */
const bareServant = /^abd[aeiou]([b-df-hj-np-tv-z][a-z]{3,})$/;
const god = /^abd[aeou]l+[aei]h?$/;

/** `Nazir Ullah`, `Nasr Allah`: the second word belongs to the first, as it is written in one more often. */
export function joinGod(written: readonly DraftWord[], note: Note): readonly DraftWord[] {
  const words = joinSon(written, note);
  if (!words.some((word, index) => index > 0 && (isGod(word.text) || familyEndings.has(word.text))))
    return words;
  const out: DraftWord[] = [];
  for (const word of words) {
    const before = out.at(-1);
    if (before !== undefined && familyEndings.has(word.text) && canTakeEnding(before, word)) {
      note('name joined', `${before.text} ${word.text}`);
      out[out.length - 1] = {
        ...before,
        text: before.text + word.text,
        end: Math.max(before.end, word.end),
        flags: before.flags | (word.flags & tokenFlags.skeleton),
        ...(before.native === undefined ? {} : { native: `${before.native} ${word.native ?? ''}`.trim() }),
      };
      continue;
    }
    if (before === undefined || !isGod(word.text) || before.text.length < 3 || isParticle(before.text)) {
      out.push(word);
      continue;
    }
    const text = before.text === 'abd' ? 'abdullah' : `${before.text}ullah`;
    note('name joined', `${before.text} ${word.text} → ${text}`);
    out[out.length - 1] = {
      ...before,
      text,
      end: Math.max(before.end, word.end),
      ...(before.native === undefined ? {} : { native: `${before.native} ${word.native ?? ''}`.trim() }),
    };
  }
  return out;
}

/** Second parts of Persian and Afghan family names, written apart or not: Akhund Zada, Khosrow Panah. */
const familyEndings = new Set(
  'zada zadah zadeh zade zadegan nejad nezhad nejhad pour poor panah parast'.split(' '),
);

/** Persian for son, before a name or behind it. */
const son = /^p(?:ou|oo|u)r$/;
const letterA = 0x61;
const letterE = 0x65;
const letterP = 0x70;
const sonOfOne = /^p(?:ou?|oo|u)r([a-z]{4,})$/;

/**
 * `Abbas Pour Kazemi`: beside one name alone the son belongs to the next, or no given name would be left. Written in one
 * it has the same spelling everywhere: Porkazemi.
 */
function joinSon(words: readonly DraftWord[], note: Note): readonly DraftWord[] {
  const [first, second, third, ...rest] = words;
  if (third !== undefined && son.test(second!.text) && canTakeEnding(first!, third)) {
    note('name joined', `${second!.text} ${third.text}`);
    const joined = {
      ...second!,
      text: `pour${third.text}`,
      end: third.end,
      flags: third.flags | second!.flags,
    };
    return [first!, joined, ...rest];
  }
  if (!words.some(({ text }) => text.charCodeAt(0) === letterP && sonOfOne.test(text))) return words;
  return words.map((word) => {
    const father = sonOfOne.exec(word.text)?.[1];
    return father !== undefined && nameGroup(father, true) !== undefined
      ? { ...word, text: `pour${father}` }
      : word;
  });
}

function canTakeEnding(before: DraftWord, word: DraftWord): boolean {
  return (
    before.text.length >= 3 &&
    !isParticle(before.text) &&
    !/\d/.test(before.text) &&
    (word.flags & tokenFlags.commaBefore) === 0
  );
}

const mayBeCompound = /^(?:[ae]bd|ali|m[ou]h|gh?[ou]l|ahmad|hamid|amir|sey)|(?:d[ei]+ne?|lahi?)$/;

/**
 * The words with two beside each other written in one where that makes a name of Arabic parts and they were none:
 * `Alir eza`, `Abdu llah`. Undefined where no two do.
 */
export function splitCompound(words: readonly DraftWord[]): readonly DraftWord[] | undefined {
  for (let index = 0; index + 1 < words.length; index++) {
    const first = words[index]!;
    const second = words[index + 1]!;
    if ((second.flags & (tokenFlags.commaBefore | tokenFlags.hyphenBefore)) !== 0) continue;
    if (isParticle(first.text) || isParticle(second.text)) continue;
    if (second.text.length < 2 || (isArabicName(first.text) && isArabicName(second.text))) continue;
    const text = first.text + second.text;
    if (text.length < 6 || text.length > 16 || !mayBeCompound.test(text)) continue;
    const stems = arabicStems(text);
    const isName = stems.length > 1 ? isArabicName(stems.at(-1)!) : isArabicName(stems[0]!);
    if (!isName || isGod(second.text) || familyEndings.has(second.text)) continue;
    const joined = { ...first, text, raw: first.raw + second.raw.toLowerCase(), end: second.end };
    return [...words.slice(0, index), joined, ...words.slice(index + 2)];
  }
  return undefined;
}

/**
 * Other orders of words that `joinGod` joins: with the word that must follow another moved from the begin to the end
 * (`Zadeh Amir Ali Haji`), and whether joining changed anything, so that the words may be read apart too.
 */
export function joinsOtherwise(words: readonly DraftWord[]): {
  readonly turned: readonly DraftWord[] | undefined;
  readonly joined: boolean;
} {
  const joins = (word: DraftWord): boolean => isGod(word.text) || familyEndings.has(word.text);
  const first = words[0];
  const turns = first !== undefined && words.length > 1 && joins(first);
  return {
    turned: turns
      ? [...words.slice(1), first].map((word) => ({ ...word, flags: word.flags & ~tokenFlags.commaBefore }))
      : undefined,
    joined: words.some((word, index) => index > 0 && joins(word)),
  };
}

function isGod(word: string): boolean {
  return (
    word === 'allah' ||
    word === 'ullah' ||
    word === 'ollah' ||
    word === 'ulla' ||
    word === 'ellah' ||
    word === 'allahi' ||
    word === 'ullahi' ||
    word === 'ollahi'
  );
}

/** `abdulrahman` as `abd`, `rahman`; `abdul` as `abd`; spellings of Abdullah as one; other words as they are. */
function arabicStems(text: string): readonly string[] {
  if (text.startsWith('ebd')) return arabicStems(`a${text.slice(1)}`);
  if (!text.startsWith('abd')) return compoundStems(text);
  if (/^abd(?:[ueaio]l|u)$/.test(text)) return ['abd'];
  if (god.test(text)) return ['abdullah'];
  const stem = joinedServant.exec(text)?.[1];
  if (stem !== undefined && stem !== 'lah' && stem !== 'lahi') return ['abd', stem];
  const bare = bareServant.exec(text)?.[1];
  return bare !== undefined && isArabicName(bare) ? ['abd', bare] : [text];
}

/** First words that make double names with a second: Mohammadreza, Alireza, Gholamhossein, Amirali. */
const firstParts = /^(mohamm?[ae]d|muhamm?[ae]d|ali|gh?[ou]lam|ahmad|hamid|amir|seyed|seyyed)([a-z]{4,})$/;
const ofFaith = /^([a-z]{3,}?)[aeiou](?:tt|(?:d|l)?d(?:d?))(?:in|een|ine|eine|eene|yn)$/;
const withGod = /^([a-z]{3,}?)[aou]ll?ahi?$/;

/** `salahuddin` as `salah`, `din`; `nasrallah`, `nazirullah` in one spelling; other words as they are. */
function compoundStems(text: string): readonly string[] {
  const compound = firstParts.exec(text);
  if (compound !== null && nameGroup(compound[2]!) !== undefined) return [compound[1]!, compound[2]!];
  if (text.length < 7) return [text];
  if (text.endsWith('lah') || text.endsWith('lahi')) {
    const stem = withGod.exec(text)?.[1];
    if (stem !== undefined && text.includes('ll')) return [`${stem}ullah`];
    return [text];
  }
  if (
    !/(?:d(?:in|een|ine|eine|eene|yn)|[ae]ttin)$/.test(text) ||
    !/(?:dd|ld|ttin|[a-z]{4}ud(?:in|een)$)/.test(text)
  )
    return [text];
  const stem = ofFaith.exec(text)?.[1];
  return stem === undefined ? [text] : [stem, 'din'];
}

/** Articles, and words for father and son, that are written in one with what follows, and the consonant doubled. */
const joinedArticle = /^(?:[ae]l|[ae]([zsrndt])(?=\1)|[ae](?:sh|ch)(?=sh|ch))([a-z]{4,})$/;
const joinedKinship = /^(ben|bin|ibn|abou?|abu|bou|ould)([a-z]{3,})$/;
/** Abubaker is no father of Baqir. */
const bakr = /^abo?ubakk?[ei]r$/;
/** `Zakiur Rehman`, `Habibur Rahman`: the article of the second word, written with the first. */
const joinedGenitive = /^([a-z]{3,})ur$/;
/** Surnames from places and peoples: Shehri, Qahtani, Gendy. */
const nisbaForm = /^(?:[b-df-hj-np-tv-z]|[aou](?=[a-z]{4}))[a-z]{2,}(?:i|[^ae]y)$/;

/** `Alshehri`, `Elgendy`, `Ezzahra`, `Bensalah`, `Abubakr` in two; undefined where it is one word. */
function joinedParts(text: string): readonly [string, string] | undefined {
  const article = joinedArticle.exec(text);
  if (article !== null) {
    const rest = article[2]!;
    if (nameGroup(text) === undefined && (isArabicName(rest) || (rest.length >= 5 && nisbaForm.test(rest))))
      return ['al', rest];
  }
  const kinship = joinedKinship.exec(text);
  if (kinship !== null && isArabicName(kinship[2]!))
    return [kinship[1]!, bakr.test(text) ? 'bakr' : kinship[2]!];
  const genitive = joinedGenitive.exec(text)?.[1];
  if (genitive !== undefined && nameGroup(text) === undefined && isArabicName(genitive))
    return [genitive, 'ur'];
  return undefined;
}

/** `Attai`, `Arrawi`: the article taken on by the first consonant of a name from a place or people. */
const takenOn = /^[ae](?:([zsrndt])(?=\1)|(?:sh|ch)(?=sh|ch))([a-z]{2,}(?:i|y|ee|ie))$/;

function mayHaveTakenOn({ text }: DraftWord): boolean {
  const first = text.charCodeAt(0);
  return (first === letterA || first === letterE) && takenOn.test(text);
}

/**
 * The words with an article that was written into one of them taken out: `Karim Arrawi` as Karim al Rawi. Undefined
 * where no word begins so. A reading beside the name as it stands, since Assadi and Azzawi are names of their own too.
 */
export function withoutTakenOn(words: readonly DraftWord[]): readonly DraftWord[] | undefined {
  if (words.length < 2 || !words.some(mayHaveTakenOn)) return undefined;
  return words.flatMap((word) => {
    const rest = takenOn.exec(word.text)?.[2];
    if (rest === undefined) return [word];
    const flags =
      (word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore)) |
      tokenFlags.cut |
      tokenFlags.hyphenBefore;
    return [
      { ...word, text: 'al' },
      { ...word, text: rest, flags },
    ];
  });
}

const mayBeJoined = /^(?:[ae](?:l|[zsrndtc])|b[eio]|ibn|abo?u?|ould)|ur$/;

/** `Saifelislam`, `Zeinelabidin`. */
const withArticle = /^([a-z]{3,}?)[aeiu]l([a-z]{4,})$/;
const shortestWithArticle = 9;

/** `arabicStems` of a word on its way to tokens. */
export function arabicParts(word: DraftWord, note: Note): readonly DraftWord[] {
  const text = word.text;
  const last = text.charCodeAt(text.length - 1);
  // Only words in abd-, -lah, -din and double names are looked at further.
  const joined = mayBeJoined.test(text) ? joinedParts(text) : undefined;
  if (joined !== undefined) {
    note('name joined', `${text} → ${joined.join(' ')}`);
    const hyphen = joined[0] === 'al' ? tokenFlags.hyphenBefore : 0;
    const flags =
      (word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore)) | tokenFlags.cut | hyphen;
    return [
      { ...word, text: joined[0] },
      { ...word, text: joined[1], flags },
    ];
  }
  const inner = text.length >= shortestWithArticle ? withArticle.exec(text) : null;
  if (inner !== null && isArabicName(inner[1]!) && isArabicName(inner[2]!) && nameGroup(text) === undefined) {
    note('name joined', `${text} → ${inner[1]} al ${inner[2]}`);
    const flags = (word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore)) | tokenFlags.cut;
    return [
      { ...word, text: inner[1]! },
      { ...word, text: 'al', flags },
      { ...word, text: inner[2]!, flags: flags | tokenFlags.hyphenBefore },
    ];
  }
  const mayJoin = last === 0x68 || last === 0x6e || last === 0x65 || last === 0x69 || firstParts.test(text);
  if (!mayJoin && !text.startsWith('abd') && !text.startsWith('ebd')) return [word];
  const stems = arabicStems(text);
  if (stems.length === 1) return stems[0] === text ? [word] : [{ ...word, text: stems[0]! }];
  note('name joined', `${text} → ${stems.join(' ')}`);
  const rest = word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore);
  return stems.map((stem, index) => ({
    ...word,
    text: stem,
    flags: (index === 0 ? word.flags : rest) | tokenFlags.cut,
  }));
}

/**
 * The words of a name with Arabic joins resolved, articles left out: `Abd-al-Rahman`, `Abdel Rahman` and
 * `Abdulrahman` are all `abd rahman`.
 *
 * @example
 * abdJoin(['abdul', 'rahman']) // ['abd', 'rahman']
 */
export function abdJoin(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const parts = arabicStems(word);
    if (parts.length === 1 && out.length > 0 && isArticle(parts[0]!) && words.length > 1) continue;
    out.push(...parts);
  }
  return out;
}

function isArticle(word: string): boolean {
  return particleGroup(word) === 'particle:al';
}
