import { createHash } from 'node:crypto';
import { Fault, type Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import type { Format, ListFacts, SourceFile } from '../../sources/source.ts';
import { framesOfFile } from './blobs.ts';
import { writeDurably } from './durable-file.ts';
import { compressFrames } from './frames.ts';
import { lineOfRecord, type RecordLine, recordLine } from './record-lines.ts';

/** What reading a version gave, apart from the records. */
export interface Reading {
  readonly facts: ListFacts;
  /** Ids of the entries. */
  readonly entries: ReadonlySet<string>;
  readonly issues: number;
  readonly lost: number;
  /** The first issues, enough to act on. */
  readonly issueList: readonly Issue[];
}

const keptIssues = 1000;

export interface DeriveOptions {
  readonly format: Format;
  readonly files: readonly SourceFile[];
  /** Names of files that belong to another version; what is wrong in them was reported there. */
  readonly standIns: ReadonlySet<string>;
  readonly path: string;
  readonly temporaryFolder: string;
}

/** Reads a version into a file of record lines. Where the reader throws, no file is left behind. */
export function deriveRecords(options: DeriveOptions): Reading {
  const issueList: Issue[] = [];
  let issues = 0;
  let lost = 0;
  const report = (issue: Issue): void => {
    if (issue.file !== undefined && options.standIns.has(issue.file)) return;
    issues++;
    if (issue.lost) lost++;
    if (issueList.length < keptIssues) issueList.push(issue);
  };
  let facts: ListFacts | undefined;
  const entries = new Set<string>();
  function* lines(): Generator<string> {
    const reading = options.format.read(options.files, report);
    const idKeeper = keepIdsApart(report);
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done) {
        facts = next.value;
        return;
      }
      const line = idKeeper(next.value);
      if (line === undefined) continue;
      entries.add(recordLine(line).entry);
      yield line;
    }
  }
  writeDurably(options.path, compressFrames(asBytes(lines(), () => entries.size)), options.temporaryFolder);
  if (!facts) throw new TypeError('The reader ended without facts.');
  return { facts, entries, issues, lost, issueList };
}

/**
 * Sees to it that no two records of a version share an id: a row that stands twice word for word is read once, and
 * different rows under one id are all kept, the later ones under `ID~2`, `ID~3`. Both are reported. Holds 32 bytes and
 * the id for each record.
 */
function keepIdsApart(report: (issue: Issue) => void): (record: SourceRecord) => string | undefined {
  const contents = new Map<string, string[]>();
  return (record) => {
    const line = lineOfRecord(record);
    const content = createHash('sha256')
      .update(line.slice(line.indexOf('\t')))
      .digest('base64');
    const same = contents.get(record.entry);
    if (!same) {
      contents.set(record.entry, [content]);
      return line;
    }
    const message = same.includes(content)
      ? `Entry ${record.entry} stands twice, word for word; it is read once.`
      : `Two different entries have the id ${record.entry}; this one is kept as ${record.entry}~${same.length + 1}.`;
    report({ code: 'AS_ROW', message, lost: false, ...record.position });
    if (same.includes(content)) return undefined;
    same.push(content);
    return lineOfRecord({ ...record, entry: `${record.entry}~${same.length}` });
  };
}

const batchSize = 1 << 20;

function* asBytes(lines: Iterable<string>, count: () => number): Generator<Uint8Array> {
  let batch: string[] = [];
  let size = 0;
  for (const line of lines) {
    batch.push(line, '\n');
    size += line.length;
    if (size >= batchSize) {
      yield Buffer.from(batch.join(''));
      batch = [];
      size = 0;
    }
  }
  batch.push(`end:${count()}\n`);
  yield Buffer.from(batch.join(''));
}

/**
 * The lines of a file that `deriveRecords` made, one after the other. Throws `AS_STORE` at the end where its last line
 * shows that it is not whole.
 */
export function* eachRecordLine(path: string): Generator<RecordLine, undefined, undefined> {
  let count = 0;
  let end: string | undefined;
  // Line by line, so that what is kept of a line does not keep megabytes of text around it.
  for (const line of linesOf(framesOfFile(path))) {
    if (line.startsWith('end:')) {
      end = line;
      continue;
    }
    count++;
    yield recordLine(line);
  }
  if (end === `end:${count}`) return undefined;
  throw new Fault('AS_STORE', 'A file of records is not whole.', {
    place: { file: path },
    remedy: 'Delete it; it is made anew from the raw bytes.',
  });
}

const lineEnd = 0x0a;

function* linesOf(pieces: Iterable<Uint8Array>): Generator<string> {
  let rest: Uint8Array = new Uint8Array();
  for (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let start = 0;
    for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, start)) {
      const line = bytes.subarray(start, at);
      start = at + 1;
      yield rest.length > 0 ? Buffer.concat([rest, line]).toString() : line.toString();
      rest = new Uint8Array();
    }
    rest = Buffer.concat([rest, bytes.subarray(start)]);
  }
}

/** All lines at once, or undefined where the file is not whole. */
export function readRecordLines(path: string): RecordLine[] | undefined {
  try {
    return [...eachRecordLine(path)];
  } catch (error) {
    if (error instanceof Fault && error.code === 'AS_STORE') return undefined;
    throw error;
  }
}
