import { Fault, type NameKind, nameKinds } from '../model/index.ts';
import { byteTextAt, type PackedBytes } from './byte-pool.ts';
import { hashText } from './hash.ts';
import { ownerBits } from './hash-sections.ts';
import { indexVersion } from './index-version.ts';
import { type MatchKind, matchKinds } from './kind.ts';
import { openSections } from './layout.ts';
import type { PartyFacts } from './listed-party.ts';
import { isTextAt, type PackedTexts, textAt } from './text-pool.ts';
import { spellingsOfWord } from './vocabulary.ts';

/** Members of hash buckets, as `build-index.ts` writes them. */
export interface Buckets {
  readonly starts: Uint32Array;
  /** The owner in the lower `ownerBits` bits, as much of its hash as there is room for above. */
  readonly entries: Uint32Array;
  readonly ownerBits: number;
  /** How far a hash is shifted right to give its bucket. */
  readonly shift: number;
}

/** An opened index: views of one block of memory, which threads may share. Nothing here changes after opening. */
export interface NameIndex {
  readonly buffer: ArrayBufferLike;
  readonly counts: {
    readonly parties: number;
    readonly names: number;
    readonly forms: number;
    readonly words: number;
  };
  /** The texts of the words, in whose order they are numbered. */
  readonly words: PackedTexts;
  readonly groups: PackedTexts;
  readonly folds: PackedTexts;
  /** The letter units of words that may be like another by their letters. */
  readonly letters: PackedTexts;
  readonly wordFlags: Uint8Array;
  readonly wordFamily: Uint32Array;
  readonly wordRarity: Float32Array;
  /** Families by their fold, as `buildTextTable` lays them out; the fold stands with the first word of a family. */
  readonly familyTable: Uint32Array;
  readonly familyWordsStarts: Uint32Array;
  readonly familyWordsMembers: Uint32Array;
  readonly postingsStarts: Uint32Array;
  readonly postingsMembers: Uint32Array;
  /** Postings of the forms that have an initial. */
  readonly initialPostingsStarts: Uint32Array;
  readonly initialPostingsMembers: Uint32Array;
  readonly deletion: Buckets;
  readonly group: Buckets;
  readonly consonant: Buckets;
  readonly join: Buckets;
  readonly formName: Uint32Array;
  readonly formStarts: Uint32Array;
  readonly formWords: Uint32Array;
  readonly formRoles: Uint8Array;
  /** Forms stand in order of kind and weight: see `orderForms`. */
  readonly formMarks: Uint8Array;
  /** The first form of each kind, and the number of forms. */
  readonly kindStarts: readonly number[];
  /** See `WeightTable`: where the forms above a weight begin, and by which weights. */
  readonly weightSteps: Uint32Array;
  readonly weighing: readonly string[];
  /** Place of the key word in each form: the one that a name inside longer text is found by. */
  readonly formKeys: Uint8Array;
  readonly keyPostingsStarts: Uint32Array;
  readonly keyPostingsMembers: Uint32Array;
  readonly nameParty: Uint32Array;
  readonly nameKinds: Uint8Array;
  readonly names: PackedBytes;
  readonly partyKinds: Uint8Array;
  readonly partyIds: PackedBytes;
  readonly partyFacts: PackedBytes;
}

/**
 * Opens the bytes that `buildIndex` gave, in place. Give a SharedArrayBuffer to share one index between threads.
 * Throws `AS_FILE_FORMAT` or `AS_FILE_TRUNCATED` where they are not an index of this version.
 */
