import type { QueryKind } from './kind.ts';
import type { ListedParty } from './listed-party.ts';

/**
 * What OFAC says of its own search (frequently asked questions 249 and 5xx): Jaro-Winkler on whole names and on their
 * parts, with Soundex for the parts; the better of both counts. An imitation for comparison, not a copy: the agency has
 * not published weights. It has no scripts, no classes of words and no index.
 */
export class OfacLikeMatcher {
  readonly settings = {
    id: 'ofac-like',
    version: '2026.1',
    threshold: 0.85,
    summary: 'Imitation of the rule that OFAC publishes for its own search.',
  };
  readonly index: { readonly counts: { readonly names: number } };
  readonly #names: readonly {
    party: string;
    kind: string;
    text: string;
    whole: string;
    words: readonly string[];
    sounds: readonly string[];
  }[];

  constructor(parties: readonly ListedParty[]) {
    this.#names = parties.flatMap(({ id, kind, names }) =>
      names.map(({ text }) => {
        const words = wordsOf(text);
        return { party: id, kind, text, whole: words.join(' '), words, sounds: words.map(soundex) };
      }),
    );
    this.index = { counts: { names: this.#names.length } };
  }

  /** The best score of each party, best first. */
  hits(
    name: string,
    kind: QueryKind,
    threshold: number,
  ): { partyId: string; score: number; nameText: string }[] {
    const words = wordsOf(name);
    const whole = words.join(' ');
    const sounds = words.map(soundex);
    if (whole === '') return [];
    const best = new Map<string, { partyId: string; score: number; nameText: string }>();
    for (const listed of this.#names) {
      if (listed.whole === '' || (kind !== 'any' && kind !== listed.kind)) continue;
      const score = Math.max(
        jaroWinkler(whole, listed.whole),
        partsScore(words, sounds, listed.words, listed.sounds),
      );
      if (score < threshold || score <= (best.get(listed.party)?.score ?? 0)) continue;
      best.set(listed.party, { partyId: listed.party, score, nameText: listed.text });
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.partyId < b.partyId ? -1 : 1));
  }
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort();
}

/** Mean over the parts of the query of the best part of the listed name; equal sound lifts a part to 0.95. */
function partsScore(
  words: readonly string[],
  sounds: readonly string[],
  others: readonly string[],
  otherSounds: readonly string[],
): number {
  let sum = 0;
  for (const [at, word] of words.entries()) {
    let best = 0;
    for (const [other, listed] of others.entries()) {
      const alike = jaroWinkler(word, listed);
      best = Math.max(
        best,
        sounds[at] !== '' && sounds[at] === otherSounds[other] ? Math.max(alike, 0.95) : alike,
      );
    }
    sum += best;
  }
  return (
    (sum / words.length) * Math.min(1, 0.8 + 0.2 * (others.length === 0 ? 0 : words.length / others.length))
  );
}

/** Jaro similarity with Winkler's bonus for up to four equal first letters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedA: number[] = [];
  for (let at = 0; at < a.length; at++) {
    for (let other = Math.max(0, at - reach); other < Math.min(b.length, at + reach + 1); other++) {
      if (taken[other] || a[at] !== b[other]) continue;
      taken[other] = 1;
      matchedA.push(at);
      break;
    }
  }
  const count = matchedA.length;
  if (count === 0) return 0;
  let moved = 0;
  let next = 0;
  for (let other = 0; other < b.length; other++) {
    if (taken[other] && a[matchedA[next++]!] !== b[other]) moved++;
  }
  const jaro = (count / a.length + count / b.length + (count - moved / 2) / count) / 3;
  let same = 0;
  while (same < 4 && same < a.length && a[same] === b[same]) same++;
  return jaro + same * 0.1 * (1 - jaro);
}

const soundexDigits = '01230120022455012623010202';

/** American Soundex of a Latin word; empty for others. */
export function soundex(word: string): string {
  const letters = word.replace(/[^a-z]/g, '');
  if (letters === '') return '';
  let code = letters[0]!;
  let last = soundexDigits[letters.charCodeAt(0) - 97]!;
  for (const letter of letters.slice(1)) {
    const digit = soundexDigits[letter.charCodeAt(0) - 97]!;
    if (digit !== '0' && digit !== last) code += digit;
    if (letter !== 'h' && letter !== 'w') last = digit;
    if (code.length === 4) break;
  }
  return code.padEnd(4, '0');
}
