import { canonicalJson } from './sealed-record.ts';

/** A place in which two results differ. */
export interface Difference {
  readonly path: string;
  readonly sealed: string;
  readonly now: string;
}

/**
 * Where two JSON values differ, in order of path; at most `limit`. What was taken out of a list, or put into it, is one
 * difference, and does not set all that follows against its neighbour. Places in lists are those of the sealed value, for what
 * is new those of the new one.
 */
export function differences(sealed: unknown, now: unknown, limit = 100): Difference[] {
  const found: Difference[] = [];
  const walk = (a: unknown, b: unknown, path: string): void => {
    if (found.length >= limit || Object.is(a, b)) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      for (const [at, other] of paired(a, b)) {
        const place = `${path}/${at ?? other}`;
        walk(at === undefined ? undefined : a[at], other === undefined ? undefined : b[other], place);
      }
      return;
    }
    if (isRecord(a) && isRecord(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
      for (const key of keys) walk(a[key], b[key], `${path}/${key}`);
      return;
    }
    found.push({ path: path || '/', sealed: brief(a), now: brief(b) });
  };
  walk(sealed, now, '');
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** More would take longer than a reader waits; lists that differ so much are set side by side as they stand. */
const mostCompared = 4_000_000;

type Pair = readonly [at: number | undefined, other: number | undefined];

/** Elements of two lists that belong together: equal ones first, then those between them where their number is the same. */
function paired(a: readonly unknown[], b: readonly unknown[]): Pair[] {
  const [left, right] = [a.map(canonicalJson), b.map(canonicalJson)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let [endLeft, endRight] = [left.length, right.length];
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    endLeft--;
    endRight--;
  }
  const [sizeLeft, sizeRight] = [endLeft - start, endRight - start];
  if (sizeLeft === sizeRight || sizeLeft * sizeRight > mostCompared)
    return between(start, endLeft, start, endRight, true);
  const pairs: Pair[] = [];
  let [from, fromOther] = [start, start];
  for (const [at, other] of commonSequence(left.slice(start, endLeft), right.slice(start, endRight))) {
    pairs.push(...between(from, start + at, fromOther, start + other, false));
    [from, fromOther] = [start + at + 1, start + other + 1];
  }
  return [...pairs, ...between(from, endLeft, fromOther, endRight, false)];
}

/** Pairs for two stretches without equal elements: side by side where they are as long, else taken out and put in. */
function between(from: number, end: number, fromOther: number, endOther: number, always: boolean): Pair[] {
  const [count, other] = [end - from, endOther - fromOther];
  if (always || count === other)
    return Array.from({ length: Math.max(count, other) }, (_, at) => [
      at < count ? from + at : undefined,
      at < other ? fromOther + at : undefined,
    ]);
  const gone = Array.from({ length: count }, (_, at): Pair => [from + at, undefined]);
  return [...gone, ...Array.from({ length: other }, (_, at): Pair => [undefined, fromOther + at])];
}

/** A longest sequence that two lists have in common, as pairs of places. */
function commonSequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let at = a.length - 1; at >= 0; at--)
    for (let other = b.length - 1; other >= 0; other--)
      lengths[at * width + other] =
        a[at] === b[other]
          ? lengths[(at + 1) * width + other + 1]! + 1
          : Math.max(lengths[(at + 1) * width + other]!, lengths[at * width + other + 1]!);
  const pairs: [number, number][] = [];
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    if (a[at] === b[other]) pairs.push([at++, other++]);
    else if (lengths[(at + 1) * width + other]! >= lengths[at * width + other + 1]!) at++;
    else other++;
  }
  return pairs;
}

function brief(value: unknown): string {
  const text = value === undefined ? 'nothing' : canonicalJson(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
