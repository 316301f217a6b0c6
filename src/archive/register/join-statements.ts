import type { Day } from '../../model/day.ts';
import type { Listing } from '../../model/party.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { EntryHistory, Stated } from './entry-history.ts';

/** A listing as one entry states it. */
export interface Statement {
  readonly listing: Listing;
  readonly history: EntryHistory;
  /** The version whose statement it is. */
  readonly version: Stated;
}

/**
 * The listings that the entries of one party state, each once: what several lists, or several editions of one, say of the
 * same regime at the same time is one listing with several source entries. Those of whole versions go before extracts, the
 * later before the earlier. What contradicts stays apart, so that nothing true is lost.
 */
export function joinStatements(statements: readonly Statement[]): Listing[] {
  if (statements.length < 2) return statements.map(({ listing }) => listing);
  const groups: Statement[][] = [];
  const sorted = [...statements].sort(byWorth);
  // First those that agree on the beginning: of two listings under one regime each then finds its own.
  for (const statement of sorted) {
    const same = groups.find(
      ([first, ...others]) =>
        first!.listing.from === statement.listing.from &&
        [first!, ...others].every((other) => areOne(other, statement)),
    );
    if (same) same.push(statement);
    else groups.push([statement]);
  }
  const joined: Statement[][] = [];
  for (const group of groups) {
    const same = joined.find((others) => others.every((one) => group.every((other) => areOne(one, other))));
    if (same) same.push(...group);
    else joined.push(group);
  }
  return joined.map((group) => group.map(({ listing }) => listing).reduce(joinTwo));
}

function byWorth(a: Statement, b: Statement): number {
  const left = [a.version.completeness === 'whole' ? '0' : '1', a.listing.id];
  const right = [b.version.completeness === 'whole' ? '0' : '1', b.listing.id];
  if (left[0] !== right[0]) return left[0]! < right[0]! ? -1 : 1;
  if (a.version.published !== b.version.published) return a.version.published > b.version.published ? -1 : 1;
  return left[1]! < right[1]! ? -1 : 1;
}

/** Whether two statements are of the same listing. */
function areOne(a: Statement, b: Statement): boolean {
  if (a.listing.regime !== b.listing.regime || !periodsMeet(a.listing, b.listing)) return false;
  // An entry that states two listings means two, unless the second tells that the first had never ended.
  if (a.history === b.history) return refutesEnd(a.listing, b.listing) || refutesEnd(b.listing, a.listing);
  const { until: end } = a.listing;
  const { until: otherEnd } = b.listing;
  if (end === undefined && otherEnd === undefined) return true;
  if (end !== undefined && otherEnd !== undefined) {
    return end === otherEnd || a.listing.untilInferred === true || b.listing.untilInferred === true;
  }
  // That an entry is gone from one list says nothing of another: OFAC's consolidated list repeats SDN listings in one of
  // its formats only. A stated end counts, unless the other list still has the listing in a later version.
  const [ended, lasting] = end === undefined ? [b, a] : [a, b];
  return !ended.listing.untilInferred && lasting.version.published <= ended.listing.until!;
}

/** An end that only follows from absence, and a later statement that the listing has lasted since before it. */
function refutesEnd(ended: Listing, later: Listing): boolean {
  return (
    ended.untilInferred === true &&
    ended.from !== undefined &&
    later.from === ended.from &&
    later.until === undefined
  );
}

function periodsMeet(a: Listing, b: Listing): boolean {
  return beginsBeforeEndOf(a, b) && beginsBeforeEndOf(b, a);
}

function beginsBeforeEndOf(one: Listing, other: Listing): boolean {
  const begin = one.from ?? one.seen;
  return begin === undefined || other.until === undefined || begin <= other.until;
}

/** The first statement, with what only the other has; each field taken over carries the other's provenance. */
function joinTwo(first: Listing, other: Listing): Listing {
  const fieldProvenance: Record<string, Provenance> = { ...first.fieldProvenance };
  const taken: Partial<Record<'from' | 'requirement' | 'policy' | 'remarks', unknown>> = {};
  for (const field of ['from', 'requirement', 'policy', 'remarks'] as const) {
    const isEarlier =
      field === 'from' && first.from !== undefined && other.from !== undefined && other.from < first.from;
    if (other[field] === undefined || (first[field] !== undefined && !isEarlier)) continue;
    taken[field] = other[field];
    fieldProvenance[field] = other.fieldProvenance?.[field] ?? other.provenance;
  }
  const { until: _until, untilInferred: _inferred, absent: _absent, ...rest } = first;
  const dates = { ...other.dates, ...first.dates };
  const seen = earlier(first.seen, other.seen);
  const otherEntries = [
    ...(first.otherEntries ?? []),
    other.sourceEntry!,
    ...(other.otherEntries ?? []),
  ].filter(({ source, entry }) => source !== first.sourceEntry?.source || entry !== first.sourceEntry.entry);
  return {
    ...rest,
    // Each field is taken from a listing, so that it has the type of that field.
    ...(taken as Partial<Pick<Listing, 'from' | 'requirement' | 'policy' | 'remarks'>>),
    ...endOf(first, other),
    ...(seen === undefined ? {} : { seen }),
    ...lastAbsence(first, other, seen),
    citation: isMadeUp(first) && !isMadeUp(other) ? other.citation : first.citation,
    programs: [...new Set([...first.programs, ...other.programs])],
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    ...(Object.keys(fieldProvenance).length > 0 ? { fieldProvenance } : {}),
    ...(otherEntries.length > 0 ? { otherEntries } : {}),
    alsoStatedBy: [...(first.alsoStatedBy ?? []), noting(other, first), ...(other.alsoStatedBy ?? [])],
  };
}

/** The latest absence from a list that still lies before the first sight on any of them. */
function lastAbsence(first: Listing, other: Listing, seen: Day | undefined): Pick<Listing, 'absent'> {
  const days = [first.absent, other.absent].filter(
    (day) => day !== undefined && (seen === undefined || day < seen),
  );
  const absent = days.sort().at(-1);
  return absent === undefined ? {} : { absent };
}

/** A stated end goes before one that follows from absence; of two of those the earlier is nearer to the truth. */
function endOf(first: Listing, other: Listing): Pick<Listing, 'until' | 'untilInferred'> {
  if (refutesEnd(first, other) || refutesEnd(other, first)) return {};
  const ends = [first, other].filter((listing) => listing.until !== undefined);
  const chosen =
    ends.find((listing) => !listing.untilInferred) ?? ends.sort((a, b) => (a.until! < b.until! ? -1 : 1))[0];
  if (!chosen) return {};
  return { until: chosen.until!, ...(chosen.untilInferred ? { untilInferred: true } : {}) };
}

function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** Whether the citation is only the name of the list and the entry's id. */
export function isMadeUp({ citation, sourceEntry }: Listing): boolean {
  return sourceEntry !== undefined && citation.endsWith(`, entry ${sourceEntry.entry}`);
}

function noting(listing: Listing, beside: Listing): Provenance {
  const { provenance, from } = listing;
  if (from === undefined || beside.from === undefined || from === beside.from) return provenance;
  const states = `states from ${from}`;
  return { ...provenance, note: provenance.note === undefined ? states : `${provenance.note}; ${states}` };
}
