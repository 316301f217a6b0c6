import { unzipSync } from 'fflate';
import { Fault } from '../model/fault.ts';
import { inChunks, tooLarge } from './bytes.ts';
import { cellNumber, cellPercent } from './workbook-number.ts';
import { child, childrenOf, descendants, type XmlElement, xmlRecords } from './xml.ts';

/** A sheet as text cells; empty rows at the end are left off. `line` of a row is its index plus one. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface WorkbookOptions {
  readonly file: string;
  /** Most bytes that the parts may unpack to. Default 600 MB. */
  readonly limit?: number;
}

/** Whether the bytes are a ZIP container, as XLSX and ODS are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The sheets of an XLSX (ECMA-376) or ODS (OpenDocument) file. Formulas give their stored result; dates come out as
 * `YYYY-MM-DD`. Throws `AS_FILE_FORMAT` for other files and `AS_FILE_TOO_LARGE` for what unpacks to more than the limit.
 */
export function readWorkbook(bytes: Uint8Array, options: WorkbookOptions): Sheet[] {
  const parts = unpack(bytes, options);
  if (parts['content.xml']) return readOpenDocument(parts['content.xml'], options.file);
  if (parts['xl/workbook.xml']) return readSpreadsheet(parts, options.file);
  throw new Fault('AS_FILE_FORMAT', 'The file is neither XLSX nor ODS.', {
    place: { file: options.file },
    remedy: 'Save it as XLSX or CSV.',
  });
}

function unpack(
  bytes: Uint8Array,
  { file, limit = 600_000_000 }: WorkbookOptions,
): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (part) => {
        if (
          !/^(xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|content\.xml)$/.test(
            part.name,
          )
        )
          return false;
        total += part.originalSize;
        if (total > limit) throw tooLarge(file, limit);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('AS_FILE_FORMAT', 'The file is damaged or not a workbook.', {
      place: { file },
      remedy: 'Save it again as XLSX or CSV.',
      cause,
    });
  }
}

function elements(bytes: Uint8Array | undefined, file: string, ...names: string[]): Generator<XmlElement> {
  return xmlRecords(inChunks(bytes ?? new TextEncoder().encode('<none/>'), 65_536), {
    file,
    records: new Set(names),
  });
}

function readSpreadsheet(parts: Record<string, Uint8Array>, file: string): Sheet[] {
  const strings: string[] = [];
  for (const item of elements(parts['xl/sharedStrings.xml'], file, 'si')) strings.push(plainText(item));
  const styles = numberStyles(parts['xl/styles.xml'], file);
  const targets = new Map<string, string>();
  for (const relation of elements(parts['xl/_rels/workbook.xml.rels'], file, 'Relationship')) {
    const target = relation.attributes.Target ?? '';
    targets.set(relation.attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const sheets: Sheet[] = [];
  let since1904 = false;
  for (const entry of elements(parts['xl/workbook.xml'], file, 'sheet', 'workbookPr')) {
    if (entry.name === 'workbookPr') {
      since1904 = /^(1|true)$/.test(entry.attributes.date1904 ?? '');
      continue;
    }
    const part = parts[targets.get(entry.attributes.id ?? '') ?? ''];
    if (part)
      sheets.push({
        name: entry.attributes.name ?? '',
        rows: sheetRows(part, file, strings, styles, since1904),
      });
  }
  return sheets;
}

/** Text of `<t>` runs, phonetic guides left out. */
function plainText(item: XmlElement): string {
  return item.children
    .map((inner) =>
      inner.name === 't' ? inner.text : inner.name === 'r' ? (child(inner, 't')?.text ?? '') : '',
    )
    .join('');
}

type Shown = 'day' | 'percent' | undefined;

/** What the number of a cell is shown as, by the index of the cell's style. */
function numberStyles(styles: Uint8Array | undefined, file: string): Shown[] {
  const custom = new Map<number, Shown>();
  const shown: Shown[] = [];
  for (const part of elements(styles, file, 'numFmts', 'cellXfs')) {
    if (part.name === 'numFmts') {
      for (const { attributes } of part.children)
        custom.set(Number(attributes.numFmtId), shownByCode(attributes.formatCode ?? ''));
    } else {
      for (const { attributes } of part.children) {
        const id = Number(attributes.numFmtId);
        shown.push(custom.get(id) ?? shownByNumber(id));
      }
    }
  }
  return shown;
}

function shownByCode(formatCode: string): Shown {
  const code = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (code.includes('%')) return 'percent';
  return /[ymd]/i.test(code) && !/^[^ymd]*general/i.test(code) ? 'day' : undefined;
}

/** The formats that every program knows by number (ECMA-376, 18.8.30). */
function shownByNumber(id: number): Shown {
  if (id === 9 || id === 10) return 'percent';
  const isDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDay ? 'day' : undefined;
}

const widest = 2000;
const longest = 1_048_576;

function sheetRows(
  part: Uint8Array,
  file: string,
  strings: readonly string[],
  styles: readonly Shown[],
  since1904: boolean,
): string[][] {
  const rows: string[][] = [];
  for (const row of elements(part, file, 'row')) {
    const index = Number(row.attributes.r ?? rows.length + 1) - 1;
    if (!Number.isSafeInteger(index) || index < 0 || index > longest) continue;
    while (rows.length < index) rows.push([]);
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const column = columnIndex(cell.attributes.r ?? '', cells.length);
      if (column >= widest) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, strings, styles, since1904);
    }
    rows[index] = cells;
  }
  return rows;
}

