import { type Day, daysBetween } from '../model/day.ts';
import type { FaultCode } from '../model/fault.ts';
import { isContentId } from './register/content-id.ts';

/** A version offered to the archive, as far as the guards look at it. */
export interface OfferedVersion {
  readonly published: Day;
  readonly completeness: 'whole' | 'extract';
  /** Ids of its entries. */
  readonly entries: ReadonlySet<string>;
  /** Rows that could not be used. */
  readonly lost: number;
  /** The number of entries that the file itself claims to have. */
  readonly declared?: number | undefined;
}

export interface GuardQuestion {
  readonly offered: OfferedVersion;
  /** The version that the offered one would follow: the last whole one published on its day or before. */
  readonly previous?: { readonly published: Day; readonly entries: ReadonlySet<string> } | undefined;
  /** The largest extract published on its day or before: the list has at least as many entries. */
  readonly extract?: { readonly published: Day; readonly size: number } | undefined;
  /** Published day of the newest version held. */
  readonly newest?: Day | undefined;
  readonly mayLosePercent: number;
  /** History is welcome from a folder; a publisher that serves an older version than before has a fault. */
  readonly mayBeOlder: boolean;
  /** The user has looked at the loss and accepts it. */
  readonly lossAccepted: boolean;
}

export type Verdict =
  | { readonly taken: true }
  | { readonly taken: false; readonly code: FaultCode; readonly reason: string };

/** Half the entries of a list never go in one update, however long ago the last one was. */
const greatestLossPercent = 60;

/** Whether a version may go live. A file that is cut off, empty or of another format was refused by its reader before. */
export function judgeVersion(question: GuardQuestion): Verdict {
  const { offered, newest } = question;
  const size = offered.entries.size;
  if (size === 0) return refuse('AS_FILE_EMPTY', 'It has no entries.');
  if (
    offered.completeness === 'whole' &&
    offered.declared !== undefined &&
    size + offered.lost < offered.declared
  ) {
    return refuse(
      'AS_FILE_TRUNCATED',
      `It says that it has ${offered.declared} entries; ${size} were found.`,
    );
  }
  const unread = (100 * offered.lost) / (size + offered.lost);
  if (offered.completeness === 'whole' && unread > question.mayLosePercent) {
    return refuse(
      'AS_FILE_FORMAT',
      `${offered.lost} of its ${size + offered.lost} rows could not be used (${unread.toFixed(1)} %).`,
    );
  }
  if (!question.mayBeOlder && newest !== undefined && offered.published < newest) {
    return refuse(
      'AS_LIST_OLDER',
      `It is of ${offered.published}, older than the version held of ${newest}.`,
    );
  }
  if (offered.completeness === 'extract' || question.lossAccepted) return { taken: true };
  return judgeLoss(question);
}

function judgeLoss({ offered, previous, extract, mayLosePercent }: GuardQuestion): Verdict {
  if (extract && !previous) {
    const percent = 100 * (1 - offered.entries.size / extract.size);
    const allowed = allowedLoss(mayLosePercent, daysBetween(extract.published, offered.published));
    if (percent > allowed) {
      return refuse(
        'AS_LIST_SHRUNK',
        `It has ${offered.entries.size} entries; an extract of ${extract.published} alone has ${extract.size}.`,
      );
    }
  }
  if (!previous) return { taken: true };
  const gone = countGone(previous.entries, offered.entries);
  const percent = (100 * gone) / previous.entries.size;
  const allowed = allowedLoss(mayLosePercent, daysBetween(previous.published, offered.published));
  if (percent <= allowed) return { taken: true };
  return refuse(
    'AS_LIST_SHRUNK',
    `${gone} of the ${previous.entries.size} entries of ${previous.published} are gone (${percent.toFixed(1)} %; ` +
      `at most ${allowed.toFixed(0)} % are believed).`,
  );
}

function refuse(code: FaultCode, reason: string): Verdict {
  return { taken: false, code, reason };
}

/** The share that may go in one update, and once more for each full year that lies between the versions. */
export function allowedLoss(mayLosePercent: number, days: number): number {
  return Math.min(
    mayLosePercent * (1 + Math.floor(Math.max(0, days) / 365)),
    Math.max(mayLosePercent, greatestLossPercent),
  );
}

/**
 * How many entries are gone. Ids made from an entry's content change with any correction of it, so of these only the
 * drop in number counts.
 */
function countGone(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  let goneById = 0;
  let unnamedBefore = 0;
  for (const entry of before) {
    if (isContentId(entry)) unnamedBefore++;
    else if (!after.has(entry)) goneById++;
  }
  let unnamedAfter = 0;
  for (const entry of after) if (isContentId(entry)) unnamedAfter++;
  return goneById + Math.max(0, unnamedBefore - unnamedAfter);
}
