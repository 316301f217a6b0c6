import { LineCounter, parseDocument } from 'yaml';
import { Fault, type FaultCode } from '../model/fault.ts';
import { type YamlPath, yamlLine } from './yaml-lines.ts';

/** What a YAML text says, and where it says it. */
export interface YamlText {
  readonly value: unknown;
  /** The line, from 1, of the node at a path, or of the deepest part of the path that is there. */
  lineOf(path: YamlPath): number;
}

const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with blanks.',
  DUPLICATE_KEY: 'Keep one; what belongs together goes under one key.',
};

/**
 * Reads a YAML 1.2 text. Throws a fault of the code given, with the line, for one that is broken, or whose references to
 * its own parts (`*`) grow without end.
 */
export function readYamlText(text: string, file: string, code: FaultCode = 'AS_FILE_FORMAT'): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    throw new Fault(code, `The YAML is broken: ${broken.message.split('\n')[0]}.`, {
      place: { file, line: lines.linePos(broken.pos[0]).line },
      remedy: remedies[broken.code] ?? 'Check indentation and quotes on this line.',
      cause: broken,
    });
  }
  return {
    value: plainData(document, file, code),
    lineOf: (path) => yamlLine(document.contents, lines, path),
  };
}

function plainData(document: ReturnType<typeof parseDocument>, file: string, code: FaultCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new Fault(code, 'The file refers to its own parts too often.', {
      place: { file, line: 1 },
      remedy: 'Write it without * references.',
      cause,
    });
  }
}
