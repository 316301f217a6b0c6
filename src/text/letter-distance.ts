import { remember } from './bounded-cache.ts';
import { firstDigit, latinUnits, letterUnits, unitCode } from './letter-units.ts';
import families from './tables/spelling-families.json' with { type: 'json' };

/** Costs are kept in hundredths so that sums are exact and the distance is symmetric to the last bit. */
const full = 100;
const half = 50;
const cheap = 20;
const exchange = 50;
const firstFactor = 1.25;

const swap = new Uint8Array(latinUnits * latinUnits).fill(full);
/** `merge[a * latinUnits + b]` is the unit that the two units a, b are misread as. */
const merge = new Uint8Array(latinUnits * latinUnits);
/** Cost of leaving a unit out: a glide or h less than a vowel, a vowel less than a consonant. */
const drop = new Uint8Array(latinUnits).fill(full);

function setSwap(a: number, b: number, cost: number): void {
  const known = swap[a * latinUnits + b]!;
  if (cost >= known) return;
  swap[a * latinUnits + b] = cost;
  swap[b * latinUnits + a] = cost;
}

const vowelUnits = ['a', 'e', 'i', 'o', 'u', 'y', 'ou', 'oo', 'ee', 'iy', 'ae', 'oe', 'ue'].map(unitCode);
for (const a of vowelUnits) {
  drop[a] = 75;
  for (const b of vowelUnits) setSwap(a, b, half);
}
for (const unit of ['y', 'i', 'j', 'h']) drop[unitCode(unit)] = half;
for (const cost of [cheap, half]) {
  for (const pair of families.pairs[cost === cheap ? '20' : '50']) {
    const [a, b] = pair.split(' ');
    setSwap(unitCode(a!), unitCode(b!), cost);
  }
}
for (const pair of families.print.swap) {
  const [a, b] = pair.split(' ');
  setSwap(unitCode(a!), unitCode(b!), half);
}
for (const [row, keys] of families.keyboard.entries()) {
  const below = families.keyboard[row + 1] ?? '';
  for (let column = 0; column < keys.length; column++) {
    const key = unitCode(keys[column]!);
    for (const near of [keys[column + 1], below[column], below[column - 1]]) {
      if (near !== undefined) setSwap(key, unitCode(near), half);
    }
  }
}
for (const entry of families.print.merge) {
  const [a, b, to] = entry.split(' ');
  merge[unitCode(a!) * latinUnits + unitCode(b!)] = unitCode(to!);
}
for (let unit = 0; unit < latinUnits; unit++) {
  swap[unit * latinUnits + unit] = 0;
  // A digit is never like another digit: another number is another ship, plant or regiment.
  if (unit >= firstDigit) for (let b = firstDigit; b < latinUnits; b++) if (b !== unit) setDigits(unit, b);
}
function setDigits(a: number, b: number): void {
  swap[a * latinUnits + b] = 255;
}

/** A word ready for the table: its units, what each costs to leave out, and the unit that it and the one before are misread as. */
interface MeasuredWord {
  readonly units: Uint16Array;
  readonly drops: Uint8Array;
  readonly misread: Uint8Array;
}
/** Measures a word once for many comparisons; remembered. */
const measureWord: (word: string) => MeasuredWord = remember<MeasuredWord>(65_536, (word) => {
  const units = letterUnits(word);
  const measured = { units, drops: new Uint8Array(units.length), misread: new Uint8Array(units.length) };
  measure(measured, 0, units.length);
  return measured;
});

/** Fills in what units of a word cost to leave out and what they are misread as. */
function measure({ units, drops, misread }: MeasuredWord, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const unit = units[index]!;
    const before = index === 0 ? latinUnits : units[index - 1]!;
    const doubled = index > 0 && unit === before && !(unit >= firstDigit && unit < latinUnits);
    const cost = doubled ? cheap : unit < latinUnits ? drop[unit]! : full;
    drops[index] = index === 0 ? cost * firstFactor : cost;
    misread[index] = before < latinUnits && unit < latinUnits ? merge[before * latinUnits + unit]! : 0;
  }
}

