import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../model/fault.ts';
import { decodeChunks, decodeText, gunzip, inChunks } from './bytes.ts';
import { jsonLines } from './json.ts';
import { readWorkbook } from './workbook.ts';
import { childText, xmlRecords } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('decoding', () => {
  it.each([
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9]), 'é'],
    ['utf-16le', new Uint8Array([0xff, 0xfe, 0xe9, 0]), 'é'],
    ['utf-16be', new Uint8Array([0, 0x41, 0, 0xe9, 0, 0x42]), 'AéB'],
    ['windows-1252', new Uint8Array([0x43, 0xe9, 0x93]), 'Cé“'],
  ])('reads %s', (encoding, input, text) => expect(decodeText(input)).toEqual({ text, encoding }));

  it('joins characters that are cut by chunks', () => {
    expect([...decodeChunks(inChunks(bytes('海康威视'), 2))].join('')).toBe('海康威视');
  });
});

describe('gunzip', () => {
  it('stops at the limit, whatever the archive would give', () => {
    expect(() => gunzip(gzipSync(new Uint8Array(5_000_000)), 'bomb.gz', 100_000)).toThrow(
      expect.objectContaining({ code: 'AS_FILE_TOO_LARGE' }),
    );
  });
  it('tells a cut archive', () => {
    const whole = gzipSync(bytes('some text that is long enough'));
    expect(() => gunzip(whole.subarray(0, whole.length - 9), 'x.gz')).toThrow(
      expect.objectContaining({ code: 'AS_FILE_TRUNCATED' }),
    );
  });
});

describe('xmlRecords', () => {
  const xml =
    '<?xml version="1.0"?>\n<l:list xmlns:l="u" day="2022-06-03">\n<entry id="1"><name>A &amp; B</name></entry>\n<entry id="2"><name><![CDATA[C<D]]></name></entry></l:list>';
  const read = (text: string, tolerateCut = false, issues: Issue[] = []) => [
    ...xmlRecords(inChunks(bytes(text), 11), {
      file: 'x.xml',
      records: new Set(['entry']),
      tolerateCut,
      report: (issue) => issues.push(issue),
    }),
  ];

  it('gives each record with line, attributes and decoded text, and the root as it opens', () => {
    let root: unknown;
    const records = [
      ...xmlRecords([bytes(xml)], {
        file: 'x.xml',
        records: new Set(['entry']),
        onOpen: (name, attributes) => (root = [name, attributes.day]),
      }),
    ];
    expect(root).toEqual(['list', '2022-06-03']);
    expect(records.map((entry) => [entry.line, entry.attributes.id, childText(entry, 'name')])).toEqual([
      [3, '1', 'A & B'],
      [4, '2', 'C<D'],
    ]);
  });

  it('tells a cut file, at every place that it can be cut', () => {
    for (let cut = 30; cut < xml.length; cut += 7) {
      expect(() => read(xml.slice(0, cut))).toThrow(
        expect.objectContaining({ place: expect.objectContaining({ file: 'x.xml' }) }),
      );
    }
  });

  it('gives what is whole of a cut file where asked to, and says so', () => {
    const issues: Issue[] = [];
    expect(read(xml.slice(0, 120), true, issues)).toHaveLength(1);
    expect(issues).toMatchObject([{ lost: true }]);
  });

  it('refuses entity declarations', () => {
    expect(() => read('<!DOCTYPE x [<!ENTITY a "aaaa">]><x><entry>&a;</entry></x>')).toThrow(/entities/);
  });

  it('refuses elements nested too deep', () => {
    expect(() => read(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`)).toThrow(/too deep/);
  });
});

describe('jsonLines', () => {
  it('reads the same in pieces of any size', () => {
    const text = '{"a":"海康威视"}\nnot json\n{"b":"é"}\r\n{"c":3}';
    const whole = [...jsonLines(inChunks(bytes(text), 1000), 'x.jsonl')];
    for (let size = 1; size < 20; size++)
      expect([...jsonLines(inChunks(bytes(text), size), 'x.jsonl')]).toEqual(whole);
  });

  it('reports a bad line and one too long, and goes on', () => {
    const text = `{"a":1}\nnot json\n"${'x'.repeat(100)}"\n\n{"b":2}`;
    const lines = [...jsonLines(inChunks(bytes(text), 9), 'x.jsonl', 50)];
    expect(lines).toMatchObject([
      { line: 1, value: { a: 1 } },
      { line: 2, issue: { code: 'AS_ROW' } },
      { line: 3, issue: { code: 'AS_FILE_TOO_LARGE' } },
      { line: 5, value: { b: 2 } },
    ]);
  });
});

describe('readWorkbook', () => {
  const workbook = (sheet: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="List" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><t>海康</t></si><si><r><t>two </t></r><r><t>runs</t></r></si></sst>',
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    });

  it('places cells by their reference and turns serial numbers into days', () => {
    const sheet =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>44713</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>';
    expect(readWorkbook(workbook(sheet), { file: 'x.xlsx' })).toEqual([
      { name: 'List', rows: [[], ['海康', '', '2022-06-01', '2']] },
    ]);
  });

  it('gives numbers as they are shown: of fifteen digits, and percent as percent', () => {
    const sheet =
      '<row r="1"><c r="A1"><v>0.28999999999999998</v></c><c r="B1" s="2"><v>0.125</v></c><c r="C1" s="3"><v>0.28999999999999998</v></c></row>';
    expect(readWorkbook(workbook(sheet), { file: 'x.xlsx' })[0]!.rows).toEqual([['0.29', '12.5%', '29%']]);
  });

  it('reads what cells of OpenDocument hold, on the lines where they stand', () => {
    const cell = (attributes: string, shown: string) =>
      `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="List">
<table:table-row>${cell('office:value-type="string"', 'brand')}</table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
<table:table-row>${cell('office:value-type="float" office:value="1234.56"', '1.234,6')}${cell('office:value-type="percentage" office:value="0.125"', '13 %')}${cell('office:value-type="currency" office:currency="EUR" office:value="1234.56"', '1.235 €')}${cell('office:value-type="float" office:value="123"', '00123')}${cell('office:value-type="date" office:date-value="2022-06-01T00:00:00"', '01.06.22')}</table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
</table:table></office:document-content>`;
    expect(readWorkbook(zipSync({ 'content.xml': strToU8(content) }), { file: 'x.ods' })).toEqual([
      {
        name: 'List',
        rows: [['brand'], [], [], [], ['1234.56', '12.5%', '1234.56 EUR', '00123', '2022-06-01']],
      },
    ]);
  });

  it('refuses a part that unpacks beyond the limit, and what is no workbook', () => {
    expect(() =>
      readWorkbook(workbook(`<row><c><v>${'1'.repeat(100_000)}</v></c></row>`), {
        file: 'x.xlsx',
        limit: 50_000,
      }),
    ).toThrow(expect.objectContaining({ code: 'AS_FILE_TOO_LARGE' }));
    expect(() => readWorkbook(bytes('plain text'), { file: 'x.xlsx' })).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT' }),
    );
  });
});
