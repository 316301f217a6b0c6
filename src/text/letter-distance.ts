import { remember } from './bounded-cache.ts';
import { firstDigit, latinUnits, letterUnits, unitCode } from './letter-units.ts';
import families from './tables/spelling-families.json' with { type: 'json' };

/** Costs are kept in hundredths so that sums are exact and the distance is symmetric to the last bit. */
const full = 100;
const half = 50;
const cheap = 20;
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

const unitsOf = remember(65_536, letterUnits);

/** Rows of the table, reused: the distance allocates nothing. Words beyond this many units are compared by it. */
const widest = 64;
let before = new Int32Array(widest + 1);
let previous = new Int32Array(widest + 1);
let current = new Int32Array(widest + 1);
const tooFar = 1 << 28;

function swapCost(a: number, b: number): number {
  if (a === b) return 0;
  return a < latinUnits && b < latinUnits ? swap[a * latinUnits + b]! : full;
}

/** A doubled unit and a glide beside a vowel cost little to leave out. */
function dropCost(units: Uint16Array, index: number): number {
  const unit = units[index]!;
  if (unit === units[index - 1]) return unit >= firstDigit && unit < latinUnits ? full : cheap;
  return unit < latinUnits ? drop[unit]! : full;
}

/**
 * How far two folded words are apart, in letters: weighted optimal string alignment over letter units. A swap inside
 * a spelling family costs 0.2, of vowels, keyboard neighbours or letters alike in print 0.5, other edits 1, each
 * times 1.25 on the first letter; neighbours exchanged cost 0.8. Symmetric; 0 only for words of equal units.
 * Above `limit` any value greater than `limit` may come back, early.
 *
 * @example
 * letterDistance('prokopew', 'prokopyev') // 0.7: y left out, w for v
 */
export function letterDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0;
  let a = unitsOf(left);
  let b = unitsOf(right);
  // One fixed order, so that rounding and early ends are the same both ways.
  if (a.length > b.length) {
    const swapped = a;
    a = b;
    b = swapped;
  }
  if (b.length > widest) return longDistance(a, b);
  const most = limit === Number.POSITIVE_INFINITY ? tooFar : Math.floor(limit * 100 + 1e-6);
  return distance(a, b, most) / 100;
}

function distance(a: Uint16Array, b: Uint16Array, most: number): number {
  const rows = a.length;
  const columns = b.length;
  // The cheapest edit that changes the length by one costs 20.
  if ((columns - rows) * cheap > most) return tooFar;
  const band = most === tooFar ? columns : Math.min(columns, Math.floor(most / cheap) + 1);
  previous[0] = 0;
  for (let column = 1; column <= columns; column++) {
    const cost = dropCost(b, column - 1);
    previous[column] = previous[column - 1]! + (column === 1 ? cost * firstFactor : cost);
  }
  let leastBefore = 0;
  for (let row = 1; row <= rows; row++) {
    const from = Math.max(1, row - band);
    const to = Math.min(columns, row + band);
    const unit = a[row - 1]!;
    const dropA = dropCost(a, row - 1) * (row === 1 ? firstFactor : 1);
    current[0] = previous[0]! + dropA;
    if (from > 1) current[from - 1] = tooFar;
    let least = from === 1 ? current[0]! : tooFar;
    for (let column = from; column <= to; column++) {
      const other = b[column - 1]!;
      const factor = row === 1 && column === 1 ? firstFactor : 1;
      let best = previous[column - 1]! + swapCost(unit, other) * factor;
      const leaveA = previous[column]! + dropA;
      if (leaveA < best) best = leaveA;
      const leaveB = current[column - 1]! + dropCost(b, column - 1) * (column === 1 ? firstFactor : 1);
      if (leaveB < best) best = leaveB;
      if (row > 1 && column > 1) {
        const beforeA = a[row - 2]!;
        const beforeB = b[column - 2]!;
        if (unit === beforeB && other === beforeA && unit !== other) {
          const exchanged = before[column - 2]! + (row === 2 && column === 2 ? full : 80);
          if (exchanged < best) best = exchanged;
        }
      }
      if (row > 1 && beforeMerge(a, row, other)) {
        const misread = before[column - 1]! + half * (row === 2 && column === 1 ? firstFactor : 1);
        if (misread < best) best = misread;
      }
      if (column > 1 && beforeMerge(b, column, unit)) {
        const misread = previous[column - 2]! + half * (row === 1 && column === 2 ? firstFactor : 1);
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

function beforeMerge(units: Uint16Array, end: number, to: number): boolean {
  const first = units[end - 2]!;
  const second = units[end - 1]!;
  return first < latinUnits && second < latinUnits && to !== 0 && merge[first * latinUnits + second] === to;
}

/** Words of more than 64 units are no words: equal beginnings and ends count, the rest is all edits. */
function longDistance(a: Uint16Array, b: Uint16Array): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return (b.length - head - tail) * 1;
}

/** The number of letter units of a word: what a distance is to be measured against. */
export function letterCount(word: string): number {
  return unitsOf(word).length;
}

/** 1 for equal words down to 0 for unlike ones: the distance over the mean of both lengths. */
export function letterSimilarity(left: string, right: string, floor = 0): number {
  const length = (letterCount(left) + letterCount(right)) / 2;
  if (length === 0) return left === right ? 1 : 0;
  const apart = letterDistance(left, right, (1 - floor) * length);
  return Math.max(0, 1 - apart / length);
}
