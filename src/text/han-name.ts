import { jyutpingClass } from './cantonese-latin.ts';
import { joinRuns, runs, wadeGiles } from './chinese-latin.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { foldKey } from './fold-key.ts';
import type { HanName, HanReading } from './han-reading.ts';
import { hanSegments, type Segment } from './han-segments.ts';
import { koreanClasses } from './korean-name.ts';
import { cantoneseSyllable, jyutpingOf, koreanReading, pinyinSyllables, simplified } from './romanise/han.ts';
import { surnameTables } from './surname-tables.ts';
import { type Token, type TokenClass, tokenFlags } from './token.ts';
import { translatedWord } from './translated-word.ts';

type Place = Pick<DraftWord, 'start' | 'end' | 'flags'>;

function token(
  at: Place,
  text: string,
  kind: TokenClass,
  native: string,
  flags: number,
  group?: string,
): Token {
  return {
    text,
    fold: foldKey(text),
    class: kind,
    start: at.start,
    end: at.end,
    flags: at.flags | flags,
    native,
    ...(group === undefined ? {} : { group }),
  };
}

/** Surname and given name of a Han text of two to four characters; undefined where the first is no surname. */
export function partHanName(text: string): { surname: string; given: string } | undefined {
  const characters = [...text];
  if (characters.length < 2 || characters.length > 4) return undefined;
  const two = characters.slice(0, 2).join('');
  if (characters.length >= 3 && surnameTables.chinese(two) !== undefined) {
    return { surname: two, given: characters.slice(2).join('') };
  }
  if (characters.length <= 3 && surnameTables.chinese(characters[0]!) !== undefined) {
    return { surname: characters[0]!, given: characters.slice(1).join('') };
  }
  return undefined;
}

/**
 * A person's name in Han characters. The tokens are the characters (simplified), surname and given name; the readings
 * are pinyin in syllables and joined, Wade-Giles, Cantonese as in Hong Kong, Korean for names with a Korean surname,
 * Japanese for known surnames.
 */
export function hanPerson(word: DraftWord, note: Note): HanName {
  const native = simplified(word.text);
  if (native !== word.text) note('traditional characters', `${word.text} → ${native}`);
  const characters = [...native];
  const kanji = japaneseSurname(word.text) ?? japaneseSurname(native);
  const parts = (kanji === undefined ? partHanName(native) : undefined) ?? {
    surname: characters.slice(0, kanji === undefined ? 1 : [...kanji.form].length).join(''),
    given: characters.slice(kanji === undefined ? 1 : [...kanji.form].length).join(''),
  };
  const size = [...parts.surname].length;
  const at = word;
  const tokens = [token(at, parts.surname, 'surname', parts.surname, 0)];
  if (parts.given !== '') tokens.push(token(at, parts.given, 'given', parts.given, 0));
  const readings: HanReading[] = [];
  const add = (
    kind: HanReading['kind'],
    surname: readonly string[],
    given: readonly string[],
    joined: boolean,
  ): void => {
    const list = [
      token(at, surname.join(''), 'surname', parts.surname, surname.length > 1 ? 0 : tokenFlags.syllable),
    ];
    if (joined && given.length > 1)
      list.push(token(at, given.join(''), 'given', parts.given, tokenFlags.joined | tokenFlags.syllable));
    else for (const one of given) list.push(token(at, one, 'given', parts.given, tokenFlags.syllable));
    // Rare characters have no reading.
    if (list.every((one) => one.text !== '')) readings.push({ kind, tokens: list });
  };
  const syllables = pinyinSyllables(native, true);
  if (syllables.length !== characters.length) return { tokens, readings };
  const surname = syllables.slice(0, size);
  const known = surnameTables.chinese(parts.surname);
  if (known !== undefined && size === 1) surname[0] = known.pinyin;
  const given = syllables.slice(size);
  note('romanised', `${word.text} → ${[...surname, ...given].join(' ')}`);
  add('pinyin joined', surname, given, true);
  if (given.length > 1) add('pinyin', surname, given, false);
  if (surname[0] === 'lu' && /[吕]/u.test(parts.surname)) add('pinyin joined', ['lyu'], given, true);
  const wade = [...surname, ...given].map(wadeGiles);
  if (wade.join(' ') !== [...surname, ...given].join(' ')) {
    add('wade-giles', wade.slice(0, size), wade.slice(size), false);
    if (given.length > 1) add('wade-giles', wade.slice(0, size), wade.slice(size), true);
  }
  // Unihan gives the Cantonese readings of both forms; the form as written is asked first.
  const cantonese = [...word.text].map(
    (one, index) => cantoneseSyllable(one)[0] ?? cantoneseSyllable(characters[index]!)[0] ?? '',
  );
  if (cantonese.every((one) => one !== '')) {
    const hongKong = known?.spellings[0];
    add(
      'cantonese',
      size === 1 && hongKong !== undefined ? [hongKong] : cantonese.slice(0, size),
      cantonese.slice(size),
      false,
    );
    // Classes hold the spellings that the reading does not have: Tsun for Chun, Tan for Chan.
    const reading = readings.at(-1)!.tokens;
    const classes = [...word.text].map((one, index) =>
      jyutpingClass(jyutpingOf(one) ?? jyutpingOf(characters[index]!) ?? ''),
    );
    readings[readings.length - 1] = {
      kind: 'cantonese',
      tokens: reading.map((one, index) => {
        if (index === 0)
          return known === undefined ? one : { ...one, group: chineseSurnameGroup(known.pinyin) };
        const own = classes[size + index - 1];
        return own === undefined ? one : { ...one, group: own };
      }),
    };
  }
  const blocks =
    koreanReading(word.text).length === [...word.text].length
      ? koreanReading(word.text)
      : koreanReading(native);
  if (blocks.length === characters.length && blocks.length >= 2 && mainlyKorean.has(parts.surname)) {
    const classes = koreanClasses(at, blocks);
    if (classes !== undefined) readings.push({ kind: 'korean', tokens: classes });
  }
  if (kanji !== undefined) {
    note('romanised', `${word.text} → ${kanji.reading} (Japanese surname)`);
    add(
      'japanese',
      [kanji.reading],
      kanji.given !== undefined ? [kanji.given] : given.length > 0 ? [given.join('')] : [],
      false,
    );
  }
  return { tokens, readings };
}