/** Rows of the table, reused: the distance allocates nothing. Words beyond this many units are compared by it. */
const widest = 64;
let before = new Int32Array(widest + 1);
let previous = new Int32Array(widest + 1);
let current = new Int32Array(widest + 1);
const tooFar = 1 << 28;

/**
 * How far two folded words are apart, in letters: weighted optimal string alignment over letter units. A swap inside
 * a spelling family costs 0.2, of vowels, keyboard neighbours or letters alike in print 0.5, other edits 1, each
 * times 1.25 on the first letter; neighbours exchanged cost 0.5. Symmetric; 0 only for words of equal units.
 * Above `limit` any value greater than `limit` may come back, early.
 *
 * @example
 * letterDistance('prokopew', 'prokopyev') // 0.7: y left out, w for v
 */
export function letterDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0;
  return measuredDistance(measureWord(left), measureWord(right), limit);
}

function measuredDistance(left: MeasuredWord, right: MeasuredWord, limit: number): number {
  let a = left;
  let b = right;
  // One fixed order, so that rounding and early ends are the same both ways.
  if (a.units.length > b.units.length) {
    const swapped = a;
    a = b;
    b = swapped;
  }
  if (b.units.length > widest) return longDistance(a.units, b.units);
  const most = limit === Number.POSITIVE_INFINITY ? tooFar : Math.floor(limit * 100 + 1e-6);
  return distance(a, a.units.length, b, b.units.length, most) / 100;
}

/** Of the first `rows` and `columns` units, the fewer first: what both begin and end with alike stands for itself. */
function distance(
  left: MeasuredWord,
  rows: number,
  right: MeasuredWord,
  columns: number,
  most: number,
): number {
  const a = left.units;
  const b = right.units;
  let head = 0;
  while (head < rows && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < rows - head && a[rows - 1 - tail] === b[columns - 1 - tail]) tail++;
  // A doubled letter is cheap to leave out only as long as both stand together: Goussev, Gusev.
  while (tail > 0 && (splits(a, rows - tail) || splits(b, columns - tail))) tail--;
  return distanceBetween(left, head, rows - tail, right, columns - tail, most);
}

/** Whether a cut parts two equal units. */
function splits(units: Uint16Array, at: number): boolean {
  return at > 0 && units[at] === units[at - 1];
}

/** Of the units from `head` on, to `endA` and `endB`: the table of optimal string alignment, row by row. */
function distanceBetween(
  left: MeasuredWord,
  head: number,
  endA: number,
  right: MeasuredWord,
  endB: number,
  most: number,
): number {
  const a = left.units;
  const b = right.units;
  const dropsB = right.drops;
  const rows = endA - head;
  const columns = endB - head;
  // The cheapest edit that changes the length by one costs 20.
  if ((columns - rows) * cheap > most) return tooFar;
  const band = most === tooFar ? columns : Math.min(columns, Math.floor(most / cheap) + 1);
  previous[0] = 0;
  for (let column = 1; column <= columns; column++)
    previous[column] = previous[column - 1]! + dropsB[head + column - 1]!;
  let leastBefore = 0;
  for (let row = 1; row <= rows; row++) {
    const from = Math.max(1, row - band);
    const to = Math.min(columns, row + band);
    const unit = a[head + row - 1]!;
    const unitBefore = row > 1 ? a[head + row - 2]! : -1;
    const base = unit < latinUnits ? unit * latinUnits : -1;
    const dropA = left.drops[head + row - 1]!;
    const misreadA = row > 1 ? left.misread[head + row - 1]! : 0;
    current[0] = previous[0]! + dropA;
    if (from > 1) current[from - 1] = tooFar;
    let least = from === 1 ? current[0]! : tooFar;
    for (let column = from; column <= to; column++) {
      const unitB = b[head + column - 1]!;
      let cost = unit === unitB ? 0 : base >= 0 && unitB < latinUnits ? swap[base + unitB]! : full;
      const isFirst = head === 0 && row + column <= 4;
      if (isFirst && row === 1 && column === 1) cost *= firstFactor;
      let best = previous[column - 1]! + cost;
      const leaveA = previous[column]! + dropA;
      if (leaveA < best) best = leaveA;
      const leaveB = current[column - 1]! + dropsB[head + column - 1]!;
      if (leaveB < best) best = leaveB;
      if (column > 1) {
        if (unit !== unitB && unitB === unitBefore && unit === b[head + column - 2]) {
          const exchanged = before[column - 2]! + (isFirst && row === 2 && column === 2 ? full : exchange);
          if (exchanged < best) best = exchanged;
        }
        const misreadB = right.misread[head + column - 1]!;
        if (misreadB !== 0 && misreadB === unit) {
          const misread =
            previous[column - 2]! + (isFirst && row === 1 && column === 2 ? half * firstFactor : half);
          if (misread < best) best = misread;
        }
      }
      if (misreadA !== 0 && misreadA === unitB) {
        const misread =
          before[column - 1]! + (isFirst && row === 2 && column === 1 ? half * firstFactor : half);
        if (misread < best) best = misread;
      }
      current[column] = best;
      if (best < least) least = best;
    }
    if (to < columns) current[to + 1] = tooFar;
    // Exchanges and misread pairs reach over one row, so both rows must be beyond the limit.
    if (least > most && leastBefore > most) return tooFar;
    leastBefore = least;
    const spare = before;
    before = previous;
    previous = current;
    current = spare;
  }
  return previous[columns]!;
}

