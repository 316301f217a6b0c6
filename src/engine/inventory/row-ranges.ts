import { closeSync, openSync, readSync } from 'node:fs';
import { detectEncoding, type Encoding } from '../../formats/index.ts';

/** Whole rows of a table: bytes from `from` up to `to`, the first row on line `line`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

export interface CutRows {
  readonly ranges: readonly RowRange[];
  /** Told from the first bytes that are no plain ASCII, so that all ranges are read alike; missing where all are. */
  readonly encoding?: Encoding;
}

const pieceBytes = 2 ** 20;
/** A row that is longer than this is left to the reading row by row, which names and passes over it. */
const longestRow = 4_000_000;
/** Encodings in which quotes, delimiters and line ends are bytes of their own. */
const cuttable: ReadonlySet<Encoding> = new Set([
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'euc-kr',
]);

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/** Where in a row a byte stands, as the reader of rows sees it. */
type State = 'at the start of a cell' | 'in a plain cell' | 'in quotes' | 'behind a quote';

/**
 * Cuts a delimited table into ranges of about `rangeBytes` that hold whole rows, line ends inside quotes included, and counts
 * its lines. Nothing where the file cannot be cut safely: two-byte encodings, rows without end, quotes that never close.
 */
export function cutRows(file: string, delimiter: string, rangeBytes: number): CutRows | undefined {
  const delimiterByte = delimiter.charCodeAt(0);
  const ranges: RowRange[] = [];
  const piece = Buffer.alloc(pieceBytes);
  const handle = openSync(file, 'r');
  let encoding: Encoding | undefined;
  let state: State = 'at the start of a cell';
  let isAfterReturn = false;
  let [from, fromLine, line, rowFrom, at] = [0, 1, 1, 0, 0];
  try {
    for (;;) {
      const read = readSync(handle, piece, 0, pieceBytes, null);
      if (read === 0) break;
      const bytes = piece.subarray(0, read);
      for (let index = 0; index < read; index++, at++) {
        const byte = bytes[index]!;
        if (encoding === undefined && (byte >= 0x80 || byte === 0)) {
          encoding = detectEncoding(bytes, read < pieceBytes);
          if (!cuttable.has(encoding)) return undefined;
        }
        if (byte === lineFeed && isAfterReturn) {
          // The second half of a line end: it belongs to the row before.
          isAfterReturn = false;
          if (state === 'at the start of a cell' && rowFrom === at) {
            rowFrom = at + 1;
            if (from === at) from = at + 1;
            const last = ranges.at(-1);
            if (last?.to === at) ranges[ranges.length - 1] = { ...last, to: at + 1 };
          }
          continue;
        }
        isAfterReturn = byte === carriageReturn;
        if (byte === lineFeed || byte === carriageReturn) {
          line++;
          if (state === 'in quotes') continue;
          state = 'at the start of a cell';
          if (at - rowFrom > longestRow) return undefined;
          rowFrom = at + 1;
          if (rowFrom - from >= rangeBytes) {
            ranges.push({ from, to: rowFrom, line: fromLine });
            [from, fromLine] = [rowFrom, line];
          }
        } else if (state === 'in quotes') {
          if (byte === quote) state = 'behind a quote';
        } else if (byte === delimiterByte) state = 'at the start of a cell';
        else if (byte === quote && state === 'behind a quote') state = 'in quotes';
        else if (byte === quote && state === 'at the start of a cell') state = 'in quotes';
        else state = 'in a plain cell';
      }
      if (at - rowFrom > longestRow) return undefined;
    }
  } finally {
    closeSync(handle);
  }
  if (state === 'in quotes') return undefined;
  if (at > from) ranges.push({ from, to: at, line: fromLine });
  return { ranges, ...(encoding === undefined ? {} : { encoding }) };
}
