import { csvRows } from '../../formats/csv.ts';
import type { Issue } from '../../model/fault.ts';
import { watchEnd } from '../file-end.ts';
import { emptyList, lostRow, truncated, wrongFormat } from '../refusals.ts';
import type { SourceFile } from '../source.ts';

/** A row of a legacy file, `-0-` turned into nothing. */
export interface LegacyRow {
  readonly line: number;
  readonly id: string;
  readonly cells: readonly string[];
}

/**
 * Rows of one file of the legacy set: no header, `-0- ` for null, a last line that holds only 0x1A. A file of OFAC's own
 * bytes (CRLF) without that closing mark is cut off; a copy with normalised line ends may have lost it, which is reported.
 */
export function* legacyRows(
  file: SourceFile,
  width: number,
  report: (issue: Issue) => void,
  strictEnd = true,
): Generator<LegacyRow, number> {
  const end = watchEnd(file);
  let count = 0;
  let last: LegacyRow | undefined;
  let narrow: { line: number; cells: number } | undefined;
  for (const row of csvRows(end.chunks(), { file: file.name, delimiter: ',', report })) {
    if (narrow) {
      report(lostRow(file.name, `The row has ${narrow.cells} cells instead of ${width}.`, narrow.line));
      narrow = undefined;
    }
    const id = row.cells[0]!.trim();
    if (count === 0 && !(row.cells.length === width && /^\d+$/.test(id))) {
      throw wrongFormat(
        file.name,
        `The first row is not one of the ${width} columns of the legacy format, beginning with a number.`,
        row.line,
      );
    }
    count++;
    if (row.cells.length !== width || !/^\d+$/.test(id)) {
      narrow = { line: row.line, cells: row.cells.length };
      continue;
    }
    if (last) yield last;
    last = { line: row.line, id, cells: row.cells.map(withoutNull) };
  }
  if (count === 0) throw emptyList(file.name);
  const tail = end.tail();
  if (narrow) {
    throw truncated(file.name, `The last row has ${narrow.cells} of ${width} cells.`, narrow.line);
  }
  if (!tail.includes('\u001a')) {
    const isNormalised = !tail.includes('\r') && !/\r$/.test(tail);
    if (strictEnd && !isNormalised) throw truncated(file.name, 'The closing mark (0x1A) is missing.');
    report({
      code: 'AS_FILE_FORMAT',
      message: 'The closing mark (0x1A) is missing, so that it cannot be told whether the file is whole.',
      file: file.name,
      lost: false,
    });
  }
  if (last) yield last;
  return count;
}

/** `-0- ` is null; a file cut by a copying tool may end in `-0`. */
function withoutNull(cell: string): string {
  const text = cell.trim();
  return text === '-0-' || text === '-0' ? '' : text;
}
