import { cantoneseClass } from './cantonese-latin.ts';
import { fromWade, isPinyin, pinyinParse, runs, wadeParse } from './chinese-latin.ts';
import { foldKey } from './fold-key.ts';
import { surnameTables } from './surname-tables.ts';
import pinyinWords from './tables/pinyin-words.generated.json' with { type: 'json' };
import { type Token, tokenFlags } from './token.ts';

function renewed(one: Token, text: string, flags: number): Token {
  const { group: _group, ...rest } = one;
  return { ...rest, text, fold: foldKey(text), flags: one.flags | flags };
}

/**
 * A company name whose own words are all pinyin, in syllables: `Yangguang Dianzi Keji Co., Ltd.` meets the reading
 * of 阳光电子科技 however both are joined. Undefined where a word is no pinyin or there are fewer than three syllables.
 */
export function pinyinCompany(tokens: readonly Token[]): Token[] | undefined {
  const out: Token[] = [];
  let syllables = 0;
  for (const one of tokens) {
    if (one.class === 'legal form' || one.class === 'number') {
      out.push(one);
      continue;
    }
    const parts = pinyinParse(one.text);
    if (parts === undefined) return undefined;
    syllables += parts.length;
    for (const part of parts) out.push(renewed(one, part, tokenFlags.syllable));
  }
  return syllables >= 3 ? out : undefined;
}

/** Whether any word of the name is written as more than one syllable, so that a reading by syllables says more. */
export function hasJoined(tokens: readonly Token[]): boolean {
  return tokens.some((one) => one.class !== 'legal form' && one.class !== 'number' && !isPinyin(one.text));
}

/** A person's name all in pinyin: given name joined or apart, the other way round from how it is written. */
export function pinyinPerson(tokens: readonly Token[]): Token[] | undefined {
  const names = tokens.filter((one) => one.class === 'given' || one.class === 'surname');
  if (names.length !== tokens.length || names.length < 2 || names.length > 3) return undefined;
  const surname = names.find((one) => surnameTables.chineseLatin(one.text).length > 0 && isPinyin(one.text));
  if (surname === undefined) return undefined;
  const given = names.filter((one) => one !== surname);
  if (given.length === 1) {
    const parts = pinyinParse(given[0]!.text);
    if (parts?.length !== 2) return undefined;
    return [
      part(surname, 'surname'),
      ...parts.map((text) => ({ ...renewed(given[0]!, text, tokenFlags.syllable), class: 'given' as const })),
    ];
  }
  if (given.length === 2 && given.every((one) => isPinyin(one.text))) {
    const joined = given[0]!.text + given[1]!.text;
    return [
      part(surname, 'surname'),
      {
        ...renewed(given[0]!, joined, tokenFlags.joined | tokenFlags.syllable),
        end: given[1]!.end,
        class: 'given',
      },
    ];
  }
  return undefined;
}

/** Whether a name is a Chinese surname and a given name of one or two syllables, all in pinyin. */
export function isPinyinName(tokens: readonly Token[]): boolean {
  if (tokens.length < 2 || tokens.length > 3) return false;
  if (tokens.some((one) => one.class !== 'given' && one.class !== 'surname')) return false;
  const surname = tokens.find((one) => surnameTables.chineseLatin(one.text).includes(one.text));
  if (surname === undefined) return false;
  const given = tokens.flatMap((one) => (one === surname ? [] : [pinyinParse(one.text)]));
  return given.every((one) => one !== undefined) && given.flat().length <= 2;
}

function part(one: Token, kind: 'surname' | 'given'): Token {
  return { ...one, class: kind, flags: one.flags | tokenFlags.syllable };
}

/**
 * Pinyin readings of a person's name in Wade-Giles (`Chi Ping-hsüan` is ji bingxuan or qi pingxuan): all syllables
 * must be Wade-Giles, one at least no pinyin, and the surname a Chinese one. At most eight.
 */
export function wadePerson(tokens: readonly Token[]): Token[][] {
  const names = tokens.filter((one) => one.class === 'given' || one.class === 'surname');
  if (names.length !== tokens.length || names.length < 2 || names.length > 3) return [];
  const parsed: { token: Token; syllables: readonly string[] }[] = [];
  let foreign = false;
  for (const one of names) {
    const syllables = wadeParse(one.text);
    if (syllables === undefined) return [];
    // A word that is one syllable of Wade-Giles and two of pinyin (`chien`, `chiang`) is rather the one.
    foreign ||= !isPinyin(one.text) && (syllables.length === 1 || pinyinParse(one.text) === undefined);
    // Pinyin of names has no hyphen: Kuang-hua is Guanghua.
    foreign ||= (one.flags & tokenFlags.hyphenBefore) !== 0;
    parsed.push({ token: one, syllables });
  }
  const count = parsed.reduce((sum, one) => sum + one.syllables.length, 0);
  if (!foreign || count < 2 || count > 4) return [];
  const index = surnameFirst(parsed) ? 0 : parsed.length - 1;
  const surname = parsed[index]!;
  if (surname.syllables.length !== 1) return [];
  const given = parsed.filter((_, at) => at !== index);
  let readings: { surname: string; given: string[] }[] = fromWade(surname.syllables[0]!)
    .filter((one) => surnameTables.chineseLatin(one).includes(one))
    .map((one) => ({ surname: one, given: [] }));
  for (const one of given) {
    for (const syllable of one.syllables) {
      readings = readings.flatMap((reading) =>
        fromWade(syllable).map((pinyin) => ({ surname: reading.surname, given: [...reading.given, pinyin] })),
      );
    }
  }
  return readings.slice(0, 8).map((reading) => [
    part(renewed(surname.token, reading.surname, tokenFlags.syllable), 'surname'),
    {
      ...renewed(given[0]!.token, reading.given.join(''), tokenFlags.joined | tokenFlags.syllable),
      end: given.at(-1)!.token.end,
      class: 'given' as const,
    },
  ]);
}

