/**
 * The catalogue of faults. Expected faults of a file are collected as `Issue`s and do not stop the reading;
 * whatever stops a command is thrown as a `Fault`. Both name the place and what to do about it.
 */

/** What a code means wherever it turns up. `docs/errors.md` is generated from this. */
interface FaultMeaning {
  readonly means: string;
  /** What helps in general; a fault's own remedy is more exact. */
  readonly remedy: string;
  /** Exit code of the command line: 1 failed, 2 wrong use. */
  readonly exit: 1 | 2;
  /** Status of an HTTP answer. */
  readonly status: 400 | 404 | 409 | 413 | 500 | 502 | 503;
}

/** Stable codes. None is ever given another meaning. */
export const faultCodes = {
  AS_USAGE: {
    means: 'the command or request was not understood',
    remedy: 'Look at the example of `aftershock COMMAND --help` or at `docs/openapi.json`.',
    exit: 2,
    status: 400,
  },
  AS_FILE_MISSING: {
    means: 'a file or folder is not there or cannot be read',
    remedy: 'Check the path and who may read it.',
    exit: 1,
    status: 404,
  },
  AS_FILE_FORMAT: {
    means: 'a file is not in the format expected',
    remedy: 'Export it again, or describe its columns by a mapping (`docs/mapping.md`).',
    exit: 1,
    status: 400,
  },
  AS_FILE_TRUNCATED: {
    means: 'a file ends before it is complete',
    remedy: 'Fetch or copy it again; the version held before stays in use.',
    exit: 1,
    status: 400,
  },
  AS_FILE_EMPTY: {
    means: 'a file has no entries',
    remedy: 'Check that the export or download worked; the version held before stays in use.',
    exit: 1,
    status: 400,
  },
  AS_FILE_TOO_LARGE: {
    means: 'a file or a part of it is over the size limit',
    remedy:
      'Split it, or check that it is what it says: a small archive that unpacks to gigabytes is refused.',
    exit: 1,
    status: 413,
  },
  AS_ROW: {
    means: 'a row of a file could not be used',
    remedy: 'Correct the line named; the other rows were used.',
    exit: 1,
    status: 400,
  },
  AS_FIELD: {
    means: 'a field has a value that cannot be used',
    remedy: 'Correct the field named; the message shows the value seen and the values wanted.',
    exit: 1,
    status: 400,
  },
  AS_LIST_SHRUNK: {
    means: 'a list version lost more entries than is believable',
    remedy:
      'Look at the publisher’s page. Where the loss is real, take it in with `aftershock update --accept-loss LIST`.',
    exit: 1,
    status: 400,
  },
  AS_LIST_OLDER: {
    means: 'a list version is older than the one held',
    remedy: 'Nothing is to be done: the newer version stays in use, the older one is kept for past days.',
    exit: 1,
    status: 400,
  },
  AS_LIST_MISSING: {
    means: 'a list that was asked for is not held',
    remedy: 'Bring it with `aftershock update`, or leave it out of `--lists`.',
    exit: 1,
    status: 404,
  },
  AS_LIST_STALE: {
    means: 'a list is older than its expected freshness',
    remedy: 'Bring a fresh version with `aftershock update`.',
    exit: 1,
    status: 503,
  },
  AS_FETCH: {
    means: 'a list could not be fetched',
    remedy: 'Check the connection, or download it by hand and use `aftershock update --from DIR`.',
    exit: 1,
    status: 502,
  },
  AS_NOTIFY: {
    means: 'a message could not be delivered to the address of `--notify`',
    remedy: 'Check the address and what answers there; what was not delivered is told again by the next run.',
    exit: 1,
    status: 502,
  },
  AS_UNKNOWN_PARTY: {
    means: 'no party with this id or name',
    remedy: 'Search for it with `aftershock screen NAME`. Not being known here clears nobody.',
    exit: 2,
    status: 404,
  },
  AS_AMBIGUOUS_PARTY: {
    means: 'more than one party has this name',
    remedy: 'Give the id of the one that is meant.',
    exit: 2,
    status: 409,
  },
  AS_UNKNOWN_REGIME: {
    means: 'no regime with this id',
    remedy: '`aftershock law` lists all.',
    exit: 2,
    status: 404,
  },
  AS_UNKNOWN_WORD: {
    means: 'a word is not in the closed vocabulary',
    remedy: 'The words are in `docs/law-vocabulary.md`; the message names the nearest.',
    exit: 2,
    status: 400,
  },
  AS_DAY: {
    means: 'not a calendar day',
    remedy: 'Write days as 2022-06-01.',
    exit: 2,
    status: 400,
  },
  AS_CONTRADICTION: {
    means: 'two statements given cannot both hold',
    remedy: 'Leave one of the two out.',
    exit: 2,
    status: 400,
  },
  AS_CASEBOOK: {
    means: 'a casebook file breaks its schema',
    remedy: 'Correct the line named; `docs/casebook.md` describes the form of each file.',
    exit: 1,
    status: 400,
  },
  AS_STORE: {
    means: 'the store could not be opened or written',
    remedy: 'Check the folder of `--home`: who may write there, and whether the disk is full.',
    exit: 1,
    status: 503,
  },
  AS_INTERNAL: {
    means: 'a defect in Aftershock',
    remedy: 'Report it with the command and the message.',
    exit: 1,
    status: 500,
  },
} as const satisfies Readonly<Record<string, FaultMeaning>>;

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

/** `file:line (field)` with the parts that are known; an option of the command line by its name alone. */
export function describePlace(place: Place): string {
  const file = place.file ?? '';
  const line = place.line === undefined ? '' : `${file ? ':' : 'line '}${place.line}`;
  if (!file && !line && place.field?.startsWith('--')) return place.field;
  const field = place.field === undefined ? '' : `${file || line ? ' ' : ''}(${place.field})`;
  return `${file}${line}${field}`;
}
