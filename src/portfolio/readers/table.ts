import {
  type CsvRow,
  csvRows,
  guessedEncoding,
  isUnicode,
  oneChunk,
  readWorkbook,
} from '../../formats/index.ts';
import { Fault, type Issue } from '../../model/index.ts';
import {
  type ColumnMapping,
  isSecretHeader,
  reasonNotInventory,
  type TableKind,
  tableKinds,
} from '../column-mapping.ts';
import { append, type FileReading, type PortfolioFile, type ReadOptions, startReading } from '../reading.ts';
import type { Sighting } from '../sighting.ts';
import { flatCells } from './flat-cells.ts';
import { asObject } from './json-shape.ts';
import { contractOfRow, holdingOfRow, paymentOfRow, vendorOfRow } from './table-assets.ts';
import { sightingOfRow } from './table-devices.ts';
import { createRowReader } from './table-row.ts';
import { delimiterOf, openTable } from './table-start.ts';
import { UnreadCells } from './unread-cells.ts';

/** Reads a CSV file (any usual delimiter and encoding) as a table of devices, vendors, contracts, holdings or payments. */
export function readCsvTable(file: PortfolioFile, options: ReadOptions): FileReading {
  const issues: Issue[] = [];
  const notices: string[] = [];
  const rows = csvRows(oneChunk(file.bytes), {
    file: file.name,
    delimiter: delimiterOf(file.bytes),
    report: (issue) => issues.push(issue),
    passOverUnclosed: true,
    onEncoding(found) {
      if (!isUnicode(found)) notices.push(guessedEncoding(found));
    },
  });
  const reading = readRows(file.name, rows, options, issues, 'CSV');
  return { ...reading, notices: [...notices, ...reading.notices] };
}

/** Reads the sheets of an XLSX or ODS file; a sheet that is no portfolio table is named in the notices. */
export function readWorkbookTables(file: PortfolioFile, options: ReadOptions): FileReading {
  const draft = startReading();
  let mapping: ColumnMapping | undefined;
  const unplaced: { sheet: string; sightings: readonly Sighting[] }[] = [];
  for (const sheet of readWorkbook(file.bytes, { file: file.name })) {
    const name = `${file.name}#${sheet.name}`;
    const rows = sheet.rows
      .map((cells, index): CsvRow => ({ line: index + 1, cells }))
      .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
    if (rows.length === 0) continue;
    try {
      const reading = readRows(name, rows, options, [], 'workbook');
      draft.rows += reading.rows;
      const isPlaced = reading.sightings.some(({ site }) => site !== undefined);
      if (reading.sightings.length > 0 && !isPlaced)
        unplaced.push({ sheet: sheet.name, sightings: reading.sightings });
      else append(draft.sightings, reading.sightings);
      append(draft.assets, reading.assets);
      append(draft.issues, reading.issues);
      append(draft.notices, reading.notices);
      mapping ??= reading.mapping;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      draft.notices.push(`sheet "${sheet.name}": ${error.message}`);
    }
  }
  // A sheet for each building is how many registers say where a thing stands.
  const isBySheet = unplaced.length > 1;
  for (const { sheet, sightings } of unplaced)
    append(draft.sightings, isBySheet ? sightings.map((one) => ({ ...one, site: sheet })) : sightings);
  if (isBySheet)
    draft.notices.push(
      `no column says the site: the names of the sheets are taken (${unplaced.map(({ sheet }) => sheet).join(', ')})`,
    );
  if (!mapping && draft.notices.length > 0) {
    throw new Fault('AS_FILE_FORMAT', `No sheet is a table that is known: ${draft.notices.join(' ')}`, {
      place: { file: file.name },
      remedy:
        'Name the columns (brand, model, MAC, site; or vendor; or ISIN), or give --mapping FILE; docs/equipment.md shows one.',
    });
  }
  return { ...draft, reader: 'workbook', ...(mapping ? { mapping } : {}) };
}

/** Reads JSON objects (lines of a file, or a list) as a table whose columns are their keys, nested ones with dots. */
export function readJsonTable(
  file: PortfolioFile,
  entries: Iterable<{ readonly line: number; readonly value?: unknown; readonly issue?: Issue }>,
  options: ReadOptions,
): FileReading {
  const issues: Issue[] = [];
  const objects: { line: number; cells: ReadonlyMap<string, string> }[] = [];
  const header = new Set<string>();
  for (const { line, value, issue } of entries) {
    const object = asObject(value);
    if (object) {
      const cells = flatCells(object);
      objects.push({ line, cells });
      for (const key of cells.keys()) header.add(key);
    } else {
      issues.push(
        issue ?? { code: 'AS_ROW', message: 'The line is no object.', file: file.name, line, lost: true },
      );
    }
  }
  const keys = [...header];
  const rows: CsvRow[] = objects.map(({ line, cells }) => ({
    line,
    cells: keys.map((key) => cells.get(key) ?? ''),
  }));
  return readRows(file.name, [{ line: 0, cells: keys }, ...rows], options, issues, 'JSON');
}

