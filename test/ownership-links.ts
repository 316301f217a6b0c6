import { readFileSync } from 'node:fs';
import type { Day } from '../src/model/day.ts';
import { parseDay } from '../src/model/day.ts';
import type { Link, LinkKind, PartyId } from '../src/model/party.ts';
import { exactShare, type Share, shareBetween } from '../src/model/share.ts';
import { buildGraph } from '../src/ownership/build-graph.ts';
import { evaluate } from '../src/ownership/evaluate.ts';
import {
  findOwnershipTest,
  type OwnershipTest,
  parseOwnershipTests,
} from '../src/ownership/ownership-test.ts';
import type { Verdicts } from '../src/ownership/verdicts.ts';

const file = new URL('../casebook/ownership-tests.yaml', import.meta.url);

/** The casebook's tests; for test files only. */
export const casebookTests = parseOwnershipTests(readFileSync(file, 'utf8'), 'casebook/ownership-tests.yaml');

/** The casebook's test with this name. */
export function testNamed(word: string): OwnershipTest {
  const test = findOwnershipTest(casebookTests, word);
  if (!test) throw new Error(`no test ${word}`);
  return test;
}

export function id(text: string): PartyId {
  return text as PartyId;
}

export type ShareText = string | null | readonly [min: string, max: string, ends?: string];

/** `'50'`, `['25', '50', '(]']`, null. */
export function shareOf(text: ShareText): Share | null {
  if (text === null) return null;
  if (typeof text === 'string') return exactShare(text);
  const [min, max, ends = '[]'] = text;
  return shareBetween(min, max, ends[0] === '[', ends[1] === ']');
}

/** A link for tests. */
export function link(
  owner: string,
  owned: string,
  share: ShareText,
  more: Partial<Omit<Link, 'owner' | 'owned' | 'share'>> & { readonly kind?: LinkKind } = {},
): Link {
  return {
    id: `${owner}-${owned}`,
    kind: 'ownership',
    owner: id(owner),
    owned: id(owned),
    share: shareOf(share),
    provenance: { source: 'test', verified: 'invented' },
    ...more,
  };
}

/** Verdicts of the named test for these listed persons. */
export function ask(
  word: string,
  links: readonly Link[],
  listed: readonly string[],
  on: Day = parseDay('2025-01-01'),
  joint: readonly (readonly string[])[] = [],
): Verdicts {
  const groups = joint.map((group) => group.map(id));
  return evaluate(buildGraph(links), testNamed(word), new Set(listed.map(id)), on, { joint: groups });
}