/** The group of a Chinese surname in every spelling abroad; Latin spellings name it as one of several. */
function chineseSurnameGroup(pinyin: string): string {
  return `name:zh-${pinyin}`;
}

interface JapaneseName {
  /** The surname as written. */
  readonly form: string;
  readonly reading: string;
  /** The reading of the given name where the table knows it. */
  readonly given: string | undefined;
}

/**
 * A Japanese surname of two or three characters at the start; one of one character only before a known given name,
 * since most of these are Chinese surnames too.
 */
function japaneseSurname(text: string): JapaneseName | undefined {
  const characters = [...text];
  for (const length of [3, 2, 1]) {
    if (characters.length <= length) continue;
    const form = characters.slice(0, length).join('');
    const rest = characters.slice(length).join('');
    const reading = surnameTables.japanese(form);
    if (reading === undefined) continue;
    const given = surnameTables.japaneseGiven(rest);
    const isTold = given !== undefined && ([...rest].length > 1 || surnameTables.chinese(form) === undefined);
    if (length > 1 || isTold) return { form, reading, given };
  }
  return undefined;
}

/** Surnames for which a Korean bearer is likely enough to give the Korean reading. */
const mainlyKorean = new Set(
  '金朴崔郑姜赵尹张林韩吴徐申权黄安宋全洪柳高文梁孙裴白许南沈卢河郭成车朱禹具闵罗池严元千方孔玄咸卞廉李玉奉太景'.split(
    '',
  ),
);

/**
 * A company name in Han characters. The tokens are its words in characters; the readings: translated (place and trade
 * words in English, the name itself in pinyin, joined in every usual way), all in pinyin joined by words, all in
 * syllables.
 */
