import type { SourceRecord } from '../../model/source-record.ts';

/**
 * Records as lines of text: `FILE:LINE <tab> JSON`. The place stands apart from the content, so that two versions are
 * compared by comparing text, and only what differs has to be parsed.
 */
export function lineOfRecord(record: SourceRecord): string {
  const { file, line } = record.position;
  return `${file}:${line}\t${contentOfRecord(record)}`;
}

type Content = Omit<SourceRecord, 'position'>;

/** What most records have nothing of; left out of the text, which makes it a fifth shorter. */
const empty = {
  identifiers: [],
  countries: [],
  nationalities: [],
  addresses: [],
  birthDates: [],
  birthPlaces: [],
  titles: [],
  attributes: {},
  relations: [],
  remarks: [],
} satisfies Partial<Content>;

/** A record as JSON, the id first, without its place and without fields that hold nothing. */
export function contentOfRecord(record: SourceRecord): string {
  const { position: _place, entry, ...rest } = record;
  const filled = Object.entries(rest).filter(([name, value]) => !(name in empty) || !isEmpty(value));
  return JSON.stringify({ entry, ...Object.fromEntries(filled) });
}

function isEmpty(value: object | string): boolean {
  return Object.keys(value).length === 0;
}

/** The record of a text that `contentOfRecord` made. */
export function recordOfContent(content: string, position: SourceRecord['position']): SourceRecord {
  // The text was made by `contentOfRecord` of this same format version, so its shape is known.
  return { ...empty, ...(JSON.parse(content) as Content), position };
}

export interface RecordLine {
  readonly entry: string;
  /** Everything but the place, as JSON. */
  readonly content: string;
  readonly place: string;
}

export function recordLine(line: string): RecordLine {
  const tab = line.indexOf('\t');
  const content = line.slice(tab + 1);
  return { entry: entryOf(content), content, place: line.slice(0, tab) };
}

export function recordOf(line: RecordLine): SourceRecord {
  const colon = line.place.lastIndexOf(':');
  const position = { file: line.place.slice(0, colon), line: Number(line.place.slice(colon + 1)) };
  return recordOfContent(line.content, position);
}

const entryHead = '{"entry":"';

/**
 * The entry id, read off the head of the JSON, where `lineOfRecord` puts it; an id with an escape takes the long way.
 * Parsed rather than cut out: a slice would keep the whole text it was cut from in memory for as long as the id lives.
 */
function entryOf(content: string): string {
  if (content.startsWith(entryHead)) {
    const end = content.indexOf('"', entryHead.length);
    if (content.charAt(end - 1) !== '\\')
      return JSON.parse(content.slice(entryHead.length - 1, end + 1)) as string;
  }
  return (JSON.parse(content) as { entry: string }).entry;
}
