import { expect, it } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { yamlLine } from './yaml-lines.ts';

const text = 'title: A\nlist:\n  - party: x\n    regime: y\n  - party: z\n';

it.each([
  [['title'], 1],
  [['list'], 2],
  [['list', 0, 'regime'], 4],
  [['list', 1], 5],
  [['list', 1, 'regime'], 5],
  [['list', 7, 'regime'], 2],
  [['nothing', 'at', 'all'], 1],
  [[], 1],
])('finds %j on line %i', (path, line) => {
  const lines = new LineCounter();
  expect(yamlLine(parseDocument(text, { lineCounter: lines }).contents, lines, path)).toBe(line);
});
