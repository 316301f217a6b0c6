import type { XmlElement } from '../formats/xml.ts';
import type { Issue } from '../model/fault.ts';
import type { Format } from './source.ts';

/**
 * Watches that a file has no field which its format neither maps nor names as left out. Each such field is reported
 * once, at its first place. A declared field `a/*` stands for everything below `a`.
 */
export interface FieldLedger {
  see(field: string, line: number): void;
  /** Every element and attribute of a record, by its path from the record element. */
  seeElement(element: XmlElement): void;
}

export function openLedger(
  format: Pick<Format, 'mapped' | 'leftOut'>,
  file: string,
  report: (issue: Issue) => void,
): FieldLedger {
  const known = new Set<string>();
  const below: string[] = [];
  for (const field of [...format.mapped, ...format.leftOut.map((left) => left.field)]) {
    if (field.endsWith('/*')) below.push(field.slice(0, -1));
    else known.add(field);
  }
  const paths = new Map<string, Map<string, string>>();

  function see(field: string, line: number): void {
    if (known.has(field)) return;
    known.add(field);
    if (below.some((prefix) => field.startsWith(prefix) || `${field}/` === prefix)) return;
    report({
      code: 'AS_FIELD',
      message: `The field "${field}" is not known to this version and was not read.`,
      file,
      line,
      field,
      lost: false,
    });
  }

  /** Joined paths are remembered: building them anew for each of millions of elements is what costs. */
  function joined(path: string, name: string): string {
    let inner = paths.get(path);
    if (!inner) {
      inner = new Map();
      paths.set(path, inner);
    }
    let full = inner.get(name);
    if (full === undefined) {
      full = `${path}${name}`;
      inner.set(name, full);
    }
    return full;
  }

  function walk(element: XmlElement, path: string): void {
    see(path, element.line);
    for (const name in element.attributes) see(joined(`${path}@`, name), element.line);
    if (element.children.length === 0) return;
    const prefix = joined(path, '/');
    for (const inner of element.children) walk(inner, joined(prefix, inner.name));
  }

  return { see, seeElement: (element) => walk(element, element.name) };
}
