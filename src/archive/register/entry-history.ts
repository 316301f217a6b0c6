import { addDays, type Day } from '../../model/day.ts';
import type { RegimeId } from '../../model/party.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';
import { contentOfRecord } from '../storage/record-lines.ts';
import { RecordShelf } from './record-shelf.ts';
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
  readonly regime: RegimeId;
  /** As the last version that has it states it; read anew at every call. */
  listing(): RecordListing;
  readonly firstSeen: Day;
  /** Published day of the last whole version before that which lacked the entry. */
  readonly absent?: Day;
  /** The version whose statement it is. */
  readonly version: Stated;
  /** Day before the version in which it is gone; absent while it lasts. */
  readonly gone?: Day;
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
  readonly laterIds: readonly string[];
  /** As the last version that has it states it; read anew at every call, so that ten thousands need not be held. */
  record(): SourceRecord;
  /** Line or element of the main file in that version. */
  readonly line: number;
  /** Whether it states relations to others. */
  readonly relates: boolean;
  readonly firstSeen: Day;
  readonly version: Stated;
  /** Day before the version in which the entry is gone. */
  readonly gone?: Day;
  readonly listings: readonly HistoricListing[];
}

/** The same while it grows; what was read lies on the shelf. */
class State implements EntryHistory {
  readonly source: string;
  readonly entry: string;
  laterIds: readonly string[] = none;
  line = 0;
  relates = false;
  readonly firstSeen: Day;
  version: Stated;
  gone?: Day;
  readonly listings: Stay[] = [];
  isActive = true;
  /** Where the shelf has what the last version said, and what all versions said together. */
  stated = -1;
  place = -1;
  readonly #shelf: RecordShelf;

  constructor(source: string, entry: string, version: Stated, shelf: RecordShelf) {
    this.source = source;
    this.entry = entry;
    this.firstSeen = version.published;
    this.version = version;
    this.#shelf = shelf;
  }

  record(): SourceRecord {
    return this.#shelf.read(this.place);
  }
}

const none: readonly string[] = [];

class Stay implements HistoricListing {
  readonly regime: RegimeId;
  readonly place: number;
  readonly occurrence: number;
  readonly firstSeen: Day;
  readonly absent?: Day;
  version: Stated;
  gone?: Day;
  /** The record that states it, and its place among the listings there. */
  #stated: number;
  #index: number;
  readonly #shelf: RecordShelf;

  constructor(
    listing: { regime: RegimeId; place: number; occurrence: number },
    version: Stated,
    stated: { place: number; index: number },
    shelf: RecordShelf,
    absent: Day | undefined,
  ) {
    // Of two versions of one day neither says when in that day it came.
    if (absent !== undefined && absent < version.published) this.absent = absent;
    this.regime = listing.regime;
    this.place = listing.place;
    this.occurrence = listing.occurrence;
    this.firstSeen = version.published;
    this.version = version;
    this.#stated = stated.place;
    this.#index = stated.index;
    this.#shelf = shelf;
  }

  listing(): RecordListing {
    return this.#shelf.read(this.#stated).listings[this.#index]!;
  }

  state(version: Stated, stated: { place: number; index: number }): void {
    this.version = version;
    this.#stated = stated.place;
    this.#index = stated.index;
  }
}

/**
 * What the versions of a list together say of each entry: since when it is seen, under which regimes, and when it was
 * gone. An extract only adds: nothing is taken for gone by it, and what it does not repeat of an entry stays. Only content
 * that changed is parsed, and records lie on the shelf.
 */
export function entryHistories(chain: ChainInput, shelf = new RecordShelf()): EntryHistory[] {
  const states = new Map<string, State>();
  const nowUnder = new Map<string, string>();
  let lastWhole: Day | undefined;
  for (const { lines, ...edition } of chain.versions) {
    // One object for all entries of a version, without what it takes to read it.
    const version: Stated = edition;
    const absenceCounts = version.completeness === 'whole';
    const seen = new Set<State>();
    const fresh: VersionLine[] = [];
    for (const line of lines()) {
      const state = states.get(nowUnder.get(line.entry) ?? line.entry);
      if (state) {
        update(state, line, version, shelf, lastWhole);
        seen.add(state);
      } else {
        fresh.push(line);
      }
    }
    const missing = [...states.values()].filter((state) => state.isActive && !seen.has(state));
    const heirs = matchRenumbered(
      missing.map((state) => ({ entry: state.entry, state, record: () => state.record() })),
      fresh,
    );
    for (const line of fresh) {
      const former = heirs.get(line)?.state;
      if (former) {
        nowUnder.set(line.entry, former.entry);
        former.laterIds = [...former.laterIds, line.entry];
        update(former, line, version, shelf, lastWhole);
        seen.add(former);
      } else {
        const state = begin(chain.source, line, version, shelf, lastWhole);
        states.set(line.entry, state);
        seen.add(state);
      }
    }
    if (absenceCounts) {
      for (const state of missing) if (!seen.has(state)) close(state, version.published);
      lastWhole = version.published;
    }
  }
  return [...states.values()];
}

function begin(
  source: string,
  line: VersionLine,
  version: Stated,
  shelf: RecordShelf,
  absent: Day | undefined,
): State {
  const state = new State(source, line.entry, version, shelf);
  const record = line.record();
  state.stated = shelf.put(line.content, record.position);
  describe(state, record, state.stated);
  updateListings(state, record, version, shelf, absent);
  return state;
}

function update(
  state: State,
  line: VersionLine,
  version: Stated,
  shelf: RecordShelf,
  lastWhole: Day | undefined,
): void {
  // Of an entry that stayed, a new listing may be a new way of writing; only who was gone was surely not listed.
  const absent = state.isActive ? undefined : lastWhole;
  const isSame = state.isActive && shelf.isSame(state.stated, line.content);
  state.version = version;
  if (isSame) {
    for (const stay of openStays(state)) stay.version = version;
    return;
  }
  state.isActive = true;
  delete state.gone;
  const record = line.record();
  state.stated = shelf.put(line.content, record.position);
  if (version.completeness === 'whole') {
    describe(state, record, state.stated);
  } else {
    const both = widened(state.record(), record);
    describe(state, both, shelf.put(contentOfRecord(both), both.position));
  }
  updateListings(state, record, version, shelf, absent);
}

function describe(state: State, record: SourceRecord, place: number): void {
  state.place = place;
  state.line = record.position.line;
  state.relates = record.relations.length > 0;
}

/** Stays that last. */
function openStays(state: State): Stay[] {
  return state.listings.filter((stay) => stay.gone === undefined);
}

function updateListings(
  state: State,
  record: SourceRecord,
  version: Stated,
  shelf: RecordShelf,
  absent: Day | undefined,
): void {
  const before = openStays(state);
  const left = new Set(before);
  const count = new Map<string, number>();
  for (const [index, { regime }] of record.listings.entries()) {
    const number = (count.get(regime) ?? 0) + 1;
    count.set(regime, number);
    const stated = { place: state.stated, index };
    const stay = before.find((open) => open.place === number && open.regime === regime);
    if (stay) {
      left.delete(stay);
      stay.state(version, stated);
    } else {
      const occurrence = state.listings.filter((other) => other.regime === regime).length + 1;
      state.listings.push(new Stay({ regime, place: number, occurrence }, version, stated, shelf, absent));
    }
  }
  if (version.completeness === 'extract') return;
  for (const stay of left) stay.gone = addDays(version.published, -1);
}

function close(state: State, published: Day): void {
  state.isActive = false;
  state.gone = addDays(published, -1);
  for (const stay of openStays(state)) stay.gone = state.gone;
}
