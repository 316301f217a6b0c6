import type { EvidencePiece } from './evidence.ts';
import type { Form, NameReader } from './form.ts';
import { flagReading, flagSkeleton } from './form.ts';
import { type NameIndex, nameKind, nameText, partyKind, wordText } from './name-index.ts';
import { anyWord, type PairScorer } from './pair-scorer.ts';
import type { PreparedQuery } from './query.ts';
import { roles } from './role.ts';
import { parts } from './score-parts.ts';
import { textAt } from './text-pool.ts';

/** What made two words count as alike; stable codes. */
export type WordCode =
  | 'same word'
  | 'same sounds'
  | 'like letters'
  | 'same group'
  | 'same consonants'
  | 'joined'
  | 'initial'
  | 'cut off';

/** One part of a score: a pair of words, a word without counterpart, a rule that lowered the score, or a fact. */
export type Piece =
  | {
      readonly code: WordCode;
      readonly query: string;
      readonly listed: string;
      readonly similarity: number;
      /** Share of the weight of both names. */
      readonly weight: number;
    }
  | {
      readonly code: 'only in query' | 'only in list';
      readonly word: string;
      readonly role: string;
      readonly weight: number;
    }
  | { readonly code: 'rule'; readonly rule: string }
  | { readonly code: 'reading'; readonly reading: string }
  | ({ readonly code: EvidencePiece['code'] } & Omit<EvidencePiece, 'code'>);

/** Takes apart the score of a listed form for a query: the alignment is made again. */
export function alignmentPieces(
  scorer: PairScorer,
  query: PreparedQuery,
  form: number,
  readName: NameReader,
): { pieces: Piece[]; rarity: number } {
  scorer.begin(query);
  scorer.score(form, 0, anyWord);
  const { index, picture } = scorer;
  const listed = writtenWords(index, form, readName);
  const pieces: Piece[] = [];
  let total = 0;
  let queryBits = 0;
  let listedBits = 0;
  for (let at = 0; at < picture.queryCount; at++) total += picture.queryWeight[at]!;
  const share = (weight: number): number => round(total === 0 ? 0 : weight / total);
  if (query.reading !== undefined) pieces.push({ code: 'reading', reading: query.reading });
  const chosen = scorer.chosen
    .map((number) => scorer.edges[number]!)
    .sort((a, b) => (a.queryBits & -a.queryBits) - (b.queryBits & -b.queryBits));
  for (const edge of chosen) {
    queryBits |= edge.queryBits;
    listedBits |= edge.listedBits;
    const asked = wordsOf(edge.queryBits, (at) => query.words[at]!.written || query.words[at]!.text);
    const named = wordsOf(edge.listedBits, (at) => listed[at]!);
    pieces.push({
      code:
        edge.kind === 'word'
          ? wordCode(index, query, form, edge.queryBits, edge.listedBits, edge.similarity)
          : edge.kind.startsWith('joined')
            ? 'joined'
            : (edge.kind as 'initial' | 'cut off'),
      query: asked,
      listed: named,
      similarity: round(edge.similarity),
      weight: share(edge.weight),
    });
  }
  for (let at = 0; at < picture.queryCount; at++) {
    if (queryBits & (1 << at)) continue;
    const word = query.words[at]!;
    pieces.push({
      code: 'only in query',
      word: word.written || word.text,
      role: roles[word.role]!,
      weight: share(picture.queryWeight[at]!),
    });
  }
  for (let at = 0; at < picture.listedCount; at++) {
    if (listedBits & (1 << at)) continue;
    pieces.push({
      code: 'only in list',
      word: listed[at]!,
      role: roles[picture.listedRole[at]!]!,
      weight: share(picture.listedWeight[at]!),
    });
  }
  if (parts.rule !== '') pieces.push({ code: 'rule', rule: parts.rule });
  const kind = nameKind(index, index.formName[form]!);
  if (kind === 'weak alias') pieces.push({ code: 'rule', rule: 'listed as a weak alias' });
  return { pieces, rarity: parts.rarity };
}

function wordCode(
  index: NameIndex,
  query: PreparedQuery,
  form: number,
  queryBits: number,
  listedBits: number,
  similarity: number,
): WordCode {
  const asked = query.words[31 - Math.clz32(queryBits)]!;
  const word = index.formWords[index.formStarts[form]! + 31 - Math.clz32(listedBits)]!;
  if (asked.text === wordText(index, word)) return 'same word';
  if (asked.group !== '' && asked.group === textAt(index.groups, word)) return 'same group';
  if (asked.fold === textAt(index.folds, word)) return 'same sounds';
  if ((asked.flags | index.wordFlags[word]!) & flagSkeleton && similarity < 0.9) return 'same consonants';
  return 'like letters';
}

/** The words of a listed form as the list writes them. */
function writtenWords(index: NameIndex, form: number, readName: NameReader): string[] {
  const start = index.formStarts[form]!;
  const count = index.formStarts[form + 1]! - start;
  const texts = Array.from({ length: count }, (_, at) => wordText(index, index.formWords[start + at]!));
  const name = index.formName[form]!;
  const kind = partyKind(index, index.nameParty[name]!);
  const same = readName(nameText(index, name), kind, 'listed').find((one: Form) =>
    texts.every((text, at) => one.words[at]?.text === text),
  );
  if (!same) return texts;
  return texts.map((text, at) => {
    const word = same.words[at]!;
    return word.flags & flagReading ? text : word.written || text;
  });
}

function wordsOf(bits: number, textOf: (at: number) => string): string {
  const words: string[] = [];
  for (let at = 0; bits >>> at !== 0; at++) if (bits & (1 << at)) words.push(textOf(at));
  return words.join(' ');
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
