import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import { contentId, type Draft, finishRecord, startRecord, uniqueIds } from '../record-draft.ts';
import { emptyList, lostRow } from '../refusals.ts';
import type { Format, ListFacts, Source, SourceFile } from '../source.ts';
import { type TableOptions, type TableRow, tableOfFile } from '../table.ts';
import { hasTwoReadings, readExactDay } from '../written-day.ts';
import { applyRow, primaryName } from './apply-row.ts';
import type { Mapping } from './mapping.ts';

/** What a format has beyond its mapping: where its header stands and what stands above it. */
export interface MappedExtras {
  readonly id?: string;
  readonly title?: string;
  readonly partial?: true;
  /** Refines a record once all its rows are applied. */
  readonly detail?: (draft: Draft) => void;
  /** The publication day, from the lines above the header. */
  readonly published?: (preamble: readonly (readonly string[])[]) => Day | undefined;
  /** The publisher’s file always ends in a line end. */
  readonly endsWithLineEnd?: true;
  /** The mapping is the user's: where it does not say the order of days, that is told of each column that leaves it open. */
  readonly tellsDayOrder?: true;
  /** Rows that are no entries, such as blank fillers. */
  readonly skips?: (row: TableRow) => boolean;
}

/** A list that is one table, read as its mapping says. */
export function mappedFormat(mapping: Mapping, extras: MappedExtras = {}): Format {
  const required = Object.keys(mapping.columns).filter((column) => !mapping.optional.includes(column));
  const pattern = new RegExp(mapping.file, 'i');
  const fields = {
    mapped: Object.keys(mapping.columns),
    leftOut: Object.entries(mapping.leftOut).map(([field, why]) => ({ field, why })),
  };
  return {
    id: extras.id ?? `${mapping.id}-table`,
    title: extras.title ?? mapping.title,
    files: [{ pattern, required: true }],
    ...(extras.partial ? { partial: true } : {}),
    recognises: (head, name) =>
      pattern.test(name.replace(/\.gz$/i, '')) &&
      (head.startsWith('PK') || required.every((column) => headerHas(head, column))),
    read: (files, report) => readMapped(mapping, extras, { format: fields, report, required }, files[0]!),
    ...fields,
  };
}

/** A list of one's own, or any that this program does not know, as source. */
export function mappedSource(mapping: Mapping): Source {
  return {
    id: mapping.id,
    title: mapping.title,
    publisher: mapping.publisher,
    regimes: [mapping.regime],
    addresses: [],
    freshnessDays: mapping.freshnessDays,
    mayLosePercent: mapping.mayLosePercent,
    licence: mapping.licence,
    verified: 'secondary',
    formats: [mappedFormat(mapping)],
  };
}

function headerHas(head: string, column: string): boolean {
  return head.slice(0, 8000).includes(column);
}

function* readMapped(
  mapping: Mapping,
  extras: MappedExtras,
  shared: Pick<TableOptions, 'format' | 'report' | 'required'>,
  file: SourceFile,
): Generator<SourceRecord, ListFacts> {
  const preamble: (readonly string[])[] = [];
  const options: TableOptions = {
    ...shared,
    ...(mapping.delimiter ? { delimiter: mapping.delimiter } : {}),
    ...(extras.published ? { onPreamble: (cells) => preamble.push(cells) } : {}),
    ...(extras.endsWithLineEnd ? { endsWithLineEnd: true } : {}),
  };
  const rows = tableOfFile(file, options);
  const unique = uniqueIds();
  const open = new Map<string, Draft>();
  const onDay =
    extras.tellsDayOrder && mapping.numberOrder === undefined
      ? tellDayOrder(file.name, shared.report)
      : undefined;
  let count = 0;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    const row = step.value;
    if (extras.skips?.(row)) continue;
    count++;
    const primary = primaryName(mapping, row);
    if (primary === undefined) {
      shared.report(lostRow(file.name, 'The row has no name.', row.line));
      continue;
    }
    const id = entryId(mapping, row, primary);
    const known = mapping.group ? open.get(id) : undefined;
    const draft = known ?? startRecord(mapping.group ? id : unique(id), mapping.schema, file.name, row.line);
    applyRow(draft, mapping, row, file.name, shared.report, onDay);
    if (mapping.group) open.set(id, draft);
    else yield finish(draft, extras);
  }
  if (count === 0) throw emptyList(file.name);
  for (const draft of open.values()) yield finish(draft, extras);
  const published = extras.published?.(preamble);
  return { counts: { rows: count }, ...(published ? { published } : {}) };
}

/** Tells once of each column that a day in it could be read another way. */
function tellDayOrder(file: string, report: (issue: Issue) => void) {
  const told = new Set<string>();
  return (column: string, cell: string, line: number): void => {
    if (told.has(column) || !hasTwoReadings(cell)) return;
    told.add(column);
    report({
      code: 'AS_DAY',
      message: `“${cell}” is read day first, as ${readExactDay(cell)}: write numberOrder, day first or month first, in the mapping.`,
      file,
      line,
      field: column,
      lost: false,
    });
  };
}

function finish(draft: Draft, extras: MappedExtras): SourceRecord {
  extras.detail?.(draft);
  return finishRecord(draft);
}

function entryId(mapping: Mapping, row: TableRow, name: string): string {
  let country = '';
  for (const [column, role] of Object.entries(mapping.columns)) {
    if (role.to === 'entry id') {
      const id = row.get(column);
      if (id) return id;
    }
    if (role.to === 'country' && country === '') country = row.get(column) ?? '';
  }
  return contentId(name, countryCode(country) ?? country);
}
