import { brandWord } from './brand-words.ts';
import { partCompounds } from './company-compounds.ts';
import { companyPhrase, companyWord } from './company-words.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { foldKey } from './fold-key.ts';
import { type LegalForm, legalForm, partGluedForm } from './legal-form.ts';
import { nameGroup } from './nicknames.ts';
import { numbers } from './numbers.ts';
import { placeOfTwo, placeWords } from './place-words.ts';
import { isSaint, saintPlace } from './saints.ts';
import { slavicGroup } from './slavic-stems.ts';
import { glueLetters, isLetter } from './spelled-letters.ts';
import { withoutStateWords } from './state-words.ts';
import { type Token, type TokenClass, tokenFlags } from './token.ts';

/**
 * Tokens of a company name: legal forms become one token each with their group, numbers one token with their value,
 * single letters written in a row one word; industry, generic and place words are told from the distinctive rest.
 */
export function companyTokens(drafts: readonly DraftWord[], note: Note, country?: string): Token[] {
  const words = partForms(
    partNumbers(glueLetters(partCompounds(inNominative(withoutElisions(drafts)), note), note)),
    note,
  );
  const texts = words.map((word) => word.text);
  const natives = words.some((word) => word.native !== undefined)
    ? words.map((word) => word.native ?? word.text)
    : undefined;
  const latinForms = formsOf(words, texts, country).filter(
    (form) => !isAbbreviation(words[form.from]!, form),
  );
  const forms =
    natives === undefined ? latinForms : longestOf([...latinForms, ...formsOf(words, natives, country)]);
  const found = numbers(texts);
  // `SAN VE TIC`: abbreviations that firms of Turkey write without a full stop too.
  const isTurkish = texts.some((text, at) => text === 've' && texts[at + 1] === 'tic');
  const tokens: Token[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const form = forms.find((candidate) => candidate.from === index);
    if (form !== undefined) {
      const last = words[index + form.count - 1]!;
      note('legal form', `${form.form} → ${form.group}`);
      tokens.push(
        token(
          word,
          texts.slice(index, index + form.count).join(' '),
          'legal form',
          `form:${form.group}`,
          0,
          last.end,
        ),
      );
      index += form.count - 1;
      continue;
    }
    const number = found.find((candidate) => candidate.from === index);
    // `V.I. Kozlov` is nobody's sixth, nor is the plant named after VI Kozlov.
    const isInitials =
      number?.kind === 'roman' &&
      ((word.flags & tokenFlags.joined) !== 0 || (index > 0 && honours(words, index)));
    if (number !== undefined && !isInitials) {
      const last = words[index + number.count - 1]!;
      const written = words
        .slice(index, index + number.count)
        .map((part) => part.text)
        .join(' ');
      if (number.kind !== 'digits') {
        note(
          number.kind === 'words' ? 'number word' : number.kind === 'roman' ? 'roman numeral' : 'ordinal',
          `${written} → ${number.value}`,
        );
      }
      const kind: TokenClass = number.kind === 'ordinal' ? 'ordinal' : 'number';
      const digits = number.kind === 'digits' ? word.text.replace(/^0+(?=\d)/, '') : String(number.value);
      tokens.push(token(word, digits, kind, `number:${digits}`, 0, last.end));
      index += number.count - 1;
      continue;
    }
    if (index > 0 && word.text.length <= 2 && honours(words, index)) {
      tokens.push(token(word, word.text, 'initial', undefined, 0));
      continue;
    }
    const next = words[index + 1];
    const place = next && (placeOfTwo(word.text, next.text) ?? saintPlace(word, next));
    if (next && place === undefined && isSaint(word, next)) {
      tokens.push(token(word, 'saint', 'distinctive', brandWord('saint'), 0));
      continue;
    }
    if (next && place !== undefined && placeWords(word.text) === undefined) {
      tokens.push(token(word, word.text + next.text, 'place', `place:${place}`, 0, next.end));
      index++;
      continue;
    }
    tokens.push(companyToken(isTurkish ? { ...word, dotted: true } : word, note));
  }
  return withoutStateWords(withOwner(asNameOfDigits(words, tokens)));
}

/**
 * A name that only says its trade is told by who runs it: `State Enterprise for Textile Industries` is no Textile
 * Industries Company. With a name or place of its own the state is a legal form as any other.
 */
function withOwner(tokens: Token[]): Token[] {
  const isOwn = ({ class: part }: Token): boolean =>
    part === 'distinctive' ||
    part === 'place' ||
    part === 'number' ||
    part === 'ordinal' ||
    part === 'initial';
  if (!tokens.some(({ group }) => group === 'form:state') || tokens.some(isOwn)) return tokens;
  return tokens.map((one) => (one.group === 'form:state' ? { ...one, class: 'generic' as const } : one));
}