function readRows(
  file: string,
  rows: Iterable<CsvRow>,
  options: ReadOptions,
  issues: Issue[],
  form: string,
): FileReading {
  const draft = startReading();
  const broken = stoppingAtFaults(rows);
  const kind = tableKinds.find((one) => one === options.kind || `${one.slice(0, -1)}` === options.kind);
  const table = openTable(
    broken.rows,
    file,
    { ...options, tableKind: kind },
    (header, line) => refusal(file, header, line, kind),
    undefined,
    (header, line) => {
      const reason = kind || options.mapping ? undefined : reasonNotInventory(header);
      if (reason) throw refusal(file, header, line, kind);
    },
  );
  const { header, mapping, style } = table;
  issues.unshift(...table.dayIssues);
  if (table.isHeaderless)
    draft.notices.push(
      `no row names the columns: they were told by their values (${Object.entries(mapping.columns)
        .map(([field, name]) => `${field} in ${name}`)
        .join(', ')})`,
    );
  else if (table.above > 0)
    draft.notices.push(`${table.above} row${table.above > 1 ? 's' : ''} above the header passed over`);
  for (const name of mapping.dropped) {
    draft.notices.push(
      isSecretHeader(name)
        ? `column "${name}" may hold secrets: dropped unread`
        : `column "${name}" is about a person: not read`,
    );
  }
  const unread = new UnreadCells();
  const read = createRowReader(file, header, mapping, style, options.currency, (cell) => unread.add(cell));
  const take = (row: CsvRow) => {
    draft.rows++;
    if (row.cells.length > header.length) {
      issues.push({
        code: 'AS_ROW',
        message: `The row has ${row.cells.length} cells and the header ${header.length}.`,
        file,
        line: row.line,
        lost: false,
      });
    }
    if (!row.cells.some((cell) => cell.trim() !== '')) return;
    const view = read(row);
    const lost = (message: string) =>
      issues.push({ code: 'AS_ROW', message, file, line: row.line, lost: true });
    switch (mapping.kind) {
      case 'devices': {
        const sighting = sightingOfRow(view);
        if (sighting) draft.sightings.push(sighting);
        else lost('The row names no device: no brand, model, address, hardware address or description.');
        return;
      }
      case 'vendors':
        return addAsset(vendorOfRow(view), 'The row names no vendor.');
      case 'contracts':
        return addAsset(contractOfRow(view), 'The row names no counterparty.');
      case 'holdings':
        return addAsset(holdingOfRow(view), 'The row names no issuer and no ISIN.');
      case 'payments':
        return addAsset(paymentOfRow(view), 'The row names neither payer nor payee.');
    }
    function addAsset(asset: Parameters<typeof draft.assets.push>[0] | undefined, message: string): void {
      if (asset) draft.assets.push(asset);
      else lost(message);
    }
  };
  for (const row of table.rows()) take(row);
  draft.notices.push(...unread.notices());
  const fault = broken.fault();
  if (fault) {
    const { code, message, remedy, place } = fault;
    issues.push({ code, message: `${message} ${remedy ?? ''}`.trim(), file, ...place, lost: true });
  }
  append(draft.issues, issues);
  return { ...draft, reader: mapping.profile ?? `${mapping.kind} table (${form})`, mapping };
}

/** What was whole before a break is kept; the break itself is told with its line. */
function stoppingAtFaults(rows: Iterable<CsvRow>): { rows: Iterator<CsvRow>; fault(): Fault | undefined } {
  let fault: Fault | undefined;
  const guarded = function* (): Generator<CsvRow> {
    try {
      yield* rows;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      fault = error;
    }
  };
  return { rows: guarded(), fault: () => fault };
}

function refusal(file: string, header: readonly string[], line: number, kind: TableKind | undefined): Fault {
  const reason = kind ? undefined : reasonNotInventory(header);
  return new Fault(
    'AS_FILE_FORMAT',
    reason
      ? `The table is ${reason}.`
      : `The columns say nothing that is known: ${header.slice(0, 8).join(', ')}.`,
    {
      place: { file, line },
      remedy: reason
        ? 'Should it be another table, give its columns with --mapping FILE.'
        : 'Name the columns (brand, model, MAC, site; or vendor; or ISIN), or give --mapping FILE; docs/equipment.md shows one.',
    },
  );
}
