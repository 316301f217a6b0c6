import { describe, expect, it } from 'vitest';
import { fileOf, listFiles } from '../../../test/list-files.ts';
import { describeWithShared } from '../../../test/shared-data.ts';
import { readList } from '../read-list.ts';
import { readEntityCell } from './entity-cell.ts';
import { footnotesOf } from './footnotes.ts';
import { registerXmlFormat } from './register-xml.ts';
import { usBisEntityList } from './source.ts';

describe('readEntityCell', () => {
  it('takes name, aliases and addresses apart', () => {
    expect(
      readEntityCell([
        'Innovation and Technologies LLC, a.k.a., the following two aliases:',
        '—Intekh; and',
        '—INTEKH Co., Ltd.',
        'D. 83 K. 3, St. Petersburg 197374 Russia; and Mira prospect, 2-7 Kovrov, Russia. (See alternate address under China).',
      ]),
    ).toEqual({
      name: 'Innovation and Technologies LLC',
      aliases: ['Intekh', 'INTEKH Co., Ltd.'],
      addresses: ['D. 83 K. 3, St. Petersburg 197374 Russia', 'Mira prospect, 2-7 Kovrov, Russia'],
      crossReference: 'See alternate address under China',
    });
  });

  it.each([
    ['Abdul Satar Ghoura, 501, 5th Floor, Kabul, Afghanistan.', 'Abdul Satar Ghoura'],
    ['Huawei Device Co., Ltd., Dongguan, Guangdong, China.', 'Huawei Device Co., Ltd.'],
    ['Address 01', 'Address 01'],
  ])('ends the name of %j before the address', (line, name) =>
    expect(readEntityCell([line]).name).toBe(name),
  );

  it.each([
    ['Intekh; and', 'Intekh'],
    ['Intekh and ', 'Intekh'],
    ['Intekh;', 'Intekh'],
    ['Sky Thailand', 'Sky Thailand'],
    ['Sky Brand; and', 'Sky Brand'],
  ])('takes the joining word off the alias %j, not the end of a name', (line, alias) =>
    expect(readEntityCell(['Sky Co., a.k.a., the following:', `—${line}`]).aliases).toEqual([alias]),
  );

  it('reads an alias of many blanks in no time', () => {
    const begun = performance.now();
    readEntityCell(['Sky Co.', `—a${' '.repeat(20_000)}b`]);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

it.each([
  ['For all items subject to the EAR. (See § 744.11 of the EAR)', []],
  ['For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2', ['footnote 1']],
  ['(See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)', ['footnote 3']],
  ['For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4', ['footnote 4']],
  ['(See §§ 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR) 5', ['footnote 5']],
])('footnotes of %j', (requirement, footnotes) => expect(footnotesOf(requirement)).toEqual(footnotes));

it('reads the table of the eCFR, whose country stands once above its entities', () => {
  const cell = (text: string) => `<TD class="gpotbl_cell">${text}</TD>`;
  const row = (...cells: string[]) => `<TR>${cells.map(cell).join('')}</TR>`;
  const { records, facts } = readList(registerXmlFormat('ecfr'), [
    fileOf(
      'title-15.xml',
      `<DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX"><HEAD>Supplement No. 4 to Part 744—Entity List</HEAD><TABLE>
<TR><TH>Country</TH><TH>Entity</TH><TH>License requirement</TH><TH>License review policy</TH><TH>Federal Register citation</TH></TR>
${row('AFGHANISTAN', '')}${row('', 'Abdul Satar Ghoura, 501, 5th Floor, Kabul, Afghanistan; <I>and</I> Flat No. 41, Kabul, Afghanistan.', 'For all items subject to the EAR', 'Presumption of denial', '76 FR 71869, 11/21/11.')}
${row("CHINA, PEOPLE'S REPUBLIC OF", '')}${row('', 'Hangzhou Hikvision Digital Technology Co., Ltd., a.k.a., the following one alias:<P>—Hikvision.</P><P>No. 555 Qianmo Road, Hangzhou 310052, China.</P>', 'For all items subject to the EAR. (See § 744.11 of the EAR)', 'Case-by-case review', '84 FR 54004, 10/9/19.')}
</TABLE></DIV9>`,
    ),
  ]);
  expect(facts.counts).toEqual({ entries: 2 });
  expect(records).toMatchObject([
    {
      names: [{ text: 'Abdul Satar Ghoura' }],
      countries: ['af'],
      addresses: [{}, { full: 'Flat No. 41, Kabul, Afghanistan' }],
    },
    {
      names: [
        { text: 'Hangzhou Hikvision Digital Technology Co., Ltd.' },
        { text: 'Hikvision', kind: 'alias' },
      ],
      countries: ['cn'],
      listings: [
        {
          regime: 'us-bis-entity-list',
          from: '2019-10-09',
          citation: '84 FR 54004, 10/9/19.',
          requirement: 'For all items subject to the EAR. (See § 744.11 of the EAR)',
          policy: 'Case-by-case review',
        },
      ],
    },
  ]);
});

describeWithShared('the Entity List of the collection', () => {
  it('gives an entry the same id in the extract and in the rule that added it', () => {
    const rule = readList(registerXmlFormat('rule'), listFiles('us-federal-register', '2023-03929.xml'));
    const list = readList(
      usBisEntityList.formats[1]!,
      listFiles('us-extracts-2026-07', 'bis_entity_list.json.gz'),
    );
    const ids = new Set(list.records.map((record) => record.entry));
    const found = rule.records.filter((record) => ids.has(record.entry));
    expect(found.length).toBeGreaterThan(8);
    expect(rule.records.every((record) => record.listings[0]!.from === '2023-02-24')).toBe(true);
  });
});
