/**
 * The catalogue of faults. Expected faults of a file are collected as `Issue`s and do not stop the reading;
 * whatever stops a command is thrown as a `Fault`. Both name the place and what to do about it.
 */

/** Stable codes; `docs/errors.md` explains each. */
export const faultCodes = {
  AS_USAGE: 'the command or request was not understood',
  AS_FILE_MISSING: 'a file or folder is not there or cannot be read',
  AS_FILE_FORMAT: 'a file is not in the format expected',
  AS_FILE_TRUNCATED: 'a file ends before it is complete',
  AS_FILE_EMPTY: 'a file has no entries',
  AS_FILE_TOO_LARGE: 'a file or a part of it is over the size limit',
  AS_ROW: 'a row of a file could not be used',
  AS_FIELD: 'a field has a value that cannot be used',
  AS_LIST_SHRUNK: 'a list version lost more entries than is believable',
  AS_LIST_OLDER: 'a list version is older than the one held',
  AS_LIST_MISSING: 'a list that was asked for is not held',
  AS_LIST_STALE: 'a list is older than its expected freshness',
  AS_FETCH: 'a list could not be fetched',
  AS_UNKNOWN_PARTY: 'no party with this id or name',
  AS_AMBIGUOUS_PARTY: 'more than one party has this name',
  AS_UNKNOWN_REGIME: 'no regime with this id',
  AS_UNKNOWN_WORD: 'a word is not in the closed vocabulary',
  AS_DAY: 'not a calendar day',
  AS_CONTRADICTION: 'two statements given cannot both hold',
  AS_CASEBOOK: 'a casebook file breaks its schema',
  AS_STORE: 'the store could not be opened or written',
  AS_INTERNAL: 'a defect in Aftershock',
} as const;

export type FaultCode = keyof typeof faultCodes;

/** Where something was found: a file, and in it a line (from 1), an element path or a field. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly field?: string;
}

/** A defect of the input that was reported and passed over; `lost` says whether a row went missing by it. */
export interface Issue extends Place {
  readonly code: FaultCode;
  readonly message: string;
  readonly lost: boolean;
}

/** What stops a command. `remedy` is one sentence in the imperative that the user can follow. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly place: Place;
  readonly remedy: string | undefined;

  constructor(
    code: FaultCode,
    message: string,
    options: { place?: Place; remedy?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.place = options.place ?? {};
    this.remedy = options.remedy;
  }

  /** One line: place, message, remedy. */
  override toString(): string {
    const where = describePlace(this.place);
    return `${where ? `${where}: ` : ''}${this.message}${this.remedy ? ` ${this.remedy}` : ''}`;
  }
}

/** `file:line (field)` with the parts that are known. */
export function describePlace(place: Place): string {
  const file = place.file ?? '';
  const line = place.line === undefined ? '' : `${file ? ':' : 'line '}${place.line}`;
  const field = place.field === undefined ? '' : `${file || line ? ' ' : ''}(${place.field})`;
  return `${file}${line}${field}`;
}