export function openIndex(buffer: ArrayBufferLike): NameIndex {
  const { meta, section } = openSections(buffer);
  if (meta['version'] !== indexVersion) {
    throw new Fault('AS_FILE_FORMAT', `The name index is of version ${String(meta['version'])}.`, {
      remedy: 'Delete the file; it is built again when needed.',
    });
  }
  const texts = (name: string, every = 1, first = 0): PackedTexts => ({
    units: section<Uint16Array>(`${name}Units`),
    starts: section<Uint32Array>(`${name}Starts`),
    every,
    first,
  });
  const byteTexts = (name: string): PackedBytes => ({
    bytes: section<Uint8Array>(`${name}Bytes`),
    starts: section<Uint32Array>(`${name}Starts`),
  });
  const buckets = (name: string, owners: number): Buckets => {
    const starts = section<Uint32Array>(`${name}Buckets`);
    return {
      starts,
      entries: section<Uint32Array>(`${name}Entries`),
      ownerBits: ownerBits(owners),
      shift: 32 - Math.round(Math.log2(starts.length - 1)),
    };
  };
  const count = (name: string): number => Number(meta[name]);
  return {
    buffer,
    counts: {
      parties: count('parties'),
      names: count('names'),
      forms: count('forms'),
      words: count('words'),
    },
    words: texts('spelling', spellingsOfWord, 0),
    groups: texts('group'),
    folds: texts('spelling', spellingsOfWord, 1),
    letters: texts('spelling', spellingsOfWord, 2),
    wordFlags: section('wordFlags'),
    wordFamily: section('wordFamily'),
    wordRarity: section('wordRarity'),
    familyTable: section('familyTable'),
    familyWordsStarts: section('familyWordsStarts'),
    familyWordsMembers: section('familyWordsMembers'),
    postingsStarts: section('postingsStarts'),
    postingsMembers: section('postingsMembers'),
    initialPostingsStarts: section('initialPostingsStarts'),
    initialPostingsMembers: section('initialPostingsMembers'),
    deletion: buckets('deletion', count('words')),
    group: buckets('group', count('words')),
    consonant: buckets('consonant', count('words')),
    join: buckets('join', count('forms')),
    formName: section('formName'),
    formStarts: section('formStarts'),
    formWords: section('formWords'),
    formRoles: section('formRoles'),
    formMarks: section('formMarks'),
    kindStarts: meta['kindStarts'] as readonly number[],
    weightSteps: section('weightSteps'),
    weighing: meta['weighing'] as readonly string[],
    formKeys: section('formKeys'),
    keyPostingsStarts: section('keyPostingsStarts'),
    keyPostingsMembers: section('keyPostingsMembers'),
    nameParty: section('nameParty'),
    nameKinds: section('nameKinds'),
    names: byteTexts('name'),
    partyKinds: section('partyKinds'),
    partyIds: byteTexts('partyId'),
    partyFacts: byteTexts('partyFact'),
  };
}

/** The folded text of a listed word. */
export function wordText(index: NameIndex, word: number): string {
  return textAt(index.words, word);
}

export function partyId(index: NameIndex, party: number): string {
  return byteTextAt(index.partyIds, party);
}

export function partyKind(index: NameIndex, party: number): MatchKind {
  return matchKinds[index.partyKinds[party]!]!;
}

export function partyFacts(index: NameIndex, party: number): PartyFacts {
  const text = byteTextAt(index.partyFacts, party);
  return text === '' ? {} : (JSON.parse(text) as PartyFacts);
}

export function nameText(index: NameIndex, name: number): string {
  return byteTextAt(index.names, name);
}

export function nameKind(index: NameIndex, name: number): NameKind {
  return nameKinds[index.nameKinds[name]!]!;
}

/** The number of the spelling family of this fold, or -1. */
export function findFamily(index: NameIndex, fold: string): number {
  const { familyTable, familyWordsStarts, familyWordsMembers, folds } = index;
  const mask = familyTable.length - 1;
  let slot = hashText(fold) & mask;
  for (; familyTable[slot] !== 0; slot = (slot + 1) & mask) {
    const family = familyTable[slot]! - 1;
    if (isTextAt(folds, familyWordsMembers[familyWordsStarts[family]!]!, fold)) return family;
  }
  return -1;
}

/** Calls `visit` for each owner that a bucket has under this hash, and for few others. */
export function visitBucket(buckets: Buckets, hash: number, visit: (owner: number) => void): void {
  const { starts, entries, ownerBits: bits } = buckets;
  const bucket = hash >>> buckets.shift;
  for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
    const entry = entries[at]!;
    if ((entry ^ (hash << bits)) >>> bits === 0) visit(entry & ~(-1 << bits));
  }
}

/** The number of the first name of a party: names stand in the order of their parties. */
export function firstName(index: NameIndex, party: number): number {
  let low = 0;
  let high = index.nameParty.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.nameParty[middle]! < party) low = middle + 1;
    else high = middle;
  }
  return low;
}