function cellText(
  cell: XmlElement,
  strings: readonly string[],
  styles: readonly Shown[],
  since1904: boolean,
): string {
  const value = child(cell, 'v')?.text ?? '';
  switch (cell.attributes.t) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline ? plainText(inline) : '';
    }
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'str':
    case 'e':
      return value;
    default:
      return numberText(value, styles[Number(cell.attributes.s ?? 0)], since1904);
  }
}

function numberText(value: string, shown: Shown, since1904: boolean): string {
  if (value === '') return '';
  if (shown === 'day') return serialDay(Number(value), since1904, value);
  return shown === 'percent' ? cellPercent(value) : cellNumber(value);
}

/** A spreadsheet's serial number as a day. Serial 60 of the 1900 system is 29 February 1900, which never was. */
function serialDay(serial: number, since1904: boolean, text: string): string {
  if (!(serial >= 1 && serial < 2_958_466)) return text;
  const days = since1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
  return new Date(Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

function columnIndex(reference: string, fallback: number): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  if (!letters) return fallback;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function readOpenDocument(content: Uint8Array, file: string): Sheet[] {
  const sheets: Sheet[] = [];
  for (const table of elements(content, file, 'table')) {
    const rows: string[][] = [];
    let empty = 0;
    for (const row of descendants(table, 'table-row')) {
      const cells: string[] = [];
      for (const cell of row.children) {
        if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue;
        const text = openCellText(cell);
        const times = Math.min(
          Number(cell.attributes['number-columns-repeated'] ?? 1),
          widest - cells.length,
        );
        for (let count = 0; count < times; count++) cells.push(text);
      }
      while (cells.at(-1) === '') cells.pop();
      const times = Math.min(
        Number(row.attributes['number-rows-repeated'] ?? 1),
        longest - rows.length - empty,
      );
      if (cells.length === 0) empty += times;
      else {
        for (; empty > 0; empty--) rows.push([]);
        for (let count = 0; count < times; count++) rows.push(cells);
      }
    }
    sheets.push({ name: table.attributes.name ?? '', rows });
  }
  return sheets;
}

/** What the cell holds, where its locale may show it otherwise: `1.234,6 €` for 1234.56. */
function openCellText(cell: XmlElement): string {
  const { value, currency, 'value-type': type, 'date-value': day } = cell.attributes;
  if (day !== undefined) return day.slice(0, 10);
  const shown = childrenOf(cell, 'p').map(allText).join('\n');
  // Noughts in front are part of a number of an article.
  if (value === undefined || /^0\d+$/.test(shown)) return shown;
  if (type === 'percentage') return cellPercent(value);
  return currency === undefined ? cellNumber(value) : `${cellNumber(value)} ${currency}`;
}

function allText(element: XmlElement): string {
  return element.text + element.children.map(allText).join('');
}
