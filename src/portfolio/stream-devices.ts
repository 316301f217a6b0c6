import { type Chunks, csvRows, type Encoding, type JsonLine, jsonLines } from '../formats/index.ts';
import { type Device, Fault, type Issue } from '../model/index.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { deviceOfSighting } from './merged-device.ts';
import { createHostCollector, readShodanBanner } from './readers/shodan.ts';
import { addressesOfRow, sightingOfRow } from './readers/table-devices.ts';
import { createRowReader, type MappedRow, type TableStyle } from './readers/table-row.ts';
import { delimiterOf, openTable } from './readers/table-start.ts';
import { present, type ReadOptions } from './reading.ts';

export interface StreamOptions extends ReadOptions {
  readonly file: string;
  readonly report?: (issue: Issue) => void;
}

/** What has to be known of a device table to read any part of it alone; plain data. */
export interface DeviceTableShape {
  readonly file: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  /** How days and numbers are written. */
  readonly style: TableStyle;
  /** Columns whose days have two readings, and how they are read. */
  readonly dayIssues: readonly Issue[];
  /** Rows up to this line are no devices. */
  readonly headerLine: number;
  readonly currency?: string;
  readonly encoding?: Encoding;
}

/** Learns the columns of a device table from its first rows. Throws `AS_FILE_FORMAT` where they say nothing of devices. */
export function deviceTableShape(chunks: Chunks, options: StreamOptions): DeviceTableShape {
  const { file, currency } = options;
  const iterator = chunks[Symbol.iterator]();
  const first = iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  const delimiter = delimiterOf(head);
  const passedOver: Issue[] = [];
  const rows = csvRows(startingWith(head, iterator), {
    file,
    delimiter,
    passOverUnclosed: true,
    report: (issue) => passedOver.push(issue),
  });
  const table = openTable(
    rows,
    file,
    { ...options, tableKind: 'devices' },
    (_header, line) =>
      new Fault('AS_FILE_FORMAT', 'The columns say nothing of devices.', {
        place: { file, line },
        remedy:
          'Name the columns (brand, model, MAC, site), or give --mapping FILE; docs/equipment.md shows one.',
      }),
    (place) =>
      new Fault(
        passedOver[0]?.code ?? 'AS_FILE_EMPTY',
        `The table has no rows that can be read. ${passedOver[0]?.message ?? ''}`.trim(),
        {
          place: { ...place, ...(passedOver[0]?.line ? { line: passedOver[0].line } : {}) },
          remedy: 'Check that it is the export meant.',
        },
      ),
  );
  rows.return(undefined);
  const { header, mapping, style, dayIssues, headerLine } = table;
  return {
    file,
    delimiter,
    header,
    mapping,
    style,
    dayIssues,
    headerLine,
    ...(currency === undefined ? {} : { currency }),
  };
}

function* startingWith(head: Uint8Array, rest: Iterator<Uint8Array>): Generator<Uint8Array> {
  yield head;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** A part of a device table: bytes of whole rows, the first of them on `firstLine` of the file. */
export interface TablePart {
  readonly chunks: Chunks;
  readonly firstLine: number;
}

/** The devices of a part, row by row, for files of any length. Rows are not brought together. */
export function* devicesInPart(
  part: TablePart,
  shape: DeviceTableShape,
  report?: (issue: Issue) => void,
): Generator<Device> {
  for (const row of rowsOfPart(part, shape, report)) {
    const sighting = sightingOfRow(row);
    if (sighting) yield deviceOfSighting(sighting);
    else {
      const { file, line } = row.row;
      report?.({ code: 'AS_ROW', message: 'The row names no device.', file, line, lost: true });
    }
  }
}

/** Hardware and network address of each row alone: the quick first pass that finds routers in front of several units. */
export function* addressesInPart(
  part: TablePart,
  shape: DeviceTableShape,
): Generator<{ mac: string | undefined; address: string | undefined }> {
  for (const row of rowsOfPart(part, shape)) yield addressesOfRow(row);
}

function* rowsOfPart(
  { chunks, firstLine }: TablePart,
  { file, delimiter, header, mapping, style, headerLine, currency, encoding }: DeviceTableShape,
  report?: (issue: Issue) => void,
): Generator<MappedRow> {
  const read = createRowReader(file, header, mapping, style, currency);
  const told = report && ((issue: Issue) => report({ ...issue, line: (issue.line ?? 1) + firstLine - 1 }));
  const rows = csvRows(chunks, {
    file,
    delimiter,
    passOverUnclosed: true,
    ...(encoding === undefined ? {} : { encoding }),
    ...(told ? { report: told } : {}),
  });
  for (const { line, cells } of rows) {
    const at = line + firstLine - 1;
    if (at > headerLine && cells.some((cell) => cell.trim() !== '')) yield read({ line: at, cells });
  }
}

/**
 * Devices of a Shodan download of any length. Of each address only what identifies is held, so memory grows with the
 * number of addresses, not of bytes.
 */
export function* streamShodanDevices(chunks: Chunks, options: StreamOptions): Generator<Device> {
  const hosts = createHostCollector();
  for (const entry of jsonLines(chunks, options.file)) {
    const banner = 'value' in entry ? readShodanBanner(entry.value) : undefined;
    if (banner) hosts.add(banner, entry.line);
    else options.report?.(issueOf(entry, options.file));
  }
  for (const { address, line, signals, name, ...rest } of hosts.hosts()) {
    yield deviceOfSighting({
      row: { file: options.file, line },
      address,
      signals,
      count: 1,
      ...present({ ...rest, hostname: name }),
    });
  }
}

function issueOf(entry: JsonLine, file: string): Issue {
  if ('issue' in entry) return entry.issue;
  return {
    code: 'AS_ROW',
    message: 'The line is no banner: it has no address.',
    file,
    line: entry.line,
    lost: true,
  };
}
