import { percentText, wholeShare } from '../model/share.ts';
import { counted, countedUnknown } from './link-reading.ts';
import { holdsOnDay, type QuestionOnDay, shareRead } from './question-on-day.ts';
import type { LookThrough } from './verdict.ts';

const exactUpTo = 40;
const partiesUpTo = 2_000;
const tolerance = 1e-11;

interface Term {
  readonly party: number;
  /** Index of the owner among the unknowns, or -1 where the owner is listed. */
  readonly owner: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The listed persons' economic interest in `party` through all levels and rings: the solution of y = S y + s, where s are
 * the listed persons' own shares. Exact by elimination over fractions where the system is small; otherwise, and for the
 * upper end of open shares, iterated. Undefined where more parties stand above than can be looked through.
 */
export function lookThrough(
  question: QuestionOnDay,
  listed: ReadonlySet<number>,
  party: number,
): LookThrough | undefined {
  const system = equations(question, listed, party);
  if (!system) return undefined;
  const { size, terms } = system;
  const isExact = terms.every((term) => term.min === term.max);
  const exact = size <= exactUpTo ? solveExactly(size, terms) : undefined;
  const low = exact ?? percentage(iterate(size, terms, 'min'));
  const high = isExact ? low : percentage(iterate(size, terms, 'max'));
  const byFractions = exact !== undefined && isExact;
  return {
    min: low,
    max: high,
    method: byFractions ? 'exact' : 'iterative',
    ...(byFractions ? {} : { tolerance: '0.000001' }),
  };
}

function equations(
  question: QuestionOnDay,
  listed: ReadonlySet<number>,
  party: number,
): { size: number; terms: readonly Term[] } | undefined {
  const { graph } = question;
  const reading = question.channels[0]!.reading;
  const unknowns = new Map<number, number>([[party, 0]]);
  const terms: Term[] = [];
  for (const [owned, index] of unknowns) {
    const disputesSeen = new Set<number>();
    for (let link = graph.inStart[owned]!; link < graph.inStart[owned + 1]!; link++) {
      const read = reading[graph.flags[link]!]!;
      if ((read !== counted && read !== countedUnknown) || !holdsOnDay(question, link)) continue;
      const owner = graph.owner[link]!;
      let share: { min: number; max: number } = shareRead(graph, link, read);
      const dispute = graph.disputeOf.get(link);
      if (dispute !== undefined) {
        // The first statement stands for the fact, between the least and the most of all; others add nothing.
        share = disputesSeen.has(dispute) ? { min: 0, max: 0 } : rangeOfDispute(question, dispute, owner);
        disputesSeen.add(dispute);
      }
      if (listed.has(owner)) {
        terms.push({ party: index, owner: -1, min: share.min, max: share.max });
        continue;
      }
      if (!unknowns.has(owner)) {
        if (unknowns.size >= partiesUpTo) return undefined;
        unknowns.set(owner, unknowns.size);
      }
      terms.push({ party: index, owner: unknowns.get(owner)!, min: share.min, max: share.max });
    }
  }
  return reached(unknowns.size, terms);
}

function rangeOfDispute(question: QuestionOnDay, index: number, owner: number): { min: number; max: number } {
  const { graph } = question;
  const dispute = graph.disputes[index]!;
  const shares = dispute.links
    .filter((link) => holdsOnDay(question, link))
    .map((link) => ({ owner: graph.owner[link]!, ...shareRead(graph, link, counted) }));
  const alike = !dispute.elsewhere && shares.every((share) => share.owner === owner);
  return {
    min: alike ? Math.min(...shares.map((share) => share.min)) : 0,
    max: Math.max(...shares.map((share) => share.max)),
  };
}

/** Keeps the unknowns below a listed person: the others are zero, and would make the system singular in closed rings. */
function reached(size: number, terms: readonly Term[]): { size: number; terms: readonly Term[] } {
  const byOwner = Map.groupBy(terms, (term) => term.owner);
  const below = new Set<number>([-1]);
  for (const owner of below) {
    for (const term of byOwner.get(owner) ?? []) if (term.max > 0) below.add(term.party);
  }
  below.delete(-1);
  const number = new Map([...below].toSorted((a, b) => a - b).map((unknown, index) => [unknown, index]));
  if (!number.has(0)) return { size: 0, terms: [] };
  const kept = terms.filter(
    (term) => number.has(term.party) && (term.owner === -1 || number.has(term.owner)),
  );
  return {
    size: Math.min(size, number.size),
    terms: kept.map((term) => ({
      ...term,
      party: number.get(term.party)!,
      owner: term.owner === -1 ? -1 : number.get(term.owner)!,
    })),
  };
}

/** Gaussian elimination without fractions lost: rows of big integers. Undefined where the system is singular. */
function solveExactly(size: number, terms: readonly Term[]): string | undefined {
  if (size === 0) return '0';
  const whole = BigInt(wholeShare);
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size + 1 }, (_, column) => (row === column ? whole : 0n)),
  );
  for (const term of terms) {
    const row = rows[term.party]!;
    if (term.owner === -1) row[size] = row[size]! + BigInt(term.min);
    else row[term.owner] = row[term.owner]! - BigInt(term.min);
  }
  for (let column = size - 1; column >= 0; column--) {
    const pivot = rows.findIndex((row, index) => index <= column && row[column] !== 0n);
    if (pivot < 0) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const by = rows[column]!;
    for (let index = 0; index < column; index++) {
      const row = rows[index]!;
      const factor = row[column]!;
      if (factor === 0n) continue;
      for (let at = 0; at <= size; at++) row[at] = row[at]! * by[column]! - by[at]! * factor;
      reduce(row);
    }
  }
  const [value, sum] = [rows[0]![0]!, rows[0]![size]!];
  if (value === 0n) return undefined;
  const units = (2n * sum * whole + value) / (2n * value);
  return units < 0n || units > whole ? undefined : percentText(Number(units));
}

function reduce(row: bigint[]): void {
  let divisor = 0n;
  for (const value of row) divisor = commonDivisor(divisor, value < 0n ? -value : value);
  if (divisor > 1n) for (let at = 0; at < row.length; at++) row[at] = row[at]! / divisor;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** From zero upwards, never above the whole; stops when no value moves by more than the tolerance. */
function iterate(size: number, terms: readonly Term[], end: 'min' | 'max'): number {
  if (size === 0) return 0;
  let values = new Float64Array(size);
  for (let round = 0; round < 20_000; round++) {
    const next = new Float64Array(size);
    for (const term of terms)
      next[term.party]! += (term[end] / wholeShare) * (term.owner === -1 ? 1 : values[term.owner]!);
    let moved = 0;
    for (let index = 0; index < size; index++) {
      next[index] = Math.min(1, next[index]!);
      moved = Math.max(moved, Math.abs(next[index]! - values[index]!));
    }
    values = next;
    if (moved < tolerance) break;
  }
  return values[0]!;
}

function percentage(value: number): string {
  return percentText(Math.round(value * 1e8) * 1e4);
}
