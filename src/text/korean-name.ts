import type { DraftWord, Note } from './draft-word.ts';
import { foldKey } from './fold-key.ts';
import type { HanName, HanReading } from './han-reading.ts';
import {
  koreanSurname,
  koreanSyllableClass,
  koreanSyllables,
  northSyllable,
  partKoreanName,
  revisedSyllable,
} from './romanise/hangul.ts';
import { surnameTables } from './surname-tables.ts';
import words from './tables/korean-words.json' with { type: 'json' };
import { type Token, type TokenClass, tokenFlags } from './token.ts';
import { translatedWord } from './translated-word.ts';

type Place = Pick<DraftWord, 'start' | 'end' | 'flags'>;

function token(
  at: Place,
  text: string,
  kind: TokenClass,
  flags: number,
  native?: string,
  group?: string,
): Token {
  return {
    text,
    fold: foldKey(text),
    class: kind,
    start: at.start,
    end: at.end,
    flags: at.flags | flags,
    ...(native === undefined ? {} : { native }),
    ...(group === undefined ? {} : { group }),
  };
}

/** The North writes the first sound that the South leaves out: Ri and Yi, Rim and Im, Ryu and Yu are one surname. */
const southern: Readonly<Record<string, string>> = {
  리: '이',
  림: '임',
  류: '유',
  로: '노',
  라: '나',
  량: '양',
  려: '여',
  렴: '염',
  련: '연',
  륙: '육',
  룡: '용',
};
function ownSurname(hangul: string): string {
  return southern[hangul] ?? hangul;
}

/** The surname as one class for all spellings: `ko:박`. */
function surnameGroup(hangul: string): string {
  return `surname:${ownSurname(hangul)}`;
}

/** Ryong and Yong at the begin of a given name are one name of North and South. */
function withoutFirstR(syllable: string): string {
  return syllable.replace(/^r(?=a[ou]|ua|i|eo)/, '');
}

/**
 * A person's name in Hangul: the tokens are the northern spelling, as most listed Koreans are; the readings the
 * Revised one with the surname's usual spelling, and the syllable classes that any spelling falls into.
 */
export function hangulPerson(drafts: readonly DraftWord[], note: Note): HanName | undefined {
  const whole = drafts.map((draft) => draft.text).join('');
  const parts = partKoreanName(whole);
  if (parts === undefined) return undefined;
  const first = drafts[0]!;
  const at: Place = { start: first.start, end: drafts.at(-1)!.end, flags: first.flags };
  const build = (surname: string, read: (block: string) => string): Token[] => [
    token(at, surname, 'surname', tokenFlags.syllable, parts.surname, surnameGroup(parts.surname)),
    ...parts.given.map((block) => token(at, read(block), 'given', tokenFlags.syllable, block)),
  ];
  const spellings = koreanSurname(parts.surname);
  const north = [...parts.surname].map(northSyllable).join('');
  const tokens = build(north || spellings[0]!, northSyllable);
  note('romanised', `${whole} → ${tokens.map((one) => one.text).join(' ')}`);
  const readings: HanReading[] = [];
  for (const spelling of spellings.slice(0, 2))
    readings.push({ kind: 'korean', tokens: build(spelling, revisedSyllable) });
  const classes = koreanClasses(at, [parts.surname, ...parts.given]);
  if (classes !== undefined) readings.push({ kind: 'korean', tokens: classes });
  return { tokens, readings };
}

/** The name of a surname and given blocks in Hangul as the syllable classes that any spelling falls into. */
export function koreanClasses(at: Place, blocks: readonly string[]): Token[] | undefined {
  const [surname, ...given] = blocks;
  const classes = given.map((block) => koreanSyllableClass(northSyllable(block)));
  if (surname === undefined || classes.some((one) => one === undefined)) return undefined;
  return [
    token(at, surnameClass(surname), 'surname', tokenFlags.syllable, surname, surnameGroup(surname)),
    ...classes.map((one, index) =>
      token(at, index === 0 ? withoutFirstR(one!) : one!, 'given', tokenFlags.syllable, given[index]!),
    ),
  ];
}

/** A word that no Latin name has, so that classes only meet classes. */
function surnameClass(hangul: string): string {
  return [...ownSurname(hangul)].map(revisedSyllable).join('');
}

/**
 * The syllable classes of a Korean name in Latin letters of any romanisation: surname first or last, given names
 * joined, with a hyphen or apart. Undefined where the name is not of this shape.
 */
