import { consonantKeys } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { flagNative, flagSkeleton, joinKey } from './form.ts';
import { GrowingNumbers } from './growing.ts';
import { hashText } from './hash.ts';
import type { Section } from './layout.ts';
import { isFuzzy, type Vocabulary } from './vocabulary.ts';
import { groupKeys } from './word-similarity.ts';

/** Longest run of words that may be written as one, and the longest key of such a run. */
export const longestRun = 4;
export const longestRunKey = 28;

/** Words by the beginnings of their keys with up to two letters left out. */
export function deletions(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    if (!isFuzzy(vocabulary, word)) continue;
    const keys = new Set<number>();
    for (const key of [vocabulary.folds[word]!, vocabulary.texts[word]!]) {
      for (const hash of deletionHashes(key, editsAllowed(key.length))) keys.add(hash);
    }
    for (const hash of keys) {
      hashes.push(hash);
      owners.push(word);
    }
  }
  return bucketed('deletion', hashes.toArray(), owners.toArray(), vocabulary.texts.length);
}

/** Members that a bucket has at most on average: few enough to be read in one go, enough to spare starts. */
const entriesEach = 8;
/** Bits of an entry that name its owner; the others hold as much of the hash, to tell who shares a bucket by chance. */
export function ownerBits(owners: number): number {
  return Math.max(8, 32 - Math.clz32(Math.max(0, owners - 1)));
}

/** Members of hash buckets: `<name>Buckets` (starts), `<name>Entries` (low bits of the hash above, owner below). */
function bucketed(
  name: string,
  hashes: Uint32Array,
  owners: Uint32Array,
  ownerCount: number,
): Record<string, Section> {
  let bits = 4;
  while (1 << bits < hashes.length / entriesEach && bits < 24) bits++;
  const bucketOf = (hash: number): number => hash >>> (32 - bits);
  const starts = new Uint32Array((1 << bits) + 1);
  for (const hash of hashes) starts[bucketOf(hash) + 1]!++;
  for (let bucket = 0; bucket < 1 << bits; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const entries = new Uint32Array(hashes.length);
  const next = starts.slice();
  const shift = ownerBits(ownerCount);
  for (let index = 0; index < hashes.length; index++)
    entries[next[bucketOf(hashes[index]!)]!++] = (hashes[index]! << shift) | owners[index]!;
  return { [`${name}Buckets`]: starts, [`${name}Entries`]: entries };
}

/** Words by the families and nickname groups of the tables. */
export function groups(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    for (const key of groupKeys(vocabulary.groups[word]!)) {
      hashes.push(hashText(key));
      owners.push(word);
    }
  }
  return bucketed('group', hashes.toArray(), owners.toArray(), vocabulary.texts.length);
}

/** Every word by its consonants; only pairs with an unvowelled word are compared through it. */
export function consonants(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    const flags = vocabulary.flags[word]!;
    if (flags & flagNative) continue;
    for (const key of consonantKeys(vocabulary.texts[word]!, (flags & flagSkeleton) !== 0)) {
      if (key.length < 2) continue;
      hashes.push(hashText(key));
      owners.push(word);
    }
  }
  return bucketed('consonant', hashes.toArray(), owners.toArray(), vocabulary.texts.length);
}

/** Forms by the keys of runs of two to four of their words. */
export function joins(
  vocabulary: Vocabulary,
  words: Uint32Array,
  starts: Uint32Array,
): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  const formCount = starts.length - 1;
  for (let form = 0; form < formCount; form++) {
    const seen = new Set<number>();
    const add = (texts: readonly string[]): boolean => {
      const key = joinKey(texts.join(''));
      if (key.length > longestRunKey) return false;
      const hash = hashText(key);
      if (!seen.has(hash)) {
        seen.add(hash);
        hashes.push(hash);
        owners.push(form);
      }
      return true;
    };
    const end = starts[form + 1]!;
    if (end - starts[form]! > 2) {
      add([vocabulary.texts[words[end - 1]!]!, vocabulary.texts[words[starts[form]!]!]!]);
    }
    for (let from = starts[form]!; from < starts[form + 1]!; from++) {
      const run = [vocabulary.texts[words[from]!]!];
      for (let to = from + 1; to < Math.min(from + longestRun, starts[form + 1]!); to++) {
        run.push(vocabulary.texts[words[to]!]!);
        if (!add(run)) break;
      }
    }
  }
  return bucketed('join', hashes.toArray(), owners.toArray(), formCount);
}
