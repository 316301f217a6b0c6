import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { Fault, type FaultCode } from '../model/fault.ts';
import { type YamlPath, yamlLines } from './yaml-lines.ts';

/** What a YAML text says, and where it says it. */
export interface YamlText {
  readonly value: unknown;
  /** The line, from 1, of the node at a path, or of the deepest part of the path that is there. */
  lineOf(path: YamlPath): number;
}

/** What to do, by what the parser says is wrong. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/tab char/, 'Indent with blanks.'],
  [/duplicated mapping key/, 'Keep one; what belongs together goes under one key.'],
];

/**
 * Reads a YAML 1.2 text (core schema: days stay text); nothing is `null`. Throws a fault of the code given, with the line,
 * for one that is broken, holds several documents, or whose references to its own parts (`*`) grow without end.
 */
export function readYamlText(text: string, file: string, code: FaultCode = 'AS_FILE_FORMAT'): YamlText {
  try {
    const events = parseEvents(text, { filename: file });
    checkGrowth(text, events, file, code);
    const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, filename: file });
    if (documents.length > 1) {
      throw new Fault(code, 'The YAML holds several documents.', {
        place: { file },
        remedy: 'Keep one; take out the lines of three hyphens.',
      });
    }
    return { value: documents[0] ?? null, lineOf: yamlLines(text) };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const { reason, mark } = cause;
    throw new Fault(code, `The YAML is broken: ${reason}.`, {
      place: mark ? { file, line: mark.line + 1 } : { file },
      remedy:
        remedies.find(([pattern]) => pattern.test(reason))?.[1] ??
        'Check indentation and quotes on this line.',
      cause,
    });
  }
}

/** Nodes that references may add to any file, and to a large one by its size. */
const mayAdd = { always: 1000, byNode: 10 };

/** A reference stands for all that it names, references in that included: a few lines of them can stand for millions of nodes. */
function checkGrowth(text: string, events: readonly Event[], file: string, code: FaultCode): void {
  if (!events.some(({ type }) => type === EVENT_ID.ALIAS)) return;
  const named = new Map<string, number>();
  const open: { readonly anchor: string; nodes: number }[] = [];
  let added = 0;
  const close = (anchor: string, nodes: number) => {
    if (anchor !== '') named.set(anchor, nodes);
    const outer = open.at(-1);
    if (outer) outer.nodes += nodes;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      const { anchor, nodes } = open.pop()!;
      close(anchor, nodes);
    } else if (event.type === EVENT_ID.DOCUMENT) open.push({ anchor: '', nodes: 0 });
    else {
      const anchor = event.anchorStart < 0 ? '' : text.slice(event.anchorStart, event.anchorEnd);
      if (event.type === EVENT_ID.ALIAS) {
        const nodes = named.get(anchor) ?? 1;
        added += nodes;
        close('', nodes);
      } else if (event.type === EVENT_ID.SCALAR) close(anchor, 1);
      else open.push({ anchor, nodes: 1 });
    }
    if (added > Math.max(mayAdd.always, mayAdd.byNode * events.length)) {
      throw new Fault(code, 'The file refers to its own parts too often.', {
        place: { file, line: 1 },
        remedy: 'Write it without * references.',
      });
    }
  }
}
