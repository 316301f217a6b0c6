import { expect, it } from 'vitest';
import { lineAt, yamlLines } from './yaml-lines.ts';

const text = `title: A
list:
  - party: x
    regime: y
  - party: z
"quoted": { flow: [1, 2],
  more: *none }
-1: number
empty:
last: |
  long
`;
const lineOf = yamlLines(text);

it.each([
  [['title'], 1],
  [['list'], 2],
  [['list', 0], 3],
  [['list', 0, 'regime'], 4],
  [['list', 1], 5],
  [['list', 1, 'regime'], 5],
  [['list', 7, 'regime'], 2],
  [['quoted', 'flow', 1], 6],
  [['quoted', 'more'], 7],
  [['-1'], 8],
  [['empty', 'deeper'], 9],
  [['last'], 10],
  [['nothing', 'at', 'all'], 1],
  [[], 1],
])('finds %j on line %i', (path, line) => expect(lineOf(path)).toBe(line));

it('has one line in a text that is empty, and none in it to find', () => {
  expect(yamlLines('')(['a'])).toBe(1);
  expect([lineAt('a\nb\n', 0), lineAt('a\nb\n', 2), lineAt('a\nb\n', 4)]).toEqual([1, 2, 3]);
});
