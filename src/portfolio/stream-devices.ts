import { type Chunks, csvRows, type JsonLine, jsonLines } from '../formats/index.ts';
import { type Device, Fault, type Issue } from '../model/index.ts';
import { deviceOfSighting } from './merge-devices.ts';
import { createHostCollector, readShodanBanner } from './readers/shodan.ts';
import { addressesOfRow, sightingOfRow } from './readers/table-devices.ts';
import { createRowReader, type MappedRow } from './readers/table-row.ts';
import { openTable } from './readers/table-start.ts';
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
  for (const row of mappedRows(chunks, options)) {
    const { mac, address } = addressesOfRow(row);
    yield { mac, address };
  }
}

function* mappedRows(chunks: Chunks, options: StreamOptions): Generator<MappedRow> {
  const { file, report } = options;
  const rows = csvRows(chunks, report ? { file, report } : { file });
  const table = openTable(
    rows,
    file,
    { ...options, tableKind: 'devices' },
    (_header, line) =>
      new Fault('AS_FILE_FORMAT', 'The columns say nothing of devices.', {
        place: { file, line },
        remedy: 'Name the columns (brand, model, MAC, site), or give a column mapping.',
      }),
  );
  const read = createRowReader(file, table.header, table.mapping, table.sample, options.currency);
  for (const row of table.rows()) yield read(row);
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
