import type { SourceRecord } from '../../model/source-record.ts';

/**
 * Records as lines of text: `FILE:LINE <tab> JSON`. The place stands apart from the content, so that two versions are
 * compared by comparing text, and only what differs has to be parsed.
 */
export function lineOfRecord(record: SourceRecord): string {
  const { position, entry, ...content } = record;
  return `${position.file}:${position.line}\t${JSON.stringify({ entry, ...content })}`;
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
  // The text was made by `lineOfRecord` of this same format version, so its shape is known.
  const content = JSON.parse(line.content) as Omit<SourceRecord, 'position'>;
  return {
    ...content,
    position: { file: line.place.slice(0, colon), line: Number(line.place.slice(colon + 1)) },
  };
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
