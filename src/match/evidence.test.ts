import { describe, expect, it } from 'vitest';
import { compareFacts, evidenceWeight } from './evidence.ts';
import { hasValidChecksum } from './identifier-check.ts';

describe('facts beside the name', () => {
  it.each<[string, string, string]>([
    ['1970-05-21', '1970-05-21', 'same'],
    ['1970', '1970-05-21', 'same'],
    ['1970-05', '1970-05-21', 'same'],
    ['1970-05-21', '1970-01-01', 'compatible'],
    ['1970-05-06', '1970-06-05', 'compatible'],
    ['1970', '1971', 'compatible'],
    ['1970-05-21', '1971-05-21', 'compatible'],
    ['1970-05', '1970-07-21', 'different'],
    ['1970-05-21', '1984-03-02', 'different'],
  ])('compares the birth dates %s and %s: %s', (asked, listed, verdict) => {
    expect(compareFacts({ birthDates: [asked] }, { birthDates: [listed] })[0]?.verdict).toBe(verdict);
  });

  it('takes the birth date that fits best where a list gives several', () => {
    expect(compareFacts({ birthDates: ['1971'] }, { birthDates: ['1960', '1971-02-03'] })[0]?.verdict).toBe(
      'same',
    );
  });

  it('says nothing of a fact that one side does not state', () => {
    expect(compareFacts({ birthDates: ['1970'], countries: ['ru'], gender: 'male' }, {})).toEqual([]);
  });

  it('weighs an identifier with right check digits above one without', () => {
    const lei = [{ kind: 'LEI' as const, value: '529900T8BM49AURSDO55' }];
    const passport = [{ kind: 'passport' as const, value: 'AB 123' }];
    expect(evidenceWeight(compareFacts({ identifiers: lei }, { identifiers: lei }))).toBeGreaterThan(
      evidenceWeight(
        compareFacts({ identifiers: passport }, { identifiers: [{ kind: 'passport', value: 'ab123' }] }),
      ),
    );
  });

  it.each([
    ['IMO', '9074729', true],
    ['IMO', '9074728', false],
    ['LEI', '529900T8BM49AURSDO55', true],
    ['LEI', '529900T8BM49AURSDO54', false],
    ['ISIN', 'CNE100000PM8', true],
    ['ISIN', 'CNE100000PM7', false],
    ['passport', '1234567', false],
  ] as const)('checks the digits of %s %s', (kind, value, valid) => {
    expect(hasValidChecksum({ kind, value })).toBe(valid);
  });
});
