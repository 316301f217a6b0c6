import type { Section } from './layout.ts';
import { roleInitial } from './role.ts';

/** For each number its members, one list after the other: those of `n` stand from `starts[n]` to `starts[n + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** The places that have each group number. */
export function groupNumbers(group: Uint32Array, groupCount: number): Postings {
  const starts = new Uint32Array(groupCount + 1);
  for (const number of group) starts[number + 1]!++;
  for (let index = 0; index < groupCount; index++) starts[index + 1]! += starts[index]!;
  const members = new Uint32Array(group.length);
  const next = starts.slice();
  for (let index = 0; index < group.length; index++) members[next[group[index]!]!++] = index;
  return { starts, members };
}

/** Which forms have an initial: it may stand for any word, so these are looked up by more of the query. */
export function formsWithInitials(roles: Uint8Array, starts: Uint32Array): Uint8Array {
  const found = new Uint8Array(starts.length - 1);
  for (let form = 0; form < found.length; form++) {
    for (let at = starts[form]!; at < starts[form + 1]!; at++) if (roles[at] === roleInitial) found[form] = 1;
  }
  return found;
}

/** Which forms have each word, each form once, in rising order; of all forms or `only` some. */
export function postings(
  words: Uint32Array,
  starts: Uint32Array,
  wordCount: number,
  only?: Uint8Array,
): Postings {
  const counts = new Uint32Array(wordCount + 1);
  const last = new Uint32Array(wordCount).fill(0xffffffff);
  const formCount = starts.length - 1;
  for (let form = 0; form < formCount; form++) {
    if (only && only[form] === 0) continue;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const word = words[at]!;
      if (last[word] !== form) counts[word + 1]!++;
      last[word] = form;
    }
  }
  for (let word = 0; word < wordCount; word++) counts[word + 1]! += counts[word]!;
  const members = new Uint32Array(counts[wordCount]!);
  const next = counts.slice();
  last.fill(0xffffffff);
  for (let form = 0; form < formCount; form++) {
    if (only && only[form] === 0) continue;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const word = words[at]!;
      if (last[word] === form) continue;
      last[word] = form;
      members[next[word]!++] = form;
    }
  }
  return { starts: counts, members };
}

/** Postings as two sections of an index. */
export function spread(name: string, postings: Postings): Record<string, Section> {
  return { [`${name}Starts`]: postings.starts, [`${name}Members`]: postings.members };
}