function surnameFirst(parsed: readonly { token: Token; syllables: readonly string[] }[]): boolean {
  const isSurname = (syllables: readonly string[]): boolean =>
    syllables.length === 1 &&
    fromWade(syllables[0]!).some((one) => surnameTables.chineseLatin(one).includes(one));
  const first = parsed[0]!;
  const last = parsed.at(-1)!;
  if (first.token.class === 'surname' && isSurname(first.syllables)) return true;
  if (last.token.class === 'surname' && (last.token.flags & tokenFlags.guessed) === 0) return false;
  return isSurname(first.syllables);
}

/**
 * A name in the spelling of Hong Kong or Macau (`Leung Chun-ying`, `Ho Iat Seng`) with its syllables in their classes, by
 * which it meets the Cantonese reading of the characters. Undefined where it is not of this shape, or all pinyin.
 */
export function cantonesePerson(tokens: readonly Token[]): Token[] | undefined {
  if (tokens.length < 2 || tokens.length > 4) return undefined;
  if (tokens.some((one) => one.class !== 'given' && one.class !== 'surname')) return undefined;
  const isSurname = (one: Token): boolean => surnameTables.chineseLatin(one.text).length > 0;
  const told = tokens.find((one) => one.class === 'surname' && (one.flags & tokenFlags.guessed) === 0);
  const surname =
    told ?? tokens.find((one, index) => (index === 0 || index === tokens.length - 1) && isSurname(one));
  if (surname === undefined || !isSurname(surname)) return undefined;
  // `Cho Min Su` is Korean: So is no spelling of its last syllable.
  const isFirst = surname === tokens[0];
  if (told === undefined && !isFirst && surnameTables.korean(tokens[0]!.text).length > 0) return undefined;
  if (tokens.every((one) => isPinyin(one.text))) return undefined;
  const classes = tokens.map((one) => (one === surname ? undefined : cantoneseClass(one.text)));
  if (tokens.some((one, index) => one !== surname && classes[index] === undefined)) return undefined;
  return tokens.map((one, index) => {
    const own = classes[index];
    if (own !== undefined) return { ...one, group: own, flags: one.flags | tokenFlags.syllable };
    const spellings = surnameTables.chineseLatin(one.text);
    return { ...one, group: spellings.map((pinyin) => `nick:zh-${pinyin}`).join(' ') };
  });
}

function withoutGroup({ group: _group, ...one }: Token): Token {
  return one;
}

/** Syllables up to which words are rather Chinese than of another language. */
const mostSyllables = 2;

/**
 * The Chinese name in one with a western given name before or behind it: Jack Ma Yun, LI, David Guobao. Undefined
 * where there is none.
 */
export function withoutWesternName(tokens: readonly Token[]): Token[] | undefined {
  if (tokens.length < 3 || tokens.length > 5) return undefined;
  // `Song-Sam`: what a hyphen joins to a syllable is one too.
  const at = tokens.findIndex(
    (one, index) =>
      one.class !== 'honorific' &&
      surnameTables.western(one.text) &&
      (one.flags & tokenFlags.hyphenBefore) === 0 &&
      ((tokens[index + 1]?.flags ?? 0) & tokenFlags.hyphenBefore) === 0,
  );
  if (at < 0) return undefined;
  // `Stephen Lo Wai-chung`: Lo is an article elsewhere.
  const rest = tokens
    .filter((_, index) => index !== at)
    .map((one, index) =>
      index === 0 && one.class === 'particle' && surnameTables.chineseLatin(one.text).length > 0
        ? { ...withoutGroup(one), class: 'surname' as const }
        : one,
    );
  if (rest.length < 2 || rest.some((one) => one.class !== 'given' && one.class !== 'surname'))
    return undefined;
  const surname = rest.find((one) => surnameTables.chineseLatin(one.text).length > 0);
  if (surname === undefined) return undefined;
  const isSyllables = (word: string): boolean =>
    (pinyinParse(word)?.length ?? mostSyllables + 1) <= mostSyllables ||
    cantoneseClass(word) !== undefined ||
    wadeParse(word) !== undefined;
  if (!rest.every((one) => one === surname || (isSyllables(one.text) && !surnameTables.western(one.text))))
    return undefined;
  // With the first word gone the surname may stand first where it was guessed to be last.
  const first = rest[0]!;
  if (rest.some((one) => one.class === 'surname' && (one.flags & tokenFlags.guessed) === 0)) return rest;
  const own = first === surname || surnameTables.chineseLatin(first.text).length > 0 ? first : surname;
  return rest.map((one) => ({ ...one, class: one === own ? ('surname' as const) : ('given' as const) }));
}

