import { isWithinEdits } from './word-similarity.ts';

/** Letters that fit into the bits of one number. */
const widest = 31;

/**
 * One word prepared for the question whether others are within few edits of it: optimal string alignment with a
 * column of the table in the bits of one number. The same answer as `isWithinEdits`, in a few steps a letter.
 */
export class EditPattern {
  /** For each letter the places that it has in the word, as bits. */
  readonly #places = new Uint32Array(65_536);
  #text = '';

  set(text: string): void {
    for (let at = 0; at < this.#text.length; at++) this.#places[this.#text.charCodeAt(at)] = 0;
    this.#text = text;
    if (text.length > widest) return;
    for (let at = 0; at < text.length; at++) this.#places[text.charCodeAt(at)]! |= 1 << at;
  }

  /** Whether the word in `units` from `start` to `end` is at most `edits` away. */
  isWithin(units: Uint16Array, start: number, end: number, edits: number): boolean {
    const length = this.#text.length;
    const over = end - start - length;
    if (over > edits || -over > edits) return false;
    if (length === 0 || length > widest) return this.#compareLong(units, start, end, edits);
    const last = 1 << (length - 1);
    let positive = -1;
    let negative = 0;
    let diagonal = 0;
    let placesBefore = 0;
    let distance = length;
    for (let at = start; at < end; at++) {
      const places = this.#places[units[at]!]!;
      const exchanged = ((~diagonal & places) << 1) & placesBefore;
      diagonal = exchanged | (((places & positive) + positive) ^ positive) | places | negative;
      let up = negative | ~(diagonal | positive);
      let down = diagonal & positive;
      if (up & last) distance++;
      if (down & last) distance--;
      // Each letter that is left can bring the distance down by one at most.
      if (distance - (end - at - 1) > edits) return false;
      up = (up << 1) | 1;
      down <<= 1;
      positive = down | ~(diagonal | up);
      negative = up & diagonal;
      placesBefore = places;
    }
    return distance <= edits;
  }

  #compareLong(units: Uint16Array, start: number, end: number, edits: number): boolean {
    return isWithinEdits(this.#text, String.fromCharCode(...units.subarray(start, end)), edits);
  }
}