/** `360` is a name, and `1` no part of every name with a first in it: digits alone meet the same digits alone. */
function asNameOfDigits(words: readonly DraftWord[], tokens: Token[]): Token[] {
  if (!words.every(({ raw }) => onlyDigits.test(raw))) return tokens;
  return tokens.map(({ group, ...one }) => {
    const text = `№${one.text}`;
    return { ...one, text, fold: text, class: 'distinctive' };
  });
}
const onlyDigits = /^[\p{N}\p{P}]+$/u;

/** After `imeni` come the names of one person: given name or initials, patronymic and surname. */
const mostHonoured = 3;
const genitive = /^(.{3,}[b-df-hj-np-tv-z])a$/;

/** The names of the person that a plant is named after stand in the genitive: `imeni Baumana` is after Bauman. */
function inNominative(words: readonly DraftWord[]): readonly DraftWord[] {
  const at = words.findIndex(({ text, script }) => text === 'imeni' || (text === 'im' && script === 'Cyrl'));
  const from = at < 0 ? words.findIndex(({ text, dotted }) => text === 'im' && dotted) : at;
  if (from < 0) return words;
  let left = mostHonoured;
  return words.map((word, index) => {
    if (index <= from || left === 0 || word.text.length < 3) return word;
    left--;
    const name = genitive.exec(word.text)?.[1];
    const isOrdinary = companyWord(word.text) !== undefined || placeWords(word.text) !== undefined;
    return name === undefined || isOrdinary ? word : { ...word, text: name };
  });
}

/** French and Italian articles and prepositions that lose their vowel before another. */
const elided = /^(?:d|l|un|qu|(?:d|n|s)ell|(?:a|da|su)ll|degl|quell)['`´ʼ‘’′](?=\p{L}{4})/iu;

/** `d'Iran`, `dell'industria`: ordinary words and places without the article; names keep it, D'Agostino. */
function withoutElisions(words: readonly DraftWord[]): readonly DraftWord[] {
  if (!words.some((word) => word.raw.length > word.text.length && elided.test(word.raw))) return words;
  return words.map((word) => {
    const before = elided.exec(word.raw);
    if (before === null) return word;
    const text = word.text.slice(before[0].length - 1);
    const isOrdinary = placeWords(text) !== undefined || companyWord(text) !== undefined;
    return isOrdinary ? { ...word, text } : word;
  });
}

/** Forms that do not overlap, longer ones first: a form in its own script may be longer than what its words mean. */
function longestOf(forms: readonly LegalForm[]): LegalForm[] {
  const chosen: LegalForm[] = [];
  for (const form of [...forms].sort((a, b) => b.count - a.count || a.from - b.from)) {
    if (!chosen.some((known) => form.from < known.from + known.count && known.from < form.from + form.count))
      chosen.push(form);
  }
  return chosen;
}

/** `Sci.` is scientific before it is a form of some country. */
function isAbbreviation(word: DraftWord, form: LegalForm): boolean {
  if (!word.dotted || form.count > 1 || word.flags & tokenFlags.joined) return false;
  const meaning = companyWord(word.text, true);
  return meaning?.abbreviation === true && meaning.meaning !== 'company';
}

/** Whether the letters at a place are initials of the person that a firm is named after. */
function honours(words: readonly DraftWord[], at: number): boolean {
  const before = words[at - 1]!.text;
  return before === 'im' || before === 'imeni' || before === 'after';
}

/** Legal forms inside and outside brackets apart: each is a name with a begin and an end of its own. */
function formsOf(words: readonly DraftWord[], texts: readonly string[], country?: string): LegalForm[] {
  const bracketed = (word: DraftWord): boolean => (word.flags & tokenFlags.bracketed) !== 0;
  if (!words.some(bracketed)) return legalForm(texts, country);
  const forms: LegalForm[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && bracketed(words[to]!) === bracketed(words[from]!)) to++;
    for (const form of legalForm(texts.slice(from, to), country))
      forms.push({ ...form, from: form.from + from });
    from = to;
  }
  return forms;
}

const continents = new Set(['europe', 'asia', 'africa']);

