import { type XmlElement, xmlRecords } from '../formats/xml.ts';
import type { Issue } from '../model/fault.ts';
import type { SourceRecord } from '../model/source-record.ts';
import { openLedger } from './field-ledger.ts';
import { watchEnd } from './file-end.ts';
import { emptyList, wrongFormat } from './refusals.ts';
import type { Format, SourceFile } from './source.ts';

export interface XmlListOptions {
  readonly format: Pick<Format, 'mapped' | 'leftOut'>;
  readonly report: (issue: Issue) => void;
  /** Local name of the root element that the format has. */
  readonly root: string;
  /** Local names of the elements to give out; one is held at a time. */
  readonly records: ReadonlySet<string>;
  readonly onRoot?: (attributes: Readonly<Record<string, string>>) => void;
}

/**
 * The record elements of an XML list. Refuses an empty file, another root element and a file that is cut off; reports
 * each element or attribute that the format does not know, once.
 */
export function* xmlList(file: SourceFile, options: XmlListOptions): Generator<XmlElement, void> {
  const end = watchEnd(file);
  const ledger = openLedger(options.format, file.name, options.report);
  const elements = xmlRecords(end.chunks(), {
    file: file.name,
    records: options.records,
    report: options.report,
    onOpen: (name, attributes, depth) => {
      if (depth !== 1) return;
      if (name !== options.root) {
        throw wrongFormat(file.name, `Its root element is "${name}", not "${options.root}".`);
      }
      options.onRoot?.(attributes);
    },
  });
  try {
    for (const element of elements) {
      ledger.seeElement(element);
      yield element;
    }
  } catch (fault) {
    if (end.bytes === 0) throw emptyList(file.name);
    throw fault;
  }
  if (end.bytes === 0) throw emptyList(file.name);
}

export interface XmlEntriesOptions extends Omit<XmlListOptions, 'records'> {
  /** Local names of the elements that are entries of the list. */
  readonly entries: readonly string[];
  /** What is done with other elements, such as one with the day of publication. */
  readonly others?: Readonly<Record<string, (element: XmlElement) => void>>;
}

/**
 * The records that `read` makes of the entries of an XML list; what it makes none of it has reported. Gives the number of
 * entries, and refuses a list without any.
 */
export function* recordsOfXml(
  file: SourceFile,
  { entries, others = {}, ...options }: XmlEntriesOptions,
  read: (element: XmlElement) => SourceRecord | undefined,
): Generator<SourceRecord, number> {
  let count = 0;
  const records = new Set([...entries, ...Object.keys(others)]);
  for (const element of xmlList(file, { ...options, records })) {
    if (!entries.includes(element.name)) {
      others[element.name]!(element);
      continue;
    }
    count++;
    const record = read(element);
    if (record) yield record;
  }
  if (count === 0) throw emptyList(file.name);
  return count;
}
