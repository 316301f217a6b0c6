import { decodeText, joinChunks } from '../../formats/bytes.ts';
import { type XmlElement, xmlRecords } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import { citedDays } from '../federal-register.ts';
import {
  addAddress,
  addAttribute,
  addCountry,
  addName,
  contentId,
  finishRecord,
  regime,
  startRecord,
  uniqueIds,
} from '../record-draft.ts';
import { emptyList, lostRow, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { readExactDay } from '../written-day.ts';
import { readEntityCell } from './entity-cell.ts';
import { footnotesOf } from './footnotes.ts';

const columns = [
  'Country',
  'Entity',
  'License requirement',
  'License review policy',
  'Federal Register citation',
];

/**
 * The table of Supplement No. 4 to part 744 as XML: `eCFR`, the whole list (`TABLE/TR/TD`), or one rule of the Federal
 * Register that changes it (`GPOTABLE/ROW/ENT`), whose entries are additions and revisions.
 */
export function registerXmlFormat(kind: 'ecfr' | 'rule'): Format {
  const shared = {
    files: [{ pattern: /\.xml$/i, required: true }],
    mapped: columns,
    leftOut: [
      {
        field: 'text outside the table',
        why: 'reasons and instructions of the rule; no facts of single entries',
      },
    ],
  };
  return kind === 'rule'
    ? {
        ...shared,
        id: 'bis-entity-list-rule-xml',
        title: 'Federal Register rule that changes the Entity List, XML',
        partial: true,
        recognises: (head) => /<RULE>/.test(head) && /Entity List/i.test(head),
        read: (files, report) => readTable(files[0]!, 'rule', report),
      }
    : {
        ...shared,
        id: 'bis-entity-list-ecfr-xml',
        title: 'eCFR, Supplement No. 4 to 15 CFR part 744, XML',
        recognises: (head) => /<DIV\d|<ECFR/.test(head) && /Supplement No\. 4 to Part 744/i.test(head),
        read: (files, report) => readTable(files[0]!, 'ecfr', report),
      };
}

interface OpenEntry {
  readonly country: string;
  readonly lines: string[];
  readonly requirement: string;
  readonly policy: string;
  readonly citation: string;
  readonly line: number;
}

function* readTable(
  file: SourceFile,
  kind: 'ecfr' | 'rule',
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const text = decodeText(joinChunks(file.chunks(), file.name)).text;
  if (text.trim() === '') throw emptyList(file.name);
  if (kind === 'rule' ? !text.includes('<GPOTABLE') : !/<T[RD]\b/.test(text)) {
    throw wrongFormat(file.name, 'There is no table of entities in it.');
  }
  const parts = xmlRecords([new TextEncoder().encode(withPlainCells(text))], {
    file: file.name,
    records: new Set(['ROW', 'TR', 'EFFDATE', 'FRDOC']),
  });
  let effective: Day | undefined;
  let country = '';
  let open: OpenEntry | undefined;
  let count = 0;
  const id = uniqueIds();
  for (const part of parts) {
    if (part.name === 'EFFDATE') effective = dayInText(part);
    if (part.name !== 'ROW' && part.name !== 'TR') continue;
    const cells = part.children.filter((cell) => /^(?:ENT|TD|TH)$/.test(cell.name)).map(linesOf);
    const [first, second = [], requirement = [], policy = [], citation = []] = cells;
    const heading = first?.join(' ') ?? '';
    if (/^country$/i.test(heading)) continue;
    if (heading !== '' && !isStars(heading)) country = heading;
    const isEmpty = second.length === 0 || isStars(second.join(' '));
    if (isEmpty) continue;
    if (requirement.length === 0) {
      if (open) open.lines.push(...second);
      else report(strayRow(file.name, part.line));
      continue;
    }
    if (open) yield record(open, file.name, effective, id);
    count++;
    open = {
      country,
      lines: [...second],
      requirement: requirement.join(' '),
      policy: policy.join(' '),
      citation: citation.join(' '),
      line: part.line,
    };
  }
  if (!open) throw emptyList(file.name);
  yield record(open, file.name, effective, id);
  return { counts: { entries: count }, ...(effective ? { published: effective } : {}) };
}

const lineMark = '\u2028';

/** Inline marks go, list items and paragraphs become lines, so that each cell is plain text in its order. */
function withPlainCells(text: string): string {
  return text
    .replace(/<\/?(?:E|SU|I|B|EM|STRONG|SUP|SPAN|FTREF|AC|PRTPAGE)\b[^>]*>/gi, '')
    .replace(/<\/?(?:LI|P|BR)\b[^>]*>/gi, lineMark);
}

function linesOf(cell: XmlElement): string[] {
  return cell.text
    .split(lineMark)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function isStars(text: string): boolean {
  return /^[*\s]+$/.test(text);
}

function dayInText(part: XmlElement): Day | undefined {
  const words = /\b([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(allText(part))?.[1];
  return readExactDay(words);
}

function allText(part: XmlElement): string {
  return [part.text, ...part.children.map(allText)].join(' ');
}

function record(
  open: OpenEntry,
  file: string,
  effective: Day | undefined,
  id: (id: string) => string,
): SourceRecord {
  const cell = readEntityCell(open.lines);
  const draft = startRecord(
    id(contentId(cell.name, countryName(open.country))),
    'LegalEntity',
    file,
    open.line,
  );
  addName(draft, cell.name, 'primary');
  for (const alias of cell.aliases) addName(draft, alias, 'alias');
  addCountry(draft, 'countries', open.country);
  for (const address of cell.addresses) addAddress(draft, { street: address });
  addAttribute(draft, 'alternate address', cell.crossReference);
  addAttribute(draft, 'entry as written', open.lines.join(' '));
  const from = effective ?? citedDays(open.citation)[0];
  draft.listings.push({
    regime: regime('us-bis-entity-list'),
    ...(from ? { from } : {}),
    ...(open.citation ? { citation: open.citation } : {}),
    programs: footnotesOf(open.requirement),
    requirement: open.requirement,
    ...(open.policy ? { policy: open.policy } : {}),
  });
  return finishRecord(draft);
}

/** The country under which the extract has the entry, so that both forms of the list give the same id. */
function countryName(text: string): string {
  return countryCode(text) ?? text;
}

function strayRow(file: string, line: number): Issue {
  return lostRow(file, 'The row belongs to no entity.', line);
}
