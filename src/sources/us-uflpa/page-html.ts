import { decodeText, joinChunks } from '../../formats/bytes.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { splitBracketedNames } from '../mapping/bracketed-names.ts';
import {
  addAttribute,
  addName,
  contentId,
  type Draft,
  finishRecord,
  regime,
  startRecord,
} from '../record-draft.ts';
import { emptyList, lostRow, truncated, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { readExactDay } from '../written-day.ts';
import { sectionsOf } from './sections.ts';

/** The DHS page itself: one table for each clause of the Act, under a heading that cites it. */
export const uflpaPage: Format = {
  id: 'uflpa-page-html',
  title: 'The UFLPA Entity List page of DHS, HTML',
  files: [{ pattern: /\.html?$/i, required: true }],
  recognises: (head) => /<html/i.test(head) && /UFLPA Entity List/i.test(head),
  read: (files, report) => readPage(files[0]!, report),
  mapped: ['Name of Entity', 'Entity Name', 'Effective Date', 'heading', 'Last Updated'],
  leftOut: [{ field: 'text outside the tables', why: 'explanations and navigation of the page' }],
};

function* readPage(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const html = decodeText(joinChunks(file.chunks(), file.name)).text;
  if (html.trim() === '') throw emptyList(file.name);
  const tables = [...html.matchAll(/<table\b[^>]*>(.*?)<\/table>/gis)].filter((table) =>
    /Name of Entity|Entity Name/i.test(table[1]!),
  );
  if (!/<html/i.test(html) || !/UFLPA/i.test(html)) throw wrongFormat(file.name, 'It is not the DHS page.');
  if (!/<\/html>\s*$/i.test(html)) throw truncated(file.name, 'The page does not end.');
  if (tables.length === 0) throw wrongFormat(file.name, 'There is no table of entities on the page.');
  const drafts = new Map<string, Draft>();
  let rows = 0;
  let end = 0;
  for (const table of tables) {
    const sections = sectionsOf(plainText(html.slice(end, table.index).slice(-2000))).slice(-1);
    end = table.index + table[0].length;
    for (const row of table[1]!.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gis)) {
      const cells = [...row[1]!.matchAll(/<td\b[^>]*>(.*?)<\/td>/gis)].map((cell) => plainText(cell[1]!));
      if (cells.length === 0) continue;
      rows++;
      const line = lineOf(html, table.index + table[0].indexOf(row[0]));
      if (!cells[0]) {
        report(lostRow(file.name, 'The row has no name.', line));
        continue;
      }
      addRow(drafts, file.name, line, cells[0], cells[1], sections, report);
    }
  }
  if (rows === 0) throw emptyList(file.name);
  for (const draft of drafts.values()) yield finishRecord(draft);
  const published = updatedDay(html);
  return { counts: { rows, tables: tables.length }, ...(published ? { published } : {}) };
}

function addRow(
  drafts: Map<string, Draft>,
  file: string,
  line: number,
  text: string,
  dayText: string | undefined,
  programs: readonly string[],
  report: (issue: Issue) => void,
): void {
  const names = splitBracketedNames(text);
  const id = contentId(names.name, 'cn');
  const draft = drafts.get(id) ?? startRecord(id, 'Company', file, line);
  drafts.set(id, draft);
  addName(draft, names.name, 'primary');
  for (const other of names.others) addName(draft, other.text, other.kind);
  addAttribute(draft, 'also listed', names.rest);
  const from = readExactDay(dayText, 'month first');
  if (!from) {
    report({
      code: 'AS_FIELD',
      message: `"${dayText ?? ''}" is not a day.`,
      file,
      line,
      field: 'Effective Date',
      lost: false,
    });
  }
  const citation = 'Uyghur Forced Labor Prevention Act, Public Law 117-78';
  draft.listings.push({
    regime: regime('us-uflpa'),
    ...(from ? { from } : {}),
    citation,
    programs,
  });
}

/** `Last Updated: 01/14/2025`, with markup between. */
function updatedDay(html: string): Day | undefined {
  const at = html.search(/Last (?:Updated|Published)/i);
  if (at < 0) return undefined;
  return readExactDay(
    /(\d{1,2}\/\d{1,2}\/\d{4})/.exec(plainText(html.slice(at, at + 1500)))?.[1],
    'month first',
  );
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/&#0?39;|&rsquo;|&apos;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let from = text.indexOf('\n'); from >= 0 && from < at; from = text.indexOf('\n', from + 1)) line++;
  return line;
}
