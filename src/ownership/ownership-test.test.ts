import { describe, expect, it } from 'vitest';
import { casebookTests, testNamed } from '../../test/ownership-links.ts';
import type { Day } from '../model/day.ts';
import { percentText } from '../model/share.ts';
import { findOwnershipTest, parseOwnershipTests, periodOn } from './ownership-test.ts';

const one = (more: string) => `tests:
  - id: a
    title: A
    also: [Alpha]
    regimes: [r]
    aggregate: true
    cascade: true
    counts: ownership
    reach: owned
    statements: { subsidiary: caution, affiliate: caution, control: caution }
    control: none
    periods:
${more}
    exceptions: []
    citation: C
    source: S1
    verified: verified
`;

describe('the ownership tests of the casebook', () => {
  it.each([
    ['OFAC', '2025-01-01', 'in force', '50', true],
    ['EU', '2024-07-02', 'in force', '50', false],
    ['EU', '2024-07-03', 'in force', '50', true],
    ['uk-ghr', '2025-01-01', 'in force', '50', false],
    ['BIS', '2025-09-28', 'not in force', '50', true],
    ['BIS', '2025-09-29', 'in force', '50', true],
    ['BIS', '2025-11-09', 'in force', '50', true],
    ['BIS', '2025-11-10', 'suspended', '50', true],
    ['BIS', '2026-11-09', 'suspended', '50', true],
    ['BIS', '2026-11-10', 'not known', '50', true],
    ['us-fcc-covered', '2025-01-01', 'in force', '10', false],
  ] as const)('%s on %s: %s', (word, on, state, threshold, inclusive) => {
    const period = periodOn(testNamed(word), on as Day)!;
    expect([period.state, percentText(period.threshold!), period.inclusive]).toEqual([
      state,
      threshold,
      inclusive,
    ]);
  });

  it('each say something about every day, with a citation', () => {
    for (const test of casebookTests) {
      expect(test.periods[0]!.from).toBeUndefined();
      expect(test.periods.at(-1)!.until).toBeUndefined();
      for (const period of test.periods) expect(period.citation).not.toBe('');
    }
  });

  it('are found by id, regime or other name, in any case', () => {
    for (const word of ['us-ofac-50pct', 'us-ofac-sdn-glomag', 'ofac', ' OFAC '])
      expect(testNamed(word).id).toBe('us-ofac-50pct');
    expect(findOwnershipTest(casebookTests, 'atlantis')).toBeUndefined();
  });
});

describe('reading ownership tests', () => {
  const period = '      - { state: in force, threshold: 50, inclusive: true }';

  it('takes the aggregation and citation of the test where a period has none', () => {
    const [test] = parseOwnershipTests(one(period), 'f');
    expect(test!.periods[0]).toMatchObject({ aggregate: true, citation: 'C', verified: 'verified' });
  });

  it.each([
    ['no YAML', 'tests: [', 'The YAML is broken'],
    [
      'an unknown state',
      one('      - { state: maybe, threshold: 50, inclusive: true }'),
      'expected one of "in force"',
    ],
    [
      'a share over the whole',
      one('      - { state: in force, threshold: 150, inclusive: true }'),
      'Too big',
    ],
    ['an unknown field', one(`${period}\n    colour: red`), 'colour'],
    ['overlapping periods', one(`${period}\n${period}`), 'overlap'],
    [
      'an inverted period',
      one(
        "      - { from: '2025-02-01', until: '2025-01-01', state: in force, threshold: 50, inclusive: true }",
      ),
      'inverted',
    ],
    [
      'a regime in two tests',
      `${one(period)}${one(period).replace('tests:\n', '').replace('id: a', 'id: b')}`,
      'stands for both',
    ],
  ])('refuses %s with its place', (_what, text, message) => {
    expect(() => parseOwnershipTests(text, 'f')).toThrow(message);
  });
});
