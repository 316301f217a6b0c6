import {
  type Chunks,
  type CsvRow,
  csvRows,
  type JsonLine,
  jsonLines,
  uniqueHeader,
} from '../formats/index.ts';
import { type Device, Fault, type Issue } from '../model/index.ts';
import { learnMapping } from './column-mapping.ts';
import { deviceOfSighting } from './merge-devices.ts';
import { createHostCollector, readShodanBanner } from './readers/shodan.ts';
import { sightingOfRow } from './readers/table-devices.ts';
import { createRowReader, type MappedRow } from './readers/table-row.ts';
import { present, type ReadOptions } from './reading.ts';

export interface StreamOptions extends ReadOptions {
  readonly file: string;
  readonly report?: (issue: Issue) => void;
}

/** Rows of a device table one by one, for files of any length; at most fifty are held. Rows are not brought together. */
export function* streamDeviceTable(chunks: Chunks, options: StreamOptions): Generator<Device> {
  for (const row of mappedRows(chunks, options)) {
    const sighting = sightingOfRow(row);
    if (sighting) yield deviceOfSighting(sighting);
    else {
      const { file, line } = row.row;
      options.report?.({ code: 'AS_ROW', message: 'The row names no device.', file, line, lost: true });
    }
  }
}

/** Hardware and network address of each row alone: the quick first pass that finds routers in front of several units. */
export function* streamAddresses(
  chunks: Chunks,
  options: StreamOptions,
): Generator<{ mac: string | undefined; address: string | undefined }> {
  for (const row of mappedRows(chunks, options)) yield { mac: row.text('mac'), address: row.text('address') };
}

function* mappedRows(chunks: Chunks, options: StreamOptions): Generator<MappedRow> {
  const { file, report } = options;
  const rows = csvRows(chunks, report ? { file, report } : { file })[Symbol.iterator]();
  const first = rows.next();
  if (first.done) {
    throw new Fault('AS_FILE_EMPTY', 'The table has no rows.', {
      place: { file },
      remedy: 'Check the export.',
    });
  }
  const header = uniqueHeader(first.value.cells);
  const sample: CsvRow[] = [];
  for (let next = rows.next(); !next.done; next = rows.next()) {
    sample.push(next.value);
    if (sample.length === 50) break;
  }
  const mapping =
    options.mapping ??
    learnMapping(
      header,
      sample.map((row) => row.cells),
      'devices',
    );
  if (!mapping) {
    throw new Fault('AS_FILE_FORMAT', 'The columns say nothing of devices.', {
      place: { file, line: first.value.line },
      remedy: 'Name the columns (brand, model, MAC, site), or give a column mapping.',
    });
  }
  const read = createRowReader(file, header, mapping, sample, options.currency);
  for (const row of sample) yield read(row);
  for (let next = rows.next(); !next.done; next = rows.next()) yield read(next.value);
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
