import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../model/fault.ts';
import { inChunks } from './bytes.ts';
import { csvLine, csvRecords, csvRows, guessDelimiter } from './csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string, chunk = 7, delimiter?: string) =>
  [...csvRows(inChunks(bytes(text), chunk), { file: 'x.csv', ...(delimiter ? { delimiter } : {}) })].map(
    (row) => [row.line, ...row.cells],
  );

describe('csvRows', () => {
  it('keeps line numbers over quoted line breaks and all kinds of line ends', () => {
    expect(rowsOf('a,b\r\n"x\r\ny",2\n\n3,"4"\r5,6')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\r\ny', '2'],
      [5, '3', '4'],
      [6, '5', '6'],
    ]);
  });

  it('passes over a closing 0x1A, as the OFAC files have', () => {
    expect(rowsOf('1,"a"\r\n\u001a')).toEqual([[1, '1', 'a']]);
  });

  it('takes quotes inside an unquoted cell, and text after a closing quote, as they are', () => {
    expect(rowsOf('5" disk,b\n"a" b,c\n')).toEqual([
      [1, '5" disk', 'b'],
      [2, 'a b', 'c'],
    ]);
  });

  it('names the line of a quote that never closes', () => {
    expect(() => rowsOf('a,b\nc,"d\ne,f\n')).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT', place: { file: 'x.csv', line: 2 } }),
    );
  });

  it('reports a row over the limit and goes on with the next', () => {
    const issues: Issue[] = [];
    const text = `a,b\n${'x'.repeat(500)}\nc,d\n`;
    const rows = [
      ...csvRows(inChunks(bytes(text), 50), {
        file: 'x.csv',
        rowLimit: 100,
        report: (issue) => issues.push(issue),
      }),
    ];
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(issues).toMatchObject([{ code: 'AS_FILE_TOO_LARGE', line: 2, lost: true }]);
  });

  it('gives back what csvLine wrote, whatever the cells and wherever the chunks end', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !text.includes('\0'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (table, chunk) => {
          const text = table.map((row) => `${csvLine(row)}\r\n`).join('');
          const read = [
            ...csvRows(inChunks(bytes(text), chunk), { file: 'x', delimiter: ',', encoding: 'utf-8' }),
          ].map((row) => row.cells);
          expect(read).toEqual(table);
        },
      ),
    );
  });
});

describe('csvRecords', () => {
  it('keeps both cells of a header that stands twice, and reports rows of another width', () => {
    const issues: Issue[] = [];
    const records = [
      ...csvRecords([bytes('ip;name;ip\n1;2;3\n4;5\n')], {
        file: 'x.csv',
        report: (issue) => issues.push(issue),
      }),
    ];
    expect(records).toEqual([
      { line: 2, values: { ip: '1', name: '2', 'ip 2': '3' } },
      { line: 3, values: { ip: '4', name: '5', 'ip 2': '' } },
    ]);
    expect(issues).toMatchObject([{ line: 3, lost: false }]);
  });

  it('refuses an empty file', () => {
    expect(() => [...csvRecords([], { file: 'x.csv' })]).toThrow(
      expect.objectContaining({ code: 'AS_FILE_EMPTY' }),
    );
  });
});

describe('csvLine', () => {
  it('disarms formulas and leaves numbers alone', () => {
    expect(csvLine(['=1+1', '-5', '@x', 'a,b', '-2+3'])).toBe("'=1+1,-5,'@x,\"a,b\",'-2+3");
  });
});

describe('a cell that a spreadsheet would run', () => {
  it.each(['Acme; =1+1', 'Acme\t=1+1'])(
    'is not set free by a sign that parts cells elsewhere: %j',
    (cell) => {
      expect(csvLine(['x', cell])).toBe(`x,"${cell}"`);
    },
  );

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\n=1', '  =1+1', '＝1+1', '＠x', '\u00a0=1'])(
    '%j is led by an apostrophe',
    (cell) => {
      expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['-5', '+4.25', 'a=b', '海康威视', "O'Neill", ''])('%j stays as it is', (cell) => {
    expect(csvLine([cell])).toBe(cell);
  });
});

describe('guessDelimiter', () => {
  it.each([
    ['a;b;c', ';'],
    ['"a,b";c', ';'],
    ['a\tb,c\td', '\t'],
    ['single', ','],
  ])('finds that of %j', (line, delimiter) => expect(guessDelimiter(line)).toBe(delimiter));
});