/** Western name, the husband's surname, one's own, and a given name of two syllables. */
const marriedLength = 5;

/**
 * The name by which a married woman of Hong Kong is known: of `Carrie Lam Cheng Yuet-ngor`, with her husband's surname
 * before her own, Carrie Lam. Takes the name and what `withoutWesternName` left of it.
 */
export function marriedName(tokens: readonly Token[], own: readonly Token[]): Token[] | undefined {
  const [first, husbands] = tokens;
  if (
    tokens.length !== marriedLength ||
    own.length !== marriedLength - 1 ||
    !surnameTables.western(first!.text)
  )
    return undefined;
  const isSurname = (one: Token): boolean => surnameTables.chineseLatin(one.text).length > 0;
  if (!isSurname(own[0]!) || !isSurname(own[1]!)) return undefined;
  if ((tokens.at(-1)!.flags & tokenFlags.hyphenBefore) === 0) return undefined;
  return [
    { ...first!, class: 'given' },
    { ...husbands!, class: 'surname' },
  ];
}

interface PinyinPart {
  readonly syllables: readonly string[];
  readonly meaning: string;
}
/** Trade words and places by their last, or first, syllable; longest first. */
const endings = partsBy(pinyinWords.words, (syllables) => syllables.at(-1)!);
const beginnings = partsBy(pinyinWords.places, (syllables) => syllables[0]!);

function partsBy(
  rows: readonly string[],
  key: (syllables: readonly string[]) => string,
): Map<string, PinyinPart[]> {
  const map = new Map<string, PinyinPart[]>();
  for (const row of rows) {
    const [sound, meaning] = row.split('|');
    const syllables = sound!.split(' ');
    const list = map.get(key(syllables)) ?? [];
    list.push({ syllables, meaning: meaning! });
    map.set(key(syllables), list);
  }
  for (const list of map.values()) list.sort((a, b) => b.syllables.length - a.syllables.length);
  return map;
}

/**
 * A company name in pinyin throughout, with place and trade words in English and the name between joined in the usual
 * ways: `Wu Lu Mu Qi Hai Shi Xin An Dian Zi Ji Shu` as urumqi haishi xinan electronics technology. Takes what
 * `pinyinCompany` gave; none where no word is known or nothing is left between.
 */
export function translatedPinyin(tokens: readonly Token[]): Token[][] {
  const forms = tokens.filter((one) => one.class === 'legal form');
  let rest = tokens.filter((one) => one.class !== 'legal form');
  const front: Token[] = [];
  const back: Token[] = [];
  for (let count = 0; count < 2; count++) {
    const place = beginnings
      .get(rest[0]?.text ?? '')
      ?.find((part) => part.syllables.every((syllable, index) => rest[index]?.text === syllable));
    if (place === undefined) break;
    front.push({
      ...spanned(rest, 0, place.syllables.length, place.meaning),
      class: 'place',
      group: `place:${place.meaning}`,
    });
    rest = rest.slice(place.syllables.length);
  }
  for (;;) {
    const from = (part: PinyinPart): number => rest.length - part.syllables.length;
    const word = endings
      .get(rest.at(-1)?.text ?? '')
      ?.find(
        (part) =>
          from(part) > 1 &&
          part.syllables.every((syllable, index) => rest[from(part) + index]?.text === syllable),
      );
    if (word === undefined) break;
    const at = from(word);
    back.unshift(
      ...word.meaning.split(' ').map((one) => ({
        ...spanned(rest, at, rest.length, one),
        class: 'industry' as const,
        group: `word:${one}`,
      })),
    );
    rest = rest.slice(0, at);
  }
  if (front.length + back.length === 0 || rest.length === 0 || rest.length > 8) return [];
  return runs(rest.length).map((way) => {
    let at = 0;
    const core = way.map((length) => {
      const joined = spanned(
        rest,
        at,
        at + length,
        rest
          .slice(at, at + length)
          .map((one) => one.text)
          .join(''),
      );
      at += length;
      return { ...joined, class: 'distinctive' as const };
    });
    return [...front, ...core, ...back, ...forms];
  });
}

/** One token for several syllables. */
function spanned(tokens: readonly Token[], from: number, to: number, text: string): Token {
  const first = tokens[from]!;
  const whole = renewed(first, text, tokenFlags.joined);
  return { ...whole, flags: whole.flags & ~tokenFlags.syllable, end: tokens[to - 1]!.end };
}