export function hanCompany(drafts: readonly DraftWord[], note: Note): HanName {
  const segments: { segment: Segment; at: DraftWord }[] = [];
  for (const draft of drafts) {
    const native = simplified(draft.text);
    if (native !== draft.text) note('traditional characters', `${draft.text} → ${native}`);
    for (const segment of hanSegments(native)) segments.push({ segment, at: draft });
  }
  const tokens = segments.map(({ segment, at }) => nativeToken(segment, at));
  const sounds = segments.map(({ segment }) =>
    segment.kind === 'form' || segment.kind === 'number' ? [] : pinyinSyllables(segment.native, false),
  );
  const cores = segments.flatMap(({ segment }, index) => (segment.kind === 'core' ? [index] : []));
  const main = cores[0] ?? -1;
  const ways = main < 0 ? [[]] : runs(sounds[main]!.length);
  const readings: HanReading[] = [];
  const build = (kind: HanReading['kind'], way: readonly number[], isOther = false): void => {
    const list: Token[] = [];
    for (const [index, { segment, at }] of segments.entries()) {
      const sound = sounds[index]!;
      if (segment.kind === 'form') {
        list.push(
          token(
            at,
            formWords[segment.value] ?? 'company',
            'legal form',
            segment.native,
            tokenFlags.translated,
            `form:${segment.value}`,
          ),
        );
      } else if (segment.kind === 'core') {
        const joined =
          kind === 'pinyin' ? sound : joinRuns(sound, index === main ? way : (runs(sound.length)[0] ?? []));
        for (const one of joined)
          list.push(
            token(
              at,
              one,
              'distinctive',
              segment.native,
              tokenFlags.syllable | (kind === 'pinyin' ? 0 : tokenFlags.joined),
            ),
          );
      } else if (segment.kind === 'place') {
        if (kind === 'pinyin')
          for (const one of sound) list.push(token(at, one, 'place', segment.native, tokenFlags.syllable));
        else {
          const text = kind === 'translated' ? segment.value : pinyinPlace(segment.native);
          list.push(token(at, text, 'place', segment.native, tokenFlags.joined, `place:${segment.value}`));
        }
      } else if (segment.kind === 'number') {
        list.push(token(at, segment.value, 'number', segment.native, 0, `number:${segment.value}`));
      } else if (kind === 'translated') {
        for (const one of ((isOther ? segment.other : undefined) ?? segment.value).split(' ')) {
          const known = translatedWord(one);
          list.push(token(at, one, known.class, segment.native, tokenFlags.translated, known.group));
        }
      } else if (kind === 'pinyin') {
        for (const one of sound) list.push(token(at, one, 'industry', segment.native, tokenFlags.syllable));
      } else
        for (const one of joinRuns(sound, runs(sound.length)[0] ?? []))
          list.push(token(at, one, 'industry', segment.native, tokenFlags.joined));
    }
    const heard = list.filter((one) => one.text !== '');
    if (heard.length > 0) readings.push({ kind, tokens: heard });
  };
  for (const way of ways) build('translated', way);
  if (segments.some(({ segment }) => segment.other !== undefined)) build('translated', ways[0]!, true);
  for (const way of ways.slice(0, 3)) build('pinyin joined', way);
  build('pinyin', []);
  const japanese = japaneseCores(segments.map(({ segment }) => segment));
  if (japanese !== undefined) {
    const list = readings[0]!.tokens.filter((one) => one.class !== 'distinctive');
    const own = segments.flatMap(({ segment, at }, index) =>
      japanese[index] === undefined
        ? []
        : japanese[index].map((one) => token(at, one, 'distinctive', segment.native, 0)),
    );
    readings.push({ kind: 'japanese', tokens: [...own, ...list] });
  }
  const brand = brandReading(segments);
  if (brand !== undefined) readings.push(brand);
  note('translated', (readings[0]?.tokens ?? []).map((one) => one.text).join(' '));
  return { tokens, readings };
}

/** What follows a surname in names of Japanese firms: Yamaguchi-gumi, Matsuzakaya. */
const afterSurname: Readonly<Record<string, string>> = { 组: 'gumi', 屋: 'ya', 家: 'ke', 会: 'kai' };

/** The Japanese readings of the names that are a surname, alone or with what firms add; undefined where one is none. */
function japaneseCores(segments: readonly Segment[]): readonly (readonly string[] | undefined)[] | undefined {
  const cores = segments.filter(({ kind }) => kind === 'core');
  const read = segments.map(({ kind, native }) => {
    if (kind !== 'core') return undefined;
    const whole = surnameTables.japanese(native);
    if (whole !== undefined) return [whole];
    const added = afterSurname[native.slice(-1)];
    const surname = added === undefined ? undefined : surnameTables.japanese(native.slice(0, -1));
    return surname === undefined ? undefined : [surname, added!];
  });
  return cores.length > 0 && read.filter((one) => one !== undefined).length === cores.length
    ? read
    : undefined;
}

const brandLength = 4;

/**
 * A name of four characters is two words, and people leave the second out: Haikang for Haikang Weishi. Without place,
 * trade and form, so that the first word is most of it.
 */
function brandReading(
  segments: readonly { readonly segment: Segment; readonly at: DraftWord }[],
): HanReading | undefined {
  const cores = segments.filter(({ segment }) => segment.kind === 'core');
  if (cores.length !== 1) return undefined;
  const [{ segment, at }] = cores as [(typeof cores)[number]];
  const characters = [...segment.native];
  if (characters.length !== brandLength) return undefined;
  const [first, second] = [characters.slice(0, 2).join(''), characters.slice(2).join('')];
  return {
    kind: 'brand',
    tokens: [
      token(at, first, 'distinctive', segment.native, 0),
      token(at, second, 'industry', segment.native, 0),
    ],
  };
}

const formWords: Readonly<Record<string, string>> = {
  stock: 'co ltd',
  limited: 'co ltd',
  company: 'company',
  partnership: 'lp',
  foundation: 'foundation',
  sole: 'sole',
};
function nativeToken(segment: Segment, at: DraftWord): Token {
  switch (segment.kind) {
    case 'place':
      return token(at, segment.native, 'place', segment.native, 0, `place:${segment.value}`);
    case 'form':
      return token(at, segment.native, 'legal form', segment.native, 0, `form:${segment.value}`);
    case 'number':
      return token(at, segment.value, 'number', segment.native, 0, `number:${segment.value}`);
    case 'word': {
      const known = translatedWord(segment.value);
      return token(at, segment.native, known.class, segment.native, 0, known.group);
    }
    case 'core':
      return token(at, segment.native, 'distinctive', segment.native, 0);
  }
}

function pinyinPlace(native: string): string {
  return pinyinSyllables(native, false).join('');
}
