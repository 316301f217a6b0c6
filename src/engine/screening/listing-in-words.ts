import { type Day, dayInWords, unknownStart } from '../../model/index.ts';
import type { ListingNote } from './answer-row.ts';

/** How a listing stood on the day asked about, and since when, without claiming a first day that no list states. */
export function listingInWords(note: ListingNote, inWords: (day: Day) => string = dayInWords): string {
  const { state, from, until, seen } = note;
  switch (state) {
    case 'in force': {
      const end = until === undefined ? '' : ` until ${inWords(until)}`;
      if (from !== undefined) return `in force from ${inWords(from)}${end}`;
      return seen === undefined ? `in force${end}` : `in force${end}, first seen on ${inWords(seen)}`;
    }
    case 'ended': {
      const begin = from ?? seen;
      const first = from === undefined ? 'seen from' : 'from';
      return `ended: ${begin === undefined ? '' : `${first} ${inWords(begin)} `}until ${inWords(until!)}`;
    }
    case 'not yet':
      return from === undefined
        ? `not yet: first seen on ${inWords(seen!)}`
        : `not yet: from ${inWords(from)}`;
    case 'not known':
      return `not known whether in force: ${unknownStart(note, inWords)}`;
  }
}
