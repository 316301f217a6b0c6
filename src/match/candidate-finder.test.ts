import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchKind } from './kind.ts';
import type { ListedParty } from './listed-party.ts';
import { NameMatcher } from './matcher.ts';
import type { Hit } from './name-search.ts';

/** Few words that go together in every way a name is found by: common names, initials, titles, runs, beginnings. */
const words = [
  ...['muhammad', 'mohamed', 'mahmoud', 'ali', 'alireza', 'aliyev', 'hassan', 'hussein', 'abdallah', 'abd'],
  ...['allah', 'al', 'el', 'bin', 'mr', 'dr', 'a', 'm', 'k', 'petrov', 'petrova', 'ivan', 'ivanov', 'jose'],
  ...['company', 'com', 'pany', 'trading', 'tra', 'ding', 'llc', 'oil', 'shipping', 'iran', 'volga', 'hik'],
  ...['vision', 'hikvision', 'kalkan', 'kalkann', 'qorbani', 'zheng', 'yanxiong'],
];

const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((all) => all.join(' '));
const kind = fc.constantFrom<MatchKind>('person', 'company');
const party = fc.record({ kind, texts: fc.array(name, { minLength: 1, maxLength: 3 }) });

describe('names of a few words that come again and again', () => {
  it('are found by the index exactly where scoring every name finds them', () => {
    fc.assert(
      fc.property(
        fc.array(party, { minLength: 20, maxLength: 60 }),
        fc.array(fc.record({ text: name, kind }), { minLength: 12, maxLength: 12 }),
        fc.constantFrom(0.3, 0.5, 0.61, 0.72, 0.9),
        (listed, queries, threshold) => {
          const parties = listed.map(
            ({ kind, texts }, at): ListedParty => ({
              id: `p${at}`,
              kind,
              names: texts.map((text) => ({ text, kind: 'alias' })),
            }),
          );
          const matcher = NameMatcher.of(parties);
          for (const { text, kind } of queries) {
            const score = ({ partyId, score }: Hit): [string, number] => [partyId, score];
            const found = matcher.hits(text, kind, threshold).map(score);
            const every = matcher.hitsOfAll(text, kind, threshold).map(score);
            expect(found, `${text} (${kind})`).toEqual(every);
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);
});
