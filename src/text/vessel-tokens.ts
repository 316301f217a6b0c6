import { brandWord } from './brand-words.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { foldKey } from './fold-key.ts';
import { nameGroup } from './nicknames.ts';
import { numbers } from './numbers.ts';
import table from './tables/vessel-words.json' with { type: 'json' };
import type { Token, TokenClass } from './token.ts';

const prefixes = new Set(table.prefixes.split(' '));
const pairs = new Set(table.pairs);
/** Words that say the kind of ship before one of a few: `Oil Tanker`, `LNG Carrier`. */
const kinds = new Set(table.kinds.split(' '));
const kindsOf = new Set(table.kindsOf.split(' '));
/** Words of the yard that stand after the name as well: `Hyundai Mipo newbuilding 2655`. */
const anywhere = new Set(['newbuilding', 'hull']);
/** The word that an abbreviation stands for, and what words of honour mean over languages. */
const titleOf = new Map<string, string>();
const meaningOf = new Map<string, string>();
for (const line of table.titles) {
  const [words, short] = line.split(' | ');
  const list = words!.split(' ');
  for (const word of list) meaningOf.set(word, list[0]!);
  for (const word of (short ?? '').split(' ')) if (word !== '') titleOf.set(word, list[0]!);
}
const aircraftWords = new Set(table.aircraft.split(' '));

const countingLetter = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
]);

/** Words that say what kind of ship it is and are no part of its name. */
export function isVesselPrefix(word: string): boolean {
  return prefixes.has(word);
}

/**
 * Tokens of a vessel or aircraft name. A prefix (`M/V`, `MT`, `VSL`) counts only before a name; everything else is
 * distinctive, as one word more is another ship. Numbers keep their value.
 */
export function vesselTokens(drafts: readonly DraftWord[], kind: 'vessel' | 'aircraft', note: Note): Token[] {
  const words = joinInitials(joinPrefix(joinKind(drafts)));
  const texts = words.map((word) => word.text);
  const found = numbers(texts);
  const last = texts.at(-1)!;
  // Ships are counted: `Tinos I`.
  if (
    kind === 'vessel' &&
    texts.length > 1 &&
    countingLetter.has(last) &&
    !found.some((one) => one.from === texts.length - 1)
  )
    found.push({ value: countingLetter.get(last)!, from: texts.length - 1, count: 1, kind: 'roman' });
  const tokens: Token[] = [];
  let named = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const number = found.find((candidate) => candidate.from === index);
    if (number !== undefined) {
      const last = words[index + number.count - 1]!;
      const value = number.kind === 'digits' ? word.text.replace(/^0+(?=\d)/, '') : String(number.value);
      if (number.kind !== 'digits')
        note(number.kind === 'roman' ? 'roman numeral' : 'number word', `${word.text} → ${value}`);
      tokens.push(
        make(word, value, number.kind === 'ordinal' ? 'ordinal' : 'number', `number:${value}`, last.end),
      );
      index += number.count - 1;
      named = true;
      continue;
    }
    const isWord =
      kind === 'aircraft'
        ? aircraftWords.has(word.text)
        : (!named || anywhere.has(word.text)) && isPrefix(word.text) && index + 1 < words.length;
    if (isWord) tokens.push(make(word, word.text, 'vessel word', 'vessel:prefix', word.end));
    else {
      const title = kind === 'vessel' && index + 1 < words.length ? titleText(word) : undefined;
      if (title !== undefined && title !== word.text) note('abbreviation', `${word.text} → ${title}`);
      named = true;
      tokens.push(
        title === undefined
          ? make(
              word,
              word.text,
              'distinctive',
              word.group ?? brandWord(word.text) ?? nameGroup(word.text, true),
              word.end,
            )
          : make(word, title, 'distinctive', `word:${meaningOf.get(title)}`, word.end),
      );
    }
  }
  return tokens;
}

/** Three letters or less are an abbreviation only with a full stop, `Ak. Karpinskiy`, but for the saint's. */
const plainTitle = 4;
const plainSaint = 'st';

/** A word of honour before the name of the honoured, written out: `Kapt. Danilkin`. */
function titleText({ text, dotted }: DraftWord): string | undefined {
  if (meaningOf.has(text)) return text;
  return dotted || text === plainSaint || text.length >= plainTitle ? titleOf.get(text) : undefined;
}

/** `N.S. CONSUL`: letters with full stops are one word. */
function joinInitials(drafts: readonly DraftWord[]): readonly DraftWord[] {
  const [first, second, ...rest] = drafts;
  const isLetter = (word: DraftWord | undefined): boolean => word?.dotted === true && word.text.length === 1;
  if (!isLetter(first) || !isLetter(second) || rest.length === 0) return drafts;
  return [{ ...first!, text: first!.text + second!.text, end: second!.end }, ...rest];
}

/** `S/T` stays two words: written as one it is a saint. */
function isPrefix(text: string): boolean {
  return prefixes.has(text) || pairs.has(text);
}

/** The words that say the kind of ship as one: `Oil Tanker Anthea`. */
function joinKind(drafts: readonly DraftWord[]): readonly DraftWord[] {
  if (drafts.length < 3 || !kinds.has(drafts[0]!.text)) return drafts;
  let last = 1;
  while (last + 1 < drafts.length && kinds.has(drafts[last]!.text)) last++;
  const { text, end } = drafts[last]!;
  if (!kindsOf.has(text) || last + 1 === drafts.length) return drafts;
  return [{ ...drafts[0]!, text: 'vessel', end }, ...drafts.slice(last + 1)];
}

/** `M/V`, `M.T.`, `S S` are written as two letters, `M/Tanker` as one and a word. */
function joinPrefix(drafts: readonly DraftWord[]): readonly DraftWord[] {
  const [first, second, ...rest] = drafts;
  if (first === undefined || second === undefined || rest.length === 0) return drafts;
  if (first.text === 'm' && second.text.length > 2 && prefixes.has(second.text))
    return [{ ...first, text: second.text, end: second.end }, ...rest];
  const pair = `${first.text} ${second.text}`;
  if (!pairs.has(pair)) return drafts;
  if (!prefixes.has(first.text + second.text)) return [{ ...first, text: pair, end: second.end }, ...rest];
  return [{ ...first, text: first.text + second.text, end: second.end }, ...rest];
}

function make(
  word: DraftWord,
  text: string,
  kind: TokenClass,
  group: string | undefined,
  end: number,
): Token {
  return {
    text,
    fold: foldKey(text),
    class: kind,
    start: word.start,
    end,
    flags: word.flags,
    ...(word.native === undefined ? {} : { native: word.native }),
    ...(group === undefined ? {} : { group }),
  };
}
