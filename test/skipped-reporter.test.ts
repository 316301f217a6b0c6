import { expect, it } from 'vitest';
import { skippedLines } from './skipped-reporter.ts';

it('groups what was not run by its reason', () => {
  expect(
    skippedLines([
      { name: 'skipped: needs a browser', group: 'b.test.ts > page' },
      { name: 'skipped: needs files', group: 'a.test.ts > list' },
      { name: 'skipped: needs a browser', group: 'a.test.ts > page' },
      { name: 'reads a name', group: 'c.test.ts > reads a name' },
    ]),
  ).toEqual([
    ' Not run here (2 groups of tests): needs a browser',
    '   a.test.ts > page',
    '   b.test.ts > page',
    ' Not run here (1 group of tests): needs files',
    '   a.test.ts > list',
    ' Not run here (1 group of tests): no reason stated',
    '   c.test.ts > reads a name',
  ]);
});

it('says nothing where everything ran', () => {
  expect(skippedLines([])).toEqual([]);
});
