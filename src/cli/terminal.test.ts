import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayWidth, prose, proseWidth, textTable, wrap } from './terminal.ts';

const word = fc.stringMatching(/^[a-z海康威视é,.]{1,30}$/u);

it('breaks prose into lines that fit and loses no word', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 20, max: 120 }), (words, width) => {
      const wrapped = wrap(words.join(' '), width, '  ');
      expect(wrapped.trim().split(/\s+/)).toEqual(words);
      for (const line of wrapped.trimEnd().split('\n'))
        if (line.trim().includes(' ')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

it('takes no more columns for prose than a terminal has, and breaks nothing where programs read', () => {
  const narrow = { isTTY: true as const, columns: 24 };
  expect(proseWidth(100, narrow)).toBe(24);
  // A terminal that does not say how wide it is.
  expect(proseWidth(100, { isTTY: true, columns: 0 })).toBe(100);
  const text = 'Wagner Group, listed on EU sanctions';
  expect(prose(text, '  ', '    ', narrow)).toBe('  Wagner Group, listed\n    on EU sanctions');
  expect(prose(text, '  ', '    ', { ...narrow, isTTY: false })).toBe(`  ${text}`);
});

it('puts the cells of a table under one another, Han as wide as two letters', () => {
  const table = textTable(
    [{ title: 'name' }, { title: 'count', align: 'right' }],
    [
      ['海康威视', '1'],
      ['Dahua', '200'],
    ],
  );
  const lines = table.trimEnd().split('\n').map(displayWidth);
  expect(new Set(lines).size).toBe(1);
});

it('makes a table of more rows than a call has arguments', () => {
  const rows = Array.from({ length: 150_000 }, (_, row) => [String(row)]);
  expect(textTable([{ title: 'row' }], rows).split('\n')).toHaveLength(rows.length + 2);
});
