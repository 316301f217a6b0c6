import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent } from 'js-yaml';

/** A place inside a YAML document: keys and indexes from the root. */
export type YamlPath = readonly PropertyKey[];

/** A node with where it begins, and what is in it; of a map by key, in order. */
interface Node {
  readonly start: number;
  readonly keys?: ReadonlyMap<string, { readonly start: number; readonly node: Node }>;
  readonly items?: readonly Node[];
}

/**
 * The line, from 1, of the node at a path of a text that is whole, or of the deepest part of the path that is there. The
 * text is parsed once more when it is first asked, and nothing is held before: most files have nothing wrong in them.
 */
export function yamlLines(text: string): (path: YamlPath) => number {
  let root: Node | undefined;
  return (path) => {
    root ??= new Tree(text).node();
    let [node, start] = [root, 0];
    for (const key of path) {
      const next = node.keys?.get(String(key)) ?? node.items?.[Number(key)];
      if (!next) break;
      start = next.start >= 0 ? next.start : start;
      node = 'node' in next ? next.node : next;
    }
    return lineAt(text, start);
  };
}

/** The line, from 1, on which a sign of a text stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Nodes of the first document, read in the order of its events. */
class Tree {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#events = parseEvents(text, {});
    // The first event opens the document.
    this.#at = 1;
  }

  node(): Node {
    const event = this.#events[this.#at++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return { start: event.valueStart };
      case EVENT_ID.ALIAS:
        return { start: event.anchorStart };
      case EVENT_ID.SEQUENCE: {
        const items: Node[] = [];
        while (!this.#closes()) items.push(this.node());
        return { start: event.start, items };
      }
      case EVENT_ID.MAPPING: {
        const keys = new Map<string, { start: number; node: Node }>();
        while (!this.#closes()) {
          const key = this.#events[this.#at];
          const { start } = this.node();
          const node = this.node();
          if (key?.type === EVENT_ID.SCALAR) keys.set(this.#textOf(key), { start, node });
        }
        return { start: event.start, keys };
      }
      default:
        return { start: -1 };
    }
  }

  /** Passes over the end of the node that is open, where it stands next. */
  #closes(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#at++;
    return true;
  }

  #textOf(key: ScalarEvent): string {
    return getScalarValue(this.#text, key);
  }
}
