import { Fault, type Issue } from '../model/fault.ts';

const fetchAgain = 'Fetch the file again; the version held before stays in use.';

/** A file that ends before it is complete. */
export function truncated(file: string, why: string, line?: number): Fault {
  return new Fault('AS_FILE_TRUNCATED', why, {
    place: { file, ...(line === undefined ? {} : { line }) },
    remedy: fetchAgain,
  });
}

/** A file that is not of the format. */
export function wrongFormat(file: string, why: string, line?: number): Fault {
  return new Fault('AS_FILE_FORMAT', why, {
    place: { file, ...(line === undefined ? {} : { line }) },
    remedy: 'Check that it is the publisher’s file in this format, not an error page or another list.',
  });
}

/** A file without entries: never taken for a list on which nobody stands. */
export function emptyList(file: string): Fault {
  return new Fault('AS_FILE_EMPTY', 'The file has no entries.', { place: { file }, remedy: fetchAgain });
}

/** A set of files that lacks one without which the others mean nothing. */
export function missingFile(name: string, given: readonly string[]): Fault {
  return new Fault('AS_FILE_MISSING', `The set has no ${name}; it holds ${given.join(', ') || 'nothing'}.`, {
    place: given[0] === undefined ? {} : { file: given[0] },
    remedy: `Put ${name} of the same day beside the other files.`,
  });
}

/** A row or an entry that is passed over while the rest of the list is read. */
export function lostRow(file: string, why: string, line: number): Issue {
  return { code: 'AS_ROW', message: why, file, line, lost: true };
}
