import { mix } from './hash.ts';

/** Letters of a key that take part in the delete index. */
const deletionPrefix = 8;

/** Edits that may lie between two keys of at least this length. Keys of three letters are never fuzzy. */
export function editsAllowed(length: number): number {
  return length < 4 ? 0 : length < 5 ? 1 : 2;
}

/**
 * Hashes of the prefix of `key` with 0, 1 .. `edits` letters left out. Two keys within `edits` edits of each other
 * share at least one of these: with m letters of one prefix aligned beyond the other's end, the other prefix has m
 * more deleted letters, so neither side ever needs more than `edits` deletions.
 */
export function deletionHashes(key: string, edits: number): number[] {
  if (edits === 0) return [];
  const length = Math.min(key.length, deletionPrefix);
  const hashes = [hashWithout(key, length, -1, -1)];
  if (edits >= 1) {
    for (let first = 0; first < length; first++) hashes.push(hashWithout(key, length, first, -1));
  }
  if (edits >= 2) {
    for (let first = 0; first < length; first++) {
      for (let second = first + 1; second < length; second++) {
        hashes.push(hashWithout(key, length, first, second));
      }
    }
  }
  return hashes;
}

function hashWithout(key: string, length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at++) {
    if (at !== first && at !== second) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}
