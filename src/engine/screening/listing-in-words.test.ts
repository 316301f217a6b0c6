import { describe, expect, it } from 'vitest';
import type { Day, Listing, PartyId, RegimeId } from '../../model/index.ts';
import { listingNote } from './answer-row.ts';
import { listingInWords } from './listing-in-words.ts';

const base: Listing = {
  id: 'us-ofac-sdn:1:us-ofac-sdn',
  party: 'p' as PartyId,
  regime: 'us-ofac-sdn' as RegimeId,
  citation: 'SDN, entry 1',
  programs: [],
  basis: 'named',
  provenance: { source: 'us-ofac-sdn', verified: 'verified' },
};
const words = (more: Partial<Listing>, on: string) =>
  listingInWords(listingNote({ ...base, ...more }, on as Day), (day) => day);
const seen = { seen: '2023-12-28' as Day };
const stated = { from: '2020-06-24' as Day, until: '2021-06-02' as Day };

describe('a listing in words', () => {
  it.each([
    [
      'takes the day of the first version for no day of listing',
      seen,
      '2024-01-01',
      'in force, first seen on 2023-12-28',
    ],
    [
      'leaves open what lies before that version',
      { ...seen, absent: '2021-07-07' as Day },
      '2022-06-01',
      'not known whether in force: no day of listing; first seen on 2023-12-28, not there on 2021-07-07',
    ],
    ['says that it had not begun', { from: '2025-06-27' as Day }, '2022-01-01', 'not yet: from 2025-06-27'],
    [
      'knows of an undated one only that an older version lacked it',
      { ...seen, absent: '2021-07-07' as Day },
      '2021-07-07',
      'not yet: first seen on 2023-12-28',
    ],
    ['names both ends of one that ended', stated, '2022-01-01', 'ended: from 2020-06-24 until 2021-06-02'],
    ['names the end of one in force', stated, '2021-01-01', 'in force from 2020-06-24 until 2021-06-02'],
    [
      'says of an undated one that ended from when it was seen',
      { ...seen, until: '2024-02-01' as Day },
      '2024-03-01',
      'ended: seen from 2023-12-28 until 2024-02-01',
    ],
  ] as const)('%s', (_, more, on, text) => {
    expect(words(more, on)).toBe(text);
  });
});
