import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import {
  csvRows,
  type Encoding,
  guessDelimiter,
  guessedEncoding,
  isUnicode,
  isZip,
  jsonLines,
  readWorkbook,
  uniqueHeader,
} from '../../formats/index.ts';
import type { MatchQuery } from '../../match/index.ts';
import { Fault, type Issue } from '../../model/index.ts';
import { fileChunks } from '../file-chunks.ts';
import { readBytes } from '../files.ts';
import { screenedParty, type UnreadValue } from './asked-party.ts';
import { identifierProperties, propertyOfColumn } from './columns.ts';

/** A row of the user's file: whom to look for, or why that cannot be told. */
export interface ScreenRow {
  /** Number of the row, from 1, without the header. */
  readonly number: number;
  readonly line: number;
  readonly id: string;
  readonly query?: MatchQuery;
  readonly problem?: { readonly code: string; readonly message: string };
}

/** Reads names or rows from CSV, TSV, JSONL, plain lines, XLSX, ODS or Parquet, told by the content of the file. */
export async function* readScreenRows(
  file: string,
  columns: Readonly<Record<string, string>>,
  report: (issue: Issue) => void,
): AsyncGenerator<ScreenRow> {
  const head = readHead(file);
  if (head.length >= 4 && Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1') {
    yield* parquetRows(file, columns, report);
  } else if (isZip(head)) yield* sheetRows(file, columns, report);
  else if (/^\uFEFF?\s*\{/.test(new TextDecoder().decode(head))) yield* jsonRows(file, report);
  else if (isBinary(head))
    throw new Fault('AS_FILE_FORMAT', 'The file is neither text nor a table of a known kind.', {
      place: { file },
      remedy: 'Save it as CSV, XLSX, ODS, JSONL or Parquet.',
    });
  else yield* tableRows(file, columns, report);
}

/** A zero byte at the beginning of what is neither UTF-16 nor one of the kinds above. */
function isBinary(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isUtf16 && head.includes(0);
}

function readHead(file: string): Uint8Array {
  const [head] = fileChunks(file, 64);
  if (head === undefined)
    throw new Fault('AS_FILE_EMPTY', 'The file is empty.', { place: { file }, remedy: 'Check the export.' });
  return head;
}

function* jsonRows(file: string, report: (issue: Issue) => void): Generator<ScreenRow> {
  const unreadOf = tellUnread(file, report);
  let number = 0;
  for (const line of jsonLines(fileChunks(file), file)) {
    number++;
    if ('issue' in line) {
      yield problemRow(number, line.line, '', line.issue.code, line.issue.message);
      continue;
    }
    yield jsonRow(number, line.line, line.value, unreadOf(line.line));
  }
}

/** A query of the form `{"id","schema","properties":{...}}`, or with the properties at the top. */
export function jsonRow(
  number: number,
  line: number,
  value: unknown,
  unread?: (value: UnreadValue) => void,
): ScreenRow {
  if (typeof value !== 'object' || value === null) {
    return problemRow(number, line, '', 'AS_ROW', 'The line is not an object.');
  }
  const entity = value as { id?: unknown; schema?: unknown; type?: unknown; properties?: unknown };
  const id = entity.id === undefined ? String(number) : String(entity.id);
  const schema = [entity.schema, entity.type].find((word): word is string => typeof word === 'string');
  const query = screenedParty(entity.properties ?? value, schema, unread);
  if (!query) return problemRow(number, line, id, 'AS_FIELD', 'The row has no name.');
  return { number, line, id, query };
}

function* tableRows(
  file: string,
  columns: Readonly<Record<string, string>>,
  report: (issue: Issue) => void,
): Generator<ScreenRow> {
  let mapping: Mapping | undefined;
  let number = 0;
  const firstLine = new TextDecoder().decode(readHeadLine(file));
  const onEncoding = (found: Encoding): void => {
    if (isUnicode(found)) return;
    report({ code: 'AS_FILE_FORMAT', message: guessedEncoding(found), file, line: 1, lost: false });
  };
  const unreadOf = tellUnread(file, report);
  // A row that cannot be used stands among the answers as one that was not screened.
  const unusable: ScreenRow[] = [];
  const onIssue = (issue: Issue): void => {
    if (issue.lost) unusable.push(problemRow(++number, issue.line ?? 0, '', issue.code, issue.message));
    else report(issue);
  };
  const options = {
    file,
    report: onIssue,
    delimiter: guessDelimiter(firstLine),
    onEncoding,
    passOverUnclosed: true,
  };
  for (const row of csvRows(fileChunks(file), options)) {
    yield* unusable.splice(0);
    if (!mapping) {
      mapping = mapColumns(row.cells, columns, file);
      if (mapping.notice) report(mapping.notice);
      if (mapping.hasHeader) continue;
    }
    yield cellsRow(++number, row.line, row.cells, mapping, unreadOf(row.line));
  }
  yield* unusable.splice(0);
}

function readHeadLine(file: string): Uint8Array {
  for (const chunk of fileChunks(file)) {
    const end = chunk.indexOf(10);
    return chunk.subarray(0, end < 0 ? Math.min(chunk.length, 10_000) : end);
  }
  return new Uint8Array();
}

function* sheetRows(
  file: string,
  columns: Readonly<Record<string, string>>,
  report: (issue: Issue) => void,
): Generator<ScreenRow> {
  const unreadOf = tellUnread(file, report);
  const sheet = readWorkbook(readBytes(file), { file }).find(({ rows }) => rows.length > 0);
  if (!sheet) throw new Fault('AS_FILE_EMPTY', 'The workbook has no rows.', { place: { file } });
  const mapping = mapColumns(sheet.rows[0]!, columns, file);
  if (mapping.notice) report(mapping.notice);
  for (let at = mapping.hasHeader ? 1 : 0; at < sheet.rows.length; at++) {
    yield cellsRow(mapping.hasHeader ? at : at + 1, at + 1, sheet.rows[at]!, mapping, unreadOf(at + 1));
  }
}

/** Rows of a Parquet file are read in groups of this many. */
const parquetGroup = 20_000;

async function* parquetRows(
  file: string,
  columns: Readonly<Record<string, string>>,
  report: (issue: Issue) => void,
): AsyncGenerator<ScreenRow> {
  const unreadOf = tellUnread(file, report);
  const buffer = await asyncBufferFromFile(file);
  const metadata = await orDamaged(file, parquetMetadataAsync(buffer));
  const total = Number(metadata.num_rows);
  let mapping: Mapping | undefined;
  for (let from = 0; from < total; from += parquetGroup) {
    const rowEnd = Math.min(total, from + parquetGroup);
    const rows = await orDamaged(
      file,
      parquetReadObjects({ file: buffer, metadata, rowStart: from, rowEnd }),
    );
    for (const [at, row] of rows.entries()) {
      const names = Object.keys(row);
      if (!mapping) {
        mapping = mapColumns(names, columns, file);
        if (mapping.notice) report(mapping.notice);
      }
      const cells = names.map((name) => cellText(row[name]));
      const number = from + at + 1;
      yield cellsRow(number, number, cells, mapping, unreadOf(number));
    }
  }
}

/** The reader of Parquet throws plain errors, and reads on where bytes are wrong until it stumbles. */
async function orDamaged<T>(file: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw new Fault('AS_FILE_FORMAT', 'The Parquet file is damaged, or written in a way that is not read.', {
      place: { file },
      remedy: 'Write it again, or save it as CSV.',
      cause,
    });
  }
}

