import { SaxesParser } from 'saxes';
import { Fault, type Issue } from '../model/fault.ts';
import { type Chunks, decodeChunks } from './bytes.ts';

/** An element with its children; names are without namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, joined and trimmed. */
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

export interface XmlOptions {
  readonly file: string;
  /** Names of the elements to give out, each with all that is in it. */
  readonly records: ReadonlySet<string>;
  /** Called for each element outside the records as it opens: the root, and what holds the records. */
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>, depth: number) => void;
  /** Give what is whole of a file that is cut off or broken, and report; otherwise that is a fault. */
  readonly tolerateCut?: boolean;
  readonly report?: (issue: Issue) => void;
  /** Most elements in one record. Default one million. */
  readonly recordLimit?: number;
}

interface Growing {
  name: string;
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
  line: number;
}

const deepest = 256;

/**
 * The wanted elements of an XML file, one after the other; only one is held at a time. Entity declarations are refused
 * (they serve attacks, and no official list has them), nothing outside the file is ever read.
 */
export function* xmlRecords(chunks: Chunks, options: XmlOptions): Generator<XmlElement> {
  const parser = new SaxesParser({ position: true });
  const stack: Growing[] = [];
  const ready: XmlElement[] = [];
  let depth = 0;
  let size = 0;
  let sawRoot = false;

  parser.on('error', (cause) => {
    throw malformed(cause);
  });
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text)) {
      throw new Fault('AS_FILE_FORMAT', 'The file declares XML entities, which are not read.', {
        place: { file: options.file, line: parser.line },
        remedy: 'Use the publisher’s own file.',
      });
    }
  });
  parser.on('opentag', (tag) => {
    sawRoot = true;
    if (++depth > deepest) throw malformed(new Error('elements are nested too deep'));
    const name = localName(tag.name);
    if (stack.length === 0 && !options.records.has(name)) {
      options.onOpen?.(name, localAttributes(tag.attributes as Record<string, string>), depth);
      return;
    }
    if (stack.length > 0 && ++size > (options.recordLimit ?? 1_000_000))
      throw malformed(new Error('a record is too large'));
    const element: Growing = {
      name,
      attributes: localAttributes(tag.attributes as Record<string, string>),
      children: [],
      text: '',
      line: parser.line,
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => addText(text));
  parser.on('cdata', (text) => addText(text));
  parser.on('closetag', () => {
    depth--;
    const element = stack.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (stack.length === 0) {
      ready.push(element);
      size = 0;
    }
  });

  function addText(text: string): void {
    const element = stack.at(-1);
    if (element) element.text += text;
  }

  function malformed(cause: Error): Fault {
    const cut = /unclosed tag|unexpected end|document must contain a root/i.test(cause.message);
    return new Fault(
      cut ? 'AS_FILE_TRUNCATED' : 'AS_FILE_FORMAT',
      cut ? 'The file is cut off.' : `The XML is broken: ${cause.message}.`,
      {
        place: { file: options.file, line: parser.line },
        remedy: 'Fetch the file again.',
        cause,
      },
    );
  }

  try {
    for (const text of decodeChunks(chunks)) {
      parser.write(text);
      for (let at = 0; at < ready.length; at++) yield ready[at]!;
      ready.length = 0;
    }
    parser.close();
    yield* ready;
  } catch (error) {
    if (!(error instanceof Fault) || !options.tolerateCut) throw error;
    yield* ready;
    options.report?.({ code: error.code, message: error.message, ...error.place, lost: true });
  }
  if (!sawRoot && !options.tolerateCut) {
    throw new Fault('AS_FILE_EMPTY', 'The file has no XML in it.', {
      place: { file: options.file },
      remedy: 'Fetch the file again.',
    });
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function localAttributes(attributes: Record<string, string>): Record<string, string> {
  for (const name in attributes) {
    if (!name.includes(':')) continue;
    const local = localName(name);
    attributes[local] ??= attributes[name]!;
  }
  return attributes;
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((inner) => inner.name === name);
}

/** All children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((inner) => inner.name === name) ?? [];
}

/** The text of the first child of that name, or nothing where it is missing or blank. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text || undefined;
}

/** All elements of that name anywhere below. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const inner of element.children) {
    if (inner.name === name) yield inner;
    yield* descendants(inner, name);
  }
}

/** Text made safe for XML and HTML content and attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
