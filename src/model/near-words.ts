import { editDistance } from './edit-distance.ts';

/** The words that `text` may have been meant to be, nearest first, at most three. Case and separators do not count. */
export function nearWords(text: string, words: Iterable<string>): string[] {
  const sought = bare(text).slice(0, 60);
  const most = Math.max(2, Math.floor(sought.length / 3));
  return [...words]
    .map((word) => ({ word, distance: distanceOf(sought, bare(word)) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
}

/** A word that holds the one sought is near, however long: `sdn` and `us-ofac-sdn`. */
function distanceOf(sought: string, word: string): number {
  const isPart = sought.length >= 3 && (word.includes(sought) || sought.includes(word));
  return Math.min(editDistance(sought, word), isPart ? 1 : Number.POSITIVE_INFINITY);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