/** A day as ISO text, whatever the time zone of the machine; other values as they are. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

interface Mapping {
  readonly hasHeader: boolean;
  /** Property of each column, or undefined. */
  readonly properties: readonly (string | undefined)[];
  /** What has to be said of how the columns were understood. */
  readonly notice?: Issue;
}

/** A file of numbers is screened by them; one of names under a header that is not known would come out clear. */
function byIdentifierAlone(header: readonly string[], file: string): Issue {
  return {
    code: 'AS_FILE_FORMAT',
    message: `No column says that it holds names: the rows were screened by their identifiers alone. Where one of ${header.join(', ').slice(0, 200)} holds names, call it “name”.`,
    file,
    line: 1,
    lost: false,
  };
}

/** Said aloud, since a file of something else would be screened by a column of numbers and come out clear. */
function withoutHeader(cells: readonly string[], file: string): Issue {
  const [first = '', ...others] = cells.map((cell) => cell.trim().slice(0, 40));
  return {
    code: 'AS_FILE_FORMAT',
    message: `No column says that it holds names: the first one, which begins with “${first}”, was read as names, and ${others.length} more were not read. Where that is wrong, call the column of names “name”.`,
    file,
    line: 1,
    lost: false,
  };
}

/** Which column holds what: as told by the user, else by its header; a file without header has names in column one. */
function mapColumns(cells: readonly string[], told: Readonly<Record<string, string>>, file: string): Mapping {
  const header = uniqueHeader(cells);
  const lower = header.map((name) => name.toLowerCase());
  const properties: (string | undefined)[] = header.map((name) => propertyOfColumn(name));
  for (const [property, column] of Object.entries(told)) {
    const at = lower.indexOf(column.toLowerCase());
    if (at < 0) {
      throw new Fault('AS_UNKNOWN_WORD', `The file has no column "${column}".`, {
        place: { file, line: 1 },
        remedy: `Its columns are: ${header.join(', ')}.`,
      });
    }
    for (const [index, known] of properties.entries()) if (known === property) properties[index] = undefined;
    properties[at] = property;
  }
  const has = (wanted: readonly string[]) =>
    properties.some((one) => one !== undefined && wanted.includes(one));
  if (has(['name', 'lastName'])) return { hasHeader: true, properties };
  if (has(identifierProperties))
    return { hasHeader: true, properties, notice: byIdentifierAlone(header, file) };
  return {
    hasHeader: false,
    properties: header.map((_, at) => (at === 0 ? 'name' : undefined)),
    ...(cells.length > 1 ? { notice: withoutHeader(cells, file) } : {}),
  };
}

function cellsRow(
  number: number,
  line: number,
  cells: readonly string[],
  mapping: Mapping,
  unread?: (value: UnreadValue) => void,
): ScreenRow {
  const values: Record<string, string[]> = {};
  for (const [at, property] of mapping.properties.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (property === undefined || cell === '') continue;
    values[property] ??= [];
    values[property].push(cell);
  }
  const id = values['id']?.[0] ?? String(number);
  const query = screenedParty(values, values['schema']?.[0], unread);
  if (!query) return problemRow(number, line, id, 'AS_FIELD', 'The row has no name.');
  return { number, line, id, query };
}

/** Tells of each property once what of it was no evidence: a column can be full of it. */
export function tellUnread(
  file: string,
  report: (issue: Issue) => void,
): (line: number) => (value: UnreadValue) => void {
  const told = new Set<string>();
  return (line) =>
    ({ property, value }) => {
      if (told.has(property)) return;
      told.add(property);
      const what = property === 'country' ? 'no country that is known' : 'no date';
      const message = `“${value.slice(0, 60)}” is ${what}: it was not used as evidence, nor were others like it.`;
      report({ code: 'AS_FIELD', message, file, line, lost: false });
    };
}

function problemRow(number: number, line: number, id: string, code: string, message: string): ScreenRow {
  return { number, line, id: id || String(number), problem: { code, message } };
}
