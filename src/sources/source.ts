import type { Day } from '../model/day.ts';
import type { Issue } from '../model/fault.ts';
import type { SourceRecord } from '../model/source-record.ts';

/** One file of a list version, given as chunks of its (decompressed) bytes; can be read more than once. */
export interface SourceFile {
  readonly name: string;
  chunks(): Iterable<Uint8Array>;
}

/** What a list version says about itself. */
export interface ListFacts {
  /** The publication day written inside the file, where it has one. */
  readonly published?: Day;
  /** Rows or elements by kind, such as `{ sdn: 13821, add: 18990, alt: 17091 }`: must equal those of the files. */
  readonly counts: Readonly<Record<string, number>>;
  /** Total that the file itself states, where it states one. */
  readonly declared?: number;
}

/** A field of the format that is not carried into records, and why. */
export interface LeftOut {
  readonly field: string;
  readonly why: string;
}

/** One official form of a list. A reader is pure: bytes in, records out, bad rows reported and passed over. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** Names of the files that make up a version; the first is the main file. `required: false` files may be absent. */
  readonly files: readonly { readonly pattern: RegExp; readonly required: boolean }[];
  /** Whether the beginning of the main file (at most 64 kB, decoded) is of this format. */
  recognises(head: string, name: string): boolean;
  /**
   * Reads one version. Throws a `Fault` where the file is not of the format, is cut off, or is empty; calls `report`
   * for each row that could not be used.
   */
  read(
    files: readonly SourceFile[],
    report: (issue: Issue) => void,
  ): Generator<SourceRecord, ListFacts, undefined>;
  /** The file is an amendment or a part of a list: its records are true, but what it lacks is not thereby delisted. */
  readonly partial?: true;
  /** Fields read, in the publisher's words, and fields left out with the reason. */
  readonly mapped: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** A publisher's list. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Regimes that its entries can be listed under. */
  readonly regimes: readonly string[];
  /** Where it is published now, by format; an address can be overridden in the settings. */
  readonly addresses: readonly {
    readonly format: string;
    readonly files: readonly { readonly name: string; readonly url: string }[];
  }[];
  /** Days after which a held version counts as stale. */
  readonly freshnessDays: number;
  /** Share of entries, in percent, that a new version may lose before it is refused. */
  readonly mayLosePercent: number;
  readonly licence: string;
  /** Whether the addresses were seen in a copy of the publisher's documentation or are from memory. */
  readonly verified: 'verified' | 'secondary' | 'from memory';
  readonly formats: readonly Format[];
  /** Where it is not held, nothing is missing: it only repeats what the publishers' own lists say. */
  readonly extra?: true;
  /**
   * The mapping file of a list of the user's own. It is kept with every version as one of its files, so that each is read
   * as it was meant when it was taken in, whatever becomes of the mapping later.
   */
  readonly definition?: { readonly name: string; readonly text: string };
}
