import { hash } from 'node:crypto';
import { addDays, type Day } from '../../model/day.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';
import { matchRenumbered } from './renumbered.ts';
import { widened } from './widen-record.ts';

/** A line of a version: the id, the content as text (equal text is equal content), and the record itself when asked. */
export interface VersionLine {
  readonly entry: string;
  readonly content: string;
  record(): SourceRecord;
}

/** The versions of one list that count, oldest first. */
export interface ChainInput {
  readonly source: string;
  readonly versions: readonly {
    readonly sha256: string;
    readonly published: Day;
    readonly completeness: 'whole' | 'extract';
    lines(): Iterable<VersionLine>;
  }[];
}

/** The version that states something. */
export interface Stated {
  readonly sha256: string;
  readonly published: Day;
  readonly completeness: 'whole' | 'extract';
}

/** One stay of an entry under one regime, from the first version that has it to the last. */
export interface HistoricListing {
  /** As the last version that has it states it. */
  listing: RecordListing;
  readonly firstSeen: Day;
  /** The version whose statement it is. */
  version: Stated;
  /** Day before the version in which it is gone; absent while it lasts. */
  gone?: Day;
  /** Place among the listings of the entry under the same regime, from 1. */
  readonly place: number;
  /** 1, or 2 for the second stay or second listing under the same regime, and so on. */
  readonly occurrence: number;
}

/** An entry over all versions. */
export interface EntryHistory {
  readonly source: string;
  /** The id it was first seen under. */
  readonly entry: string;
  /** Ids that later versions gave it, where ids are made from content. */
  readonly laterIds: string[];
  /** As the last version that has it states it. */
  record: SourceRecord;
  readonly firstSeen: Day;
  version: Stated;
  /** Day before the version in which the entry is gone. */
  gone?: Day;
  readonly listings: HistoricListing[];
}

interface State extends EntryHistory {
  /** Hash of the content last read, to tell whether it changed; the text itself would fill the memory. */
  content: string;
  isActive: boolean;
}

/**
 * What the versions of a list together say of each entry: since when it is seen, under which regimes, and when it was
 * gone. An extract only adds: nothing is taken for gone by it, and what it does not repeat of an entry stays. Only content
 * that changed is parsed.
 */
export function entryHistories(chain: ChainInput): EntryHistory[] {
  const states = new Map<string, State>();
  const nowUnder = new Map<string, string>();
  for (const version of chain.versions) {
    const absenceCounts = version.completeness === 'whole';
    const seen = new Set<State>();
    const fresh: VersionLine[] = [];
    for (const line of version.lines()) {
      const state = states.get(nowUnder.get(line.entry) ?? line.entry);
      if (state) {
        update(state, line, version);
        seen.add(state);
      } else {
        fresh.push(line);
      }
    }
    const missing = [...states.values()].filter((state) => state.isActive && !seen.has(state));
    const heirs = matchRenumbered(
      missing.map((state) => ({ entry: state.entry, state, record: () => state.record })),
      fresh,
    );
    for (const line of fresh) {
      const former = heirs.get(line)?.state;
      if (former) {
        nowUnder.set(line.entry, former.entry);
        former.laterIds.push(line.entry);
        update(former, line, version);
        seen.add(former);
      } else {
        const state = begin(chain.source, line, version);
        states.set(line.entry, state);
        seen.add(state);
      }
    }
    if (absenceCounts) for (const state of missing) if (!seen.has(state)) close(state, version.published);
  }
  return [...states.values()];
}

type Version = ChainInput['versions'][number];

function stated({ sha256, published, completeness }: Version): Stated {
  return { sha256, published, completeness };
}

function begin(source: string, line: VersionLine, version: Version): State {
  const state: State = {
    source,
    entry: line.entry,
    laterIds: [],
    record: line.record(),
    firstSeen: version.published,
    version: stated(version),
    listings: [],
    content: contentHash(line),
    isActive: true,
  };
  updateListings(state, state.record, version);
  return state;
}

function update(state: State, line: VersionLine, version: Version): void {
  const content = contentHash(line);
  const isSame = state.isActive && state.content === content;
  state.content = content;
  state.version = stated(version);
  if (isSame) {
    for (const stay of openStays(state)) stay.version = state.version;
    return;
  }
  state.isActive = true;
  delete state.gone;
  const record = line.record();
  state.record = version.completeness === 'whole' ? record : widened(state.record, record);
  updateListings(state, record, version);
}

/** Stays that last. */
function openStays(state: State): HistoricListing[] {
  return state.listings.filter((stay) => stay.gone === undefined);
}

function contentHash(line: VersionLine): string {
  return hash('sha256', line.content, 'base64');
}

function updateListings(state: State, record: SourceRecord, version: Version): void {
  const before = openStays(state);
  const left = new Set(before);
  const count = new Map<string, number>();
  for (const listing of record.listings) {
    const number = (count.get(listing.regime) ?? 0) + 1;
    count.set(listing.regime, number);
    const stay = before.find((open) => open.place === number && open.listing.regime === listing.regime);
    if (stay) {
      left.delete(stay);
      stay.listing = listing;
      stay.version = stated(version);
    } else {
      const earlier = state.listings.filter((other) => other.listing.regime === listing.regime).length;
      state.listings.push({
        listing,
        firstSeen: version.published,
        version: stated(version),
        place: number,
        occurrence: earlier + 1,
      });
    }
  }
  if (version.completeness === 'extract') return;
  for (const stay of left) stay.gone = addDays(version.published, -1);
}

function close(state: State, published: Day): void {
  state.isActive = false;
  state.content = '';
  state.gone = addDays(published, -1);
  for (const stay of openStays(state)) stay.gone = state.gone;
}
