import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { LineCounter, parseDocument } from 'yaml';
import { type YamlPath, yamlLine } from '../formats/yaml-lines.ts';
import { Fault } from '../model/fault.ts';

/**
 * The value of a YAML 1.2 text (core schema: days stay text). js-yaml reads it because it is ten times as fast;
 * `yamlLines` asks the slower parser, which keeps positions, and only when something is wrong.
 * Throws `AS_CASEBOOK` for broken YAML.
 */
export function readYaml(text: string, file: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA, filename: file });
  } catch (cause) {
    const line = cause instanceof YAMLException && cause.mark ? cause.mark.line + 1 : undefined;
    const reason = cause instanceof YAMLException ? cause.reason : String(cause);
    throw new Fault('AS_CASEBOOK', `The YAML is broken: ${reason}.`, {
      place: line === undefined ? { file } : { file, line },
      remedy: 'Check indentation, quotes and doubled keys on this line.',
      cause,
    });
  }
}

/** Finds the line, from 1, of the node at a path, or of the deepest part of the path that is there. */
export function yamlLines(text: string): (path: YamlPath) => number {
  const lines = new LineCounter();
  const root: unknown = parseDocument(text, { lineCounter: lines }).contents;
  return (path) => yamlLine(root, lines, path);
}