function companyToken(word: DraftWord, note: Note): Token {
  const place = placeWords(word.text);
  // A continent tells no firm from its sister, as a town does.
  if (place !== undefined && continents.has(place))
    return token(word, word.text, 'generic', `word:${place}`, 0);
  if (place !== undefined) return token(word, word.text, 'place', `place:${place}`, 0);
  const phrase = shortPhrases.has(word.text) ? companyPhrase([word.text], 0) : undefined;
  if (phrase !== undefined) return token(word, word.text, 'generic', `phrase:${phrase.id}`, 0);
  const known = companyWord(word.text, word.dotted);
  if (known !== undefined) {
    if (known.abbreviation) note('abbreviation', `${word.text} → ${known.meaning}`);
    return token(word, word.text, known.class, known.group, known.abbreviation ? tokenFlags.abbreviation : 0);
  }
  if (/^\p{L}?\d+\p{L}?$/u.test(word.text)) return token(word, word.text, 'number', `number:${word.text}`, 0);
  if (word.text.length === 1) return token(word, word.text, 'initial', undefined, 0);
  return token(
    word,
    word.text,
    'distinctive',
    word.group ?? brandWord(word.text) ?? nameGroup(word.text, true) ?? slavicGroup(word.text),
    0,
  );
}

function token(
  word: DraftWord,
  text: string,
  kind: TokenClass,
  group: string | undefined,
  flags: number,
  end = word.end,
): Token {
  return {
    text,
    fold: foldKey(text),
    class: kind,
    start: word.start,
    end,
    flags: word.flags | flags,
    ...(word.native === undefined ? {} : { native: word.native }),
    ...(group === undefined ? {} : { group }),
  };
}

const numberWithSign = /^(?:no|nr|nomer)(?=\d{1,6}$)/;
const beginsWithDigits = /^\d{1,2}$/;
/** Letters that are an `and` in some language. */
const andLetters = /^[eiouy]$/;

/** `No5` is the number 5; `3 M` at the begin of a name is `3M`. */
function partNumbers(words: readonly DraftWord[]): readonly DraftWord[] {
  const [first, second] = words;
  if (words.length > 2 && isOwnLetter(second!.text) && countOf(first!.text) !== undefined) {
    const joined = {
      ...first!,
      text: countOf(first!.text)! + second!.text,
      end: second!.end,
      flags: first!.flags | tokenFlags.joined,
    };
    return [joined, ...words.slice(2)];
  }
  return words.some((word) => numberWithSign.test(word.text))
    ? words.map((word) => ({ ...word, text: word.text.replace(numberWithSign, '') }))
    : words;
}

/** `3` and `Three` before a letter. */
function countOf(text: string): string | undefined {
  if (beginsWithDigits.test(text)) return text;
  const [number] = numbers([text]);
  return number?.kind === 'words' && number.value < 10 ? String(number.value) : undefined;
}

function isOwnLetter(text: string): boolean {
  return isLetter(text) && !andLetters.test(text);
}

function partForms(words: readonly DraftWord[], note: Note): readonly DraftWord[] {
  let out: DraftWord[] | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const parted =
      word.text.length >= 7 && companyWord(word.text) === undefined ? partGluedForm(word.text) : undefined;
    if (parted === undefined) {
      out?.push(word);
      continue;
    }
    out ??= words.slice(0, index);
    note('glued legal form', `${word.text} → ${parted.form} + ${parted.rest}`);
    const form: DraftWord = { ...word, text: parted.form, flags: word.flags | tokenFlags.cut };
    const rest: DraftWord = { ...word, text: parted.rest, flags: word.flags | tokenFlags.cut };
    if (parted.formFirst) out.push(form, rest);
    else out.push(rest, form);
  }
  return out ?? words;
}

/** Abbreviations of Russian institutes and plants that say what a firm is, and not which. */
const shortPhrases = new Set([
  'nii',
  'npo',
  'npp',
  'npk',
  'okb',
  'skb',
  'tskb',
  'tsnii',
  'cnii',
  'td',
  'gok',
  'arz',
  'btrz',
  'srz',
  'ssz',
  'ntc',
  'ntts',
]);

const tradePhrases = new Set(['ssz', 'srz', 'arz', 'btrz', 'gok', 'metallurgical works', 'railway', 'jv']);
/** Phrases that say a trade tell firms apart as words of trade do. */
function isTradePhrase(id: string): boolean {
  return tradePhrases.has(id);
}

/** The same words with institutional phrases as one word: `Scientific Production Association Splav` as `npo splav`. */
export function withPhrases(tokens: readonly Token[]): Token[] | undefined {
  const texts = tokens.map((one) => one.text);
  let out: Token[] | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const phrase = companyPhrase(texts, index);
    if (phrase === undefined) {
      out?.push(tokens[index]!);
      continue;
    }
    const first = tokens[index]!;
    out ??= tokens.slice(0, index);
    out.push({
      ...first,
      text: phrase.id,
      fold: foldKey(phrase.id),
      class: isTradePhrase(phrase.id) ? 'industry' : 'generic',
      end: tokens[index + phrase.count - 1]!.end,
      group: `phrase:${phrase.id}`,
    });
    index += phrase.count - 1;
  }
  return out;
}