export function koreanReadings(tokens: readonly Token[]): Token[][] {
  const names = tokens.filter((one) => one.class !== 'honorific' && one.class !== 'generic');
  if (names.length < 2 || names.length > 4) return [];
  const byComma = names[0]!.class === 'surname' && names.slice(1).every((one) => one.class !== 'surname');
  const last = names.at(-1)!;
  // Capitals say that the last word is the surname, even where the first could be one: `Chun-San PAK`.
  const isLastTold = last.class === 'surname' && (last.flags & tokenFlags.guessed) === 0;
  const isFirst = byComma || (!isLastTold && surnameTables.korean(names[0]!.text).length > 0);
  const order = isFirst ? names : [last, ...names.slice(0, -1)];
  const [surname, ...given] = order;
  const surnames = surnameTables.korean(surname!.text);
  const syllables: { text: string; from: Token }[] = [];
  for (const one of given) {
    const parts = koreanSyllables(one.text);
    if (parts === undefined) return [];
    for (const part of parts) syllables.push({ text: part, from: one });
  }
  if (syllables.length === 0 || syllables.length > 2) return [];
  syllables[0]!.text = withoutFirstR(syllables[0]!.text);
  return [...new Set(surnames.map(ownSurname))]
    .slice(0, 3)
    .map((hangul) => [
      token(surname!, surnameClass(hangul), 'surname', tokenFlags.syllable, undefined, surnameGroup(hangul)),
      ...syllables.map(({ text, from }) => token(from, text, 'given', tokenFlags.syllable)),
    ]);
}

const known = new Map<string, string>();
for (const line of words.words) {
  const [hangul, ...meaning] = line.split(' ');
  known.set(hangul!, meaning.join(' '));
}
const longest = Math.max(...[...known.keys()].map((word) => word.length));

/** Syllables that end a name after a known word: 정보기술국 is an information technology bureau. */
const endings = new Map(words.endings.map((line) => line.split(' ') as [string, string]));
/** `제2`, `2`: the second. */
const numberAt = /제?(\d+)/y;

/** A company name in Hangul: known words translated, the rest sounded, northern and Revised. */
export function hangulCompany(drafts: readonly DraftWord[], note: Note): HanName {
  const pieces: { text: string; meaning: string | undefined; at: DraftWord }[] = [];
  for (const draft of drafts) {
    let open = '';
    const close = (): void => {
      if (open !== '') pieces.push({ text: open, meaning: undefined, at: draft });
      open = '';
    };
    for (let index = 0; index < draft.text.length; ) {
      let taken = 0;
      numberAt.lastIndex = index;
      const number = numberAt.exec(draft.text);
      if (number !== null) {
        close();
        pieces.push({ text: number[0], meaning: number[1]!.replace(/^0+(?=\d)/, ''), at: draft });
        index += number[0].length;
        continue;
      }
      const ending =
        index > 0 && open === '' && index === draft.text.length - 1
          ? endings.get(draft.text[index]!)
          : undefined;
      if (ending !== undefined) {
        pieces.push({ text: draft.text[index]!, meaning: ending, at: draft });
        break;
      }
      for (let length = Math.min(longest, draft.text.length - index); length >= 2 && taken === 0; length--) {
        const word = draft.text.slice(index, index + length);
        const meaning = known.get(word);
        if (meaning === undefined) continue;
        close();
        pieces.push({ text: word, meaning, at: draft });
        taken = length;
      }
      if (taken === 0) {
        open += draft.text[index];
        taken = 1;
      }
      index += taken;
    }
    close();
  }
  const build = (read: (block: string) => string, translate: boolean): Token[] =>
    pieces.flatMap(({ text, meaning, at }) => {
      if (meaning !== undefined && /^\d/.test(meaning))
        return [token(at, meaning, 'number', 0, text, `number:${meaning}`)];
      const sound = [...text].map(read).join('');
      if (meaning?.startsWith('form:') === true)
        return [token(at, translate ? meaning.slice(5) : sound, 'legal form', 0, text, meaning)];
      if (meaning === undefined) return [token(at, sound, 'distinctive', 0, text)];
      if (!translate) {
        const known = translatedWord(meaning);
        return [token(at, sound, known.class, 0, text, known.group)];
      }
      return meaning.split(' ').map((one) => {
        const known = translatedWord(one);
        return token(at, one, known.class, tokenFlags.translated, text, known.group);
      });
    });
  const tokens = build(northSyllable, false);
  note('romanised', tokens.map((one) => one.text).join(' '));
  return {
    tokens,
    readings: [
      { kind: 'translated', tokens: build(northSyllable, true) },
      { kind: 'korean', tokens: build(revisedSyllable, false) },
    ],
  };
}
