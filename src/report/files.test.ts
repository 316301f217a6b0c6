import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../formats/index.ts';
import type { Day } from '../model/index.ts';
import { calendarOf } from './calendar.ts';
import { change, hostileName, rehearsal } from './rehearsal.fixture.ts';
import { changesCsv } from './tables.ts';

const on = '2022-06-01' as Day;

describe('the changes as CSV', () => {
  it('reads back cell by cell, with formulas disarmed', () => {
    const text = changesCsv([rehearsal([change({ label: hostileName })])]);
    const rows = [...csvRows([Buffer.from(text)], { file: 'changes.csv' })];
    expect(rows).toHaveLength(2);
    expect(rows[0]!.cells).toHaveLength(rows[1]!.cells.length);
    const label = rows[1]!.cells[rows[0]!.cells.indexOf('label')]!;
    expect(label.startsWith("'=")).toBe(true);
    expect(label).toContain('<script>');
  });

  it('gives each change a row with its citation', () => {
    const text = changesCsv([
      rehearsal([change(), change({ id: '2', asset: 'D2', citation: 'FAR 52.204-25' })]),
    ]);
    expect(text.split('\r\n').filter((line) => /583\.201|52\.204-25/.test(line))).toHaveLength(2);
  });
});

describe('the calendar', () => {
  it('folds every line at 75 octets, between characters, and unfolds to what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (what) => {
        const text = calendarOf('Title', on, [{ day: on, what, why: '海康威视'.repeat(40) }]);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(text).toString('utf8')).toBe(text);
        expect(text.replaceAll('\r\n ', '')).toContain('海康威视'.repeat(40));
      }),
    );
  });

  it('lets no text begin a line of its own', () => {
    const text = calendarOf('T', on, [
      { day: on, what: `x\r\nBEGIN:VALARM\rEND:VALARM\nX`, why: hostileName },
    ]);
    expect(
      text
        .replaceAll('\r\n ', '')
        .split(/\r\n|\r|\n/)
        .filter((line) => /^(BEGIN|END):VALARM/.test(line)),
    ).toEqual([]);
  });

  it('has what several portfolios share once, and an id that stays when others come and go', () => {
    const report = { day: on, what: 'Report is due', why: 'Ten days.' };
    const ids = (deadlines: readonly (typeof report)[]) => calendarOf('T', on, deadlines).match(/^UID:.*$/gm);
    expect(ids([report, { ...report }])).toHaveLength(1);
    expect(ids([{ ...report, what: 'Other' }, report])![1]).toBe(ids([report])![0]);
  });

  it('gives the same bytes for the same deadlines, and each event an id of its own', () => {
    const deadlines = [1, 2, 3].map((at) => ({ day: on, what: `Notice ${at}`, why: 'Because.' }));
    const text = calendarOf('T', on, deadlines);
    expect(calendarOf('T', on, structuredClone(deadlines))).toBe(text);
    const ids = text.match(/^UID:.*$/gm)!;
    expect(new Set(ids).size).toBe(3);
  });
});
