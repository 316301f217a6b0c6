import { describe, expect, it } from 'vitest';
import { dayInWords, parseDay } from './day.ts';
import { listingState, unknownStart } from './listing-state.ts';

const day = (text: string) => parseDay(text);
const stated = { from: day('2022-02-25'), seen: day('2023-12-28') };
const undated = { seen: day('2023-12-28') };
const bounded = { seen: day('2023-12-28'), absent: day('2021-07-07') };

describe('listingState', () => {
  it.each([
    ['before a stated day it had not begun', stated, '2022-02-24', 'not yet'],
    ['from a stated day it is in force, whenever it was seen', stated, '2022-02-25', 'in force'],
    [
      'where the list gives no day, the time before it was first seen is not known',
      undated,
      '2022-06-01',
      'not known',
    ],
    ['from the first version that has it, it is in force', undated, '2023-12-28', 'in force'],
    ['in the version that lacked it, it had not begun', bounded, '2021-07-07', 'not yet'],
    ['between the two versions nobody can say', bounded, '2021-07-08', 'not known'],
    ['with no day at all it is in force', {}, '1990-01-01', 'in force'],
    ['after its last day it has ended', { ...undated, until: day('2024-01-31') }, '2024-02-01', 'ended'],
    [
      'on its last day it is still in force',
      { ...undated, until: day('2024-01-31') },
      '2024-01-31',
      'in force',
    ],
  ] as const)('%s', (_, period, on, state) => {
    expect(listingState(period, day(on))).toBe(state);
  });

  it('says between which days an undated listing began', () => {
    expect(unknownStart(bounded, dayInWords)).toBe(
      'no day of listing; first seen on 28 December 2023, not there on 7 July 2021',
    );
    expect(unknownStart(undated, dayInWords)).toBe('no day of listing; first seen on 28 December 2023');
  });
});
