import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inChunks } from '../src/formats/index.ts';
import { Fault, type Issue } from '../src/model/index.ts';
import { devicesInPart, deviceTableShape, readAny } from '../src/portfolio/index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name = 'x') =>
  readAny([{ name, bytes: typeof text === 'string' ? bytesOf(text) : text }]);
const header = 'Asset Tag,Manufacturer,Model,MAC';

function workbook(rows: string): Uint8Array {
  const part = (text: string) => bytesOf(`<?xml version="1.0"?>${text}`);
  return zipSync({
    'xl/workbook.xml': part(
      '<workbook xmlns:r="r"><sheets><sheet name="Cameras" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
}

const row = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((cell, index) => `<c r="${'ABCDEF'[index]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

describe('hostile and broken exports', () => {
  it('passes over a line without end and reads on, holding no more than its limit', () => {
    const issues: Issue[] = [];
    const good = `${header}\nT-1,Axis,P3245-LV,ACCC8E051011\n`;
    const text = `${good}T-2,${'x'.repeat(9_000_000)}\nT-3,Dahua,IPC-HFW2431S,3CEF8C661009\n`;
    const devices = [
      ...devicesInPart(
        { chunks: inChunks(bytesOf(text), 65_536), firstLine: 1 },
        deviceTableShape(inChunks(bytesOf(text), 65_536), { file: 'long.csv' }),
        (issue) => issues.push(issue),
      ),
    ];
    expect(devices.map(({ id }) => id)).toEqual(['T-1', 'T-3']);
    expect(issues).toMatchObject([{ code: 'AS_FILE_TOO_LARGE', line: 3, lost: true }]);
  });

  it('refuses a workbook that unpacks beyond its limit, by what its directory states', () => {
    const bomb = zipSync({
      'xl/workbook.xml': bytesOf('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(1000),
    });
    const directory = Buffer.from(bomb).lastIndexOf('PK\u0001\u0002');
    new DataView(bomb.buffer).setUint32(directory + 24, 700_000_000, true);
    const { unread, portfolio } = read(bomb, 'bomb.xlsx');
    expect(portfolio.assets).toEqual([]);
    expect(unread[0]?.fault.code).toBe('AS_FILE_TOO_LARGE');
  });

  it('takes the names of sheets for sites where no column says one', () => {
    const sheet = (brand: string) =>
      bytesOf(
        `<worksheet><sheetData>${row(1, 'Brand', 'Model')}${row(2, brand, 'M1234')}</sheetData></worksheet>`,
      );
    const relation = (id: number) => `<Relationship Id="r${id}" Target="worksheets/sheet${id}.xml"/>`;
    const book = zipSync({
      'xl/workbook.xml': bytesOf(
        '<workbook xmlns:r="x"><sheets><sheet name="North" r:id="r1"/><sheet name="South" r:id="r2"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': bytesOf(`<Relationships>${relation(1)}${relation(2)}</Relationships>`),
      'xl/worksheets/sheet1.xml': sheet('Axis'),
      'xl/worksheets/sheet2.xml': sheet('Hanwha'),
    });
    const { portfolio } = read(book, 'schools.xlsx');
    expect(portfolio.assets.map(({ site }) => site)).toEqual(['North', 'South']);
    expect(portfolio.files[0]?.notices.join()).toContain('names of the sheets are taken (North, South)');
  });

  it.each([
    [
      'nmap',
      '<!DOCTYPE nmaprun [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nmaprun><host><status state="up"/><address addr="&b;" addrtype="ipv4"/></host></nmaprun>',
    ],
    [
      'payments',
      '<!DOCTYPE D [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn><GrpHdr><MsgId>&x;</MsgId></GrpHdr></CstmrCdtTrfInitn></Document>',
    ],
  ])('reads no XML entities: %s', (_, xml) => {
    const { portfolio, unread, issues } = read(xml);
    expect(JSON.stringify(portfolio.assets)).not.toMatch(/aaaa|root:/);
    expect(
      [...unread.map(({ fault }) => fault.message), ...issues.map(({ message }) => message)].join(),
    ).toContain('entities');
  });

  it('keeps formulas as text and runs none', () => {
    const { portfolio } = read(`${header}\n=HYPERLINK("http://x"),Axis,"=cmd|'/c calc'!A1",ACCC8E051011\n`);
    expect(portfolio.assets).toMatchObject([{ model: "=cmd|'/c calc'!A1", mac: 'ACCC8E051011' }]);
  });

  it('loses only the rows that it names where columns are missing', () => {
    const { portfolio, issues } = read(
      `${header}\nT-1,Axis\n,,,\n,,,not a mac\nT-4,Dahua,IPC-HFW2431S,3CEF8C661009,extra\n`,
    );
    expect(portfolio.assets.map(({ id }) => id)).toEqual(['T-1', 'T-4']);
    expect(issues.map(({ line, lost }) => [line, lost])).toEqual([
      [4, true],
      [5, false],
    ]);
  });

  it.each([
    ['at the end', 'T-1,Axis,P3245,ACCC8E051011\nT-2,"Axis,P3245,\n', ['T-1']],
    ['in the midst', 'T-1,Axis,P3245,\nT-2,"Axis,P3245,\nT-3,Axis,P3245,\n', ['T-1', 'T-3']],
    ['before one that does', 'T-1,Axis,P3245,\nT-2,"Axis,P3245,\nT-3,"Axis",P3245,\n', ['T-1', 'T-3']],
  ])('loses the line alone whose quote never closes: %s', (_where, rows, ids) => {
    const { portfolio, issues } = read(`${header}\n${rows}`);
    expect(portfolio.assets.map(({ id }) => id)).toEqual(ids);
    expect(issues).toMatchObject([{ code: 'AS_ROW', line: 3, lost: true }]);
  });

  it('keeps a quoted cell that has line ends of its own', () => {
    const { portfolio, issues } = read(`${header}\nT-1,"Axis\nCommunications",P3245-LV,ACCC8E051011\n`);
    expect(portfolio.assets).toMatchObject([{ brand: 'Axis\nCommunications' }]);
    expect(issues).toEqual([]);
  });

  it('keeps orders to a terminal out of what it reads', () => {
    const esc = String.fromCharCode(27);
    const { portfolio } = read(`${header}\n${esc}]0;x${esc}T-1,Axis${esc}[2J,P3245-LV,ACCC8E051011\n`);
    expect(JSON.stringify(portfolio.assets)).not.toContain('u001b');
  });

  it.each([
    [
      'semicolons and windows-1252',
      Uint8Array.from(
        [...'Standort;Hersteller;Modell\nM', '\u00fc', 'nchen;Axis;P3245']
          .join('')
          .split('')
          .map((sign) => sign.charCodeAt(0)),
      ),
    ],
    [
      'tabs and UTF-16',
      new Uint8Array(Buffer.from('\ufeffStandort\tHersteller\tModell\nMünchen\tAxis\tP3245', 'utf16le')),
    ],
    ['a title above the header', bytesOf('Inventar 2025\n\nStandort;Hersteller;Modell\nMünchen;Axis;P3245')],
  ])('reads %s', (_, bytes) => {
    expect(read(bytes).portfolio.assets).toMatchObject([{ site: 'München', brand: 'Axis', model: 'P3245' }]);
  });

  it('reads decimal commas and days of either order from what the column shows', () => {
    const german = read('Hersteller;Modell;Preis (EUR);Kaufdatum\nAxis;P3245;1.234,50;31.12.2021\n').portfolio
      .assets[0];
    expect(german).toMatchObject({ cost: { minor: 123_450, currency: 'EUR' }, purchased: '2021-12-31' });
    const american = read(
      'Manufacturer,Model,Cost,Purchase Date\nAxis,P3245,"$1,234.50",12/31/2021\nAxis,P3245,99,1/2/2021\n',
    ).portfolio.assets;
    expect(american).toMatchObject([
      { cost: { minor: 123_450, currency: 'USD' }, purchased: '2021-12-31' },
      { cost: { minor: 9_900 }, purchased: '2021-01-02' },
    ]);
  });

  it('reads doubled headers and merged exports: the most telling column wins, none is lost silently', () => {
    const { portfolio } = read(
      'Model,Model,Manufacturer,MAC Address\nP3245-LV,Axis P3245-LV Dome,Axis,AC:CC:8E:05:10:11\n',
    );
    expect(portfolio.assets).toMatchObject([{ model: 'P3245-LV', brand: 'Axis' }]);
  });

  it('ignores case, space, hyphen and underscore in headers', () => {
    for (const name of ['MAC-Address', 'mac_address', 'Mac Address', 'MACADDRESS']) {
      expect(read(`Model,${name}\nx,ACCC8E051011\n`).portfolio.assets).toMatchObject([
        { mac: 'ACCC8E051011' },
      ]);
    }
  });

  it('reads parts of parts to a depth that no bill of material has, and says so', () => {
    const open = '[{"type":"device","name":"x","components":'.repeat(5_000);
    const text = `{"bomFormat":"CycloneDX","specVersion":"1.5","components":${open}[]${'}]'.repeat(5_000)}}`;
    const { portfolio } = readAny([{ name: 'deep.json', bytes: new TextEncoder().encode(text) }]);
    expect(portfolio.assets).toHaveLength(32);
    expect(portfolio.files[0]!.notices).toEqual(['parts nested more than 32 deep are left out']);
  });

  it('learns a column without a telling header from the shape of its values', () => {
    const { mappings } = read(
      'Foo,Brand,Model\n44:19:B6:3A:10:01,Hikvision,A\n44:19:B6:3A:10:02,Hikvision,B\n',
    );
    expect(mappings[0]?.mapping.columns.mac).toBe('Foo');
  });

  it('reads the sheets of a workbook and names the one that is no inventory', () => {
    const { portfolio } = read(
      workbook(row(1, 'Manufacturer', 'Model', 'MAC') + row(2, 'Axis', 'P3245-LV', 'ACCC8E051011')),
      'a.xlsx',
    );
    expect(portfolio.assets).toMatchObject([{ brand: 'Axis', rows: [{ file: 'a.xlsx#Cameras', line: 2 }] }]);
    expect(
      read(workbook(row(1, 'Foo', 'Bar') + row(2, '1', '2')), 'b.xlsx').unread[0]?.fault.message,
    ).toContain('Cameras');
  });

  it('drops secrets of every kind: columns, URLs, banners', () => {
    const text =
      'Name,IP,MAC,Community,rtsp_url,Banner\ncam,http://admin:hunter2@10.0.0.5/,ACCC8E051011,private,rtsp://admin:hunter2@10.0.0.5/Streaming/Channels/101?user=admin&passwd=hunter2,"HTTP/1.1 200 OK\r\nServer: App-webs/\r\nSet-Cookie: hunter2\r\nAuthorization: Basic hunter2"\n';
    const { portfolio } = read(text);
    expect(JSON.stringify(portfolio)).not.toMatch(/hunter2|admin|private/);
    expect(portfolio.assets).toMatchObject([
      { address: '10.0.0.5', signals: [{ value: '/Streaming/Channels/101' }, { value: 'App-webs/' }] },
    ]);
  });

  it('tells of an empty file, of unknown columns, and of a file that the manifest names and nobody gave', () => {
    expect(read('').unread[0]?.fault.code).toBe('AS_FILE_EMPTY');
    expect(read('foo,bar\n1,2\n').unread[0]?.fault.toString()).toContain('foo, bar');
  });

  it('never fails but with a fault, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', '<', '{', '[{', `${header}\n`, '{1:', 'PK\u0003\u0004'),
        (bytes, head) => {
          const { unread } = read(new Uint8Array([...bytesOf(head), ...bytes]));
          for (const { fault } of unread) expect(fault).toBeInstanceOf(Fault);
        },
      ),
      { numRuns: 200 },
    );
  });
});