/** Words of more than 64 units are no words: equal beginnings and ends count, the rest is all edits. */
function longDistance(a: Uint16Array, b: Uint16Array): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return b.length - head - tail;
}

/** The number of letter units of a word: what a distance is to be measured against. */
export function letterCount(word: string): number {
  return measureWord(word).units.length;
}

/** 1 for equal words down to 0 for unlike ones: the distance over the mean of both lengths. */
export function letterSimilarity(left: string, right: string, floor = 0): number {
  return measuredSimilarity(measureWord(left), measureWord(right), floor);
}

function measuredSimilarity(left: MeasuredWord, right: MeasuredWord, floor: number): number {
  const length = (left.units.length + right.units.length) / 2;
  if (length === 0 || left === right) return 1;
  const apart = measuredDistance(left, right, (1 - floor) * length);
  return Math.max(0, 1 - apart / length);
}

/** Room for the other word of a comparison, which is measured on the way. */
const other: MeasuredWord = {
  units: new Uint16Array(widest),
  drops: new Uint8Array(widest),
  misread: new Uint8Array(widest),
};

/**
 * One word compared with many others whose units stand in one array: the same answers as `letterSimilarity`, without
 * an object for each of them.
 */
export class LetterPattern {
  #word: MeasuredWord = measureWord('');

  set(word: string): void {
    this.#word = measureWord(word);
  }

  /** The similarity to the word whose units (see `letterUnits`) stand from `start` to `end`. */
  similarity(units: Uint16Array, start: number, end: number, floor: number): number {
    const own = this.#word.units.length;
    const length = end - start;
    const mean = (own + length) / 2;
    if (mean === 0) return 1;
    const most = Math.floor((1 - floor) * mean * 100 + 1e-6);
    if (own > widest || length > widest)
      return Math.max(0, 1 - longDistance(...inOrder(this.#word.units, units.slice(start, end))) / mean);
    const word = this.#word.units;
    const shorter = Math.min(own, length);
    let head = 0;
    while (head < shorter && word[head] === units[start + head]) head++;
    let tail = 0;
    while (tail < shorter - head && word[own - 1 - tail] === units[end - 1 - tail]) tail++;
    while (
      tail > 0 &&
      (splits(word, own - tail) || (tail < length && units[end - tail] === units[end - tail - 1]))
    )
      tail--;
    // Only what differs is looked at, and the unit before it.
    for (let at = Math.max(0, head - 1); at < length - tail; at++) other.units[at] = units[start + at]!;
    measure(other, head, length - tail);
    const apart =
      own > length
        ? distanceBetween(other, head, length - tail, this.#word, own - tail, most)
        : distanceBetween(this.#word, head, own - tail, other, length - tail, most);
    return Math.max(0, 1 - apart / 100 / mean);
  }
}

function inOrder(a: Uint16Array, b: Uint16Array): [Uint16Array, Uint16Array] {
  return a.length > b.length ? [b, a] : [a, b];
}
