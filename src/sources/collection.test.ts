import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cut, fileOf, headOf, listFiles } from '../../test/list-files.ts';
import { describeWithShared } from '../../test/shared-data.ts';
import { detectSource, findFormat, findSource, groupFiles } from './detect.ts';
import { readList } from './read-list.ts';
import type { SourceFile } from './source.ts';

interface Expected {
  readonly file: string;
  readonly source: string;
  readonly format: string;
  /** As the file has them, which is as the collection's description says unless noted. */
  readonly counts: Readonly<Record<string, number>>;
  /** Records, where that is not the sum of the counts. */
  readonly records?: number;
  readonly published?: string;
  /** Issues that say something was lost: samples that state the size of the whole. */
  readonly lost?: number;
  /** For extracts and samples that differ from the publisher's own bytes: shares of the file at which a cut is tested. */
  readonly cuts?: readonly number[];
}

const lists: readonly Expected[] = [
  ...(
    [
      ['2018-10-29', 703, 390],
      ['2024-11-30', 686, 193],
      ['2025-04-19', 684, 193],
      ['2026-02-27', 730, 273],
    ] as const
  ).map(([published, individuals, entities]) => ({
    file: `un-sc/${published}/consolidated.xml.gz`,
    source: 'un-sc',
    format: 'un-sc-xml',
    counts: { individuals, entities },
    published,
  })),
  {
    file: 'us-extracts-2026-07/bis_entity_list.json.gz',
    source: 'us-bis-entity-list',
    format: 'bis-entity-list-extract-json',
    counts: { entries: 3409 },
    published: '2026-07-09',
  },
  {
    // 10 entities under 13 entries, says the rule.
    file: 'us-federal-register/2023-03929.xml',
    source: 'us-bis-entity-list',
    format: 'bis-entity-list-rule-xml',
    counts: { entries: 13 },
    published: '2023-02-24',
  },
  {
    file: 'us-csl/ita-source-samples-2018/el.csv',
    source: 'us-bis-entity-list',
    format: 'bis-entity-list-csv',
    counts: { rows: 18 },
    records: 5,
    cuts: [0.3],
  },
  {
    file: 'us-bis-dpl/2019-07-09/dpl.txt',
    source: 'us-bis-dpl',
    format: 'bis-dpl-txt',
    counts: { rows: 546 },
    records: 415,
  },
  {
    file: 'us-bis-dpl/2022-09-07/dpl.txt',
    source: 'us-bis-dpl',
    format: 'bis-dpl-txt',
    counts: { rows: 581 },
    records: 459,
  },
  {
    file: 'us-csl/ita-source-samples-2018/dpl.txt',
    source: 'us-bis-dpl',
    format: 'bis-dpl-txt',
    counts: { rows: 9 },
  },
  extract('bis_dpl', 'us-bis-dpl', 'bis-dpl', 564),
  extract('bis_meu', 'us-bis-meu', 'bis-meu', 70),
  {
    file: 'us-csl/ita-source-samples-2018/uvl.csv',
    source: 'us-bis-uvl',
    format: 'bis-uvl-csv',
    counts: { rows: 19 },
    records: 13,
  },
  extract('cbp_wro', 'us-cbp-wro', 'cbp-wro', 67),
  {
    file: 'us-csl/2019-12-03-extract/csl.csv',
    source: 'us-csl',
    format: 'csl-csv',
    counts: { rows: 115, SDN: 28, SSI: 26, EL: 22, PLC: 13, DTC: 10, DPL: 8, UVL: 4, ISN: 3, CAP: 1 },
    records: 115,
  },
  {
    file: 'us-csl/2025-06-25-extract/consolidated.csv',
    source: 'us-csl',
    format: 'csl-csv',
    counts: { rows: 13, SSI: 3, PLC: 2, SDN: 1, FSE: 1, EL: 1, DPL: 1, UVL: 1, MEU: 1, ISN: 1, DTC: 1 },
    records: 13,
  },
  extract('dow_1260h', 'us-dod-1260h', 'dow-1260h', 80),
  {
    file: 'us-1260h/section-1260h.extract-2026-08-18.csv',
    source: 'us-dod-1260h',
    format: 'dod-1260h-extract-csv',
    counts: { rows: 188 },
  },
  extract('dow_1286', 'us-dod-1286', 'dow-1286', 134),
  ...(
    [
      ['2026-05-21', 13],
      ['2026-07-21', 14],
      ['2026-08-20', 16],
    ] as const
  ).map(([day, items]) => ({
    file: `us-fcc-covered/${day}/table.csv`,
    source: 'us-fcc-covered',
    format: 'fcc-covered-csv',
    counts: { items },
    // Pacific Networks and its subsidiary ComNet share an item.
    records: items + 1,
  })),
  extract('fcc_covered', 'us-fcc-covered', 'fcc-covered', 15),
  extract('ofac_nscmic', 'us-ofac-ns-cmic', 'ofac-nscmic', 68),
  extract('ofac_eo14032_annex', 'us-ofac-ns-cmic', 'ofac-eo14032', 59),
  extract('state_debarred_statutory', 'us-state-ddtc', 'state-debarred-statutory', 779),
  extract('state_debarred_admin', 'us-state-ddtc-admin', 'state-debarred-admin', 8),
  {
    file: 'us-state/ddtc/itar_debarred_party_list_01242018.csv',
    source: 'us-state-ddtc',
    format: 'state-ddtc-csv',
    counts: { rows: 515 },
  },
  {
    file: 'us-csl/ita-source-samples-2018/itar_debarred_parties.csv',
    source: 'us-state-ddtc',
    format: 'state-ddtc-csv-older',
    counts: { rows: 4 },
    cuts: [0.5],
  },
  extract('state_nonproliferation', 'us-state-isn', 'state-nonproliferation', 528),
  {
    file: 'us-state/isn/isn.csv',
    source: 'us-state-isn',
    format: 'state-isn-csv',
    counts: { rows: 213 },
    records: 178,
    // The sample has no line end at its end, so that a cut within the last cell cannot be told.
    cuts: [0.3],
  },
  {
    file: 'us-csl/ita-source-samples-2018/isn.csv',
    source: 'us-state-isn',
    format: 'state-isn-csv',
    counts: { rows: 5 },
    records: 3,
    cuts: [0.6],
  },
  {
    // 163 table rows, three of them headings.
    file: 'us-uflpa/uflpa-entity-list-2026-07-09.html',
    source: 'us-uflpa',
    format: 'uflpa-page-html',
    counts: { rows: 160, tables: 3 },
    records: 149,
    published: '2025-01-14',
  },
  extract('dhs_uflpa', 'us-uflpa', 'dhs-uflpa', 148),
  ...(
    [
      [
        'ofac-consolidated/2025-03-28/consolidated.xml',
        'us-ofac-consolidated',
        'consolidated',
        443,
        '2025-03-28',
        0,
      ],
      // Cut to a few entries; each says how many its list had.
      ['ofac-formats/sdn.sample.xml', 'us-ofac-sdn', 'sdn', 8, '2020-04-22', 1],
      ['ofac-formats/sdn.sample-2.xml', 'us-ofac-sdn', 'sdn', 4, '2014-07-16', 1],
      [
        'us-csl/ita-source-samples-2018/consolidated.xml',
        'us-ofac-consolidated',
        'consolidated',
        16,
        '2014-12-17',
        1,
      ],
    ] as const
  ).map(([file, source, list, entries, published, lost]) => ({
    file,
    source,
    format: `ofac-${list}-xml`,
    counts: { entries },
    published,
    lost,
  })),
  {
    file: 'ofac-consolidated/2020-03-17/cons_advanced.xml.gz',
    source: 'us-ofac-consolidated',
    format: 'ofac-consolidated-advanced-xml',
    counts: { parties: 375, entries: 759, relationships: 276, documents: 573, locations: 464 },
    records: 375,
    published: '2020-03-17',
  },
  {
    file: 'ofac-formats/cons_enhanced.excerpt-2026-07-27.xml',
    source: 'us-ofac-consolidated',
    format: 'ofac-consolidated-enhanced-xml',
    counts: { entities: 1 },
    published: '2026-07-27',
  },
  {
    file: 'uk/ofsi-conlist-2025-04-10/ConList.from-xlsx.csv.gz',
    source: 'uk-ofsi',
    format: 'ofsi-conlist',
    counts: { rows: 18796, groups: 4686 },
    records: 4686,
    published: '2025-04-10',
  },
  {
    file: 'uk/ofsi-conlist-2025-04-10/ConList.xlsx',
    source: 'uk-ofsi',
    format: 'ofsi-conlist',
    counts: { rows: 18796, groups: 4686 },
    records: 4686,
    published: '2025-04-10',
  },
  {
    file: 'uk/samples/ofsi_conlist.sample.csv',
    source: 'uk-ofsi',
    format: 'ofsi-conlist',
    counts: { rows: 23, groups: 6 },
    records: 6,
    published: '2020-04-27',
  },
  {
    file: 'uk/samples/UK-Sanctions-List.excerpt-2026-10-08.csv',
    source: 'uk-sanctions-list',
    format: 'uk-sanctions-list-csv',
    counts: { rows: 1, designations: 1 },
    records: 1,
    published: '2026-10-08',
  },
  {
    file: 'uk/samples/UK-Sanctions-List.excerpt-2026-09-02.xml',
    source: 'uk-sanctions-list',
    format: 'uk-sanctions-list-xml',
    counts: { designations: 2 },
    published: '2026-09-02',
  },
  {
    file: 'eu-fsf/samples/sample_eu.xml',
    source: 'eu-fsf',
    format: 'eu-fsf-xml',
    counts: { entities: 7 },
    published: '2020-04-15',
  },
  {
    file: 'eu-fsf/samples/eu-fsf.excerpt-2024-12-11.xml',
    source: 'eu-fsf',
    format: 'eu-fsf-xml',
    counts: { entities: 1 },
    published: '2024-12-11',
  },
  {
    file: 'eu-fsf/derived-2025-05/eu_fsf_namealias_programme.csv.gz',
    source: 'eu-fsf',
    format: 'eu-fsf-names-derived',
    counts: { rows: 27952 },
  },
  {
    file: 'eu-fsf/derived-2025-05/europe_names.third-party-parse.csv.gz',
    source: 'third-party-parse',
    format: 'eu-names-parse',
    counts: { rows: 5316 },
  },
  {
    file: 'ofac-sdn/derived-2025-05/sdn_names.third-party-parse.csv.gz',
    source: 'third-party-parse',
    format: 'sdn-names-parse',
    counts: { rows: 17863 },
  },
  {
    file: 'ca-sema/2020-04-15/sema-lmes.xml',
    source: 'ca-sema',
    format: 'ca-sema-xml',
    counts: { records: 1369 },
  },
  {
    file: 'ca-sema/2025-05-25/sema-lmes.xml.gz',
    source: 'ca-sema',
    format: 'ca-sema-xml',
    counts: { records: 4759 },
  },
  {
    file: 'ca-ised/named-research-organizations.extract-2026-08-18.csv',
    source: 'ca-ised-nro',
    format: 'ca-ised-extract-csv',
    counts: { rows: 103 },
  },
  {
    file: 'ch-seco/samples/seco-whole-list.excerpt-2026-08-27.xml',
    source: 'ch-seco',
    format: 'ch-seco-whole-list-xml',
    counts: { targets: 3 },
    published: '2026-08-27',
  },
  {
    file: 'ch-seco/samples/seco-amendment-example.xml',
    source: 'ch-seco',
    format: 'ch-seco-amendment-xml',
    counts: { targets: 3 },
    published: '2024-01-17',
  },
  // 9,560 and 9,561 rows in the collection's description: seven of them are blank.
  {
    file: 'au-dfat/2024-12-17/regulation8_consolidated.xlsx',
    source: 'au-dfat',
    format: 'au-dfat-xlsx',
    counts: { rows: 9553, references: 3062 },
    records: 3062,
    published: '2024-11-11',
  },
  {
    file: 'au-dfat/2025-02-09/regulation8_consolidated.xlsx',
    source: 'au-dfat',
    format: 'au-dfat-xlsx',
    counts: { rows: 9554, references: 3062 },
    records: 3062,
    published: '2024-12-09',
  },
  {
    file: 'jp-meti/meti-end-user-list.extract-2026-08-18.csv',
    source: 'jp-meti',
    format: 'jp-meti-extract-csv',
    counts: { rows: 835 },
  },
  {
    file: 'world-bank/2025-01-07/world_bank_listing_of_ineligible_firms_and_individuals.xlsx',
    source: 'wb-debarred',
    format: 'wb-debarred-xlsx',
    counts: { rows: 1285 },
    published: '2025-01-07',
  },
  {
    // 7 entities, one of them an address.
    file: 'opensanctions-format/sanctions-sample.entities.ftm.json',
    source: 'opensanctions',
    format: 'opensanctions-ftm-json',
    counts: { entities: 7, parties: 6 },
    records: 6,
  },
  {
    file: 'opensanctions-format/peps-sample.entities.ftm.json',
    source: 'opensanctions',
    format: 'opensanctions-ftm-json',
    counts: { entities: 40, parties: 18 },
    records: 18,
  },
  {
    file: 'opensanctions-format/peps-sample.targets.nested.json',
    source: 'opensanctions',
    format: 'opensanctions-ftm-json',
    counts: { entities: 5, parties: 5 },
    records: 5,
  },
  {
    file: 'opensanctions-format/peps-sample.targets.simple.csv',
    source: 'opensanctions',
    format: 'opensanctions-simple-csv',
    counts: { rows: 5 },
  },
];

function extract(name: string, source: string, list: string, entries: number): Expected {
  return {
    file: `us-extracts-2026-07/${name}.json`,
    source,
    format: `${list}-extract-json`,
    counts: { entries },
    published: '2026-07-09',
  };
}

function load(path: string): SourceFile {
  const at = path.lastIndexOf('/');
  return listFiles(path.slice(0, at), path.slice(at + 1))[0]!;
}

function formatOf(list: Expected) {
  return findFormat(findSource(list.source)!, list.format)!;
}

describeWithShared('every list file of the collection', () => {
  describe.each(lists)('$file', (list) => {
    it('is recognised, and read whole: counts, names, listings, no field unknown, nothing lost', () => {
      const file = load(list.file);
      const found = detectSource(file.name, headOf(file));
      expect([found?.source.id, found?.format.id]).toEqual([list.source, list.format]);
      const read = readList(formatOf(list), [file]);
      expect(read.facts.counts).toEqual(list.counts);
      expect(read.facts.published).toBe(list.published);
      expect(read.records).toHaveLength(
        list.records ?? Object.values(list.counts).reduce((sum, count) => sum + count, 0),
      );
      expect(read.issues.filter((issue) => issue.lost)).toHaveLength(list.lost ?? 0);
      expect(read.issues.filter((issue) => /not known to this version/.test(issue.message))).toEqual([]);
      const regimes: readonly string[] = findSource(list.source)!.regimes;
      for (const record of read.records) {
        expect(record.names[0]?.kind).toBe('primary');
        expect(record.listings.length).toBeGreaterThan(0);
        for (const listing of record.listings) {
          expect(regimes).toContain(listing.regime.replace(/^os-.*/, 'os-*'));
        }
      }
      expect(new Set(read.records.map((record) => record.entry)).size).toBe(read.records.length);
    });

    it('gives the same records whenever and however its bytes come', () => {
      const file = load(list.file);
      const bytes = Buffer.concat([...file.chunks()]);
      const pieces: SourceFile = {
        name: file.name,
        *chunks() {
          for (let at = 0; at < bytes.length; at += 4093) yield bytes.subarray(at, at + 4093);
        },
      };
      expect(digest(readList(formatOf(list), [pieces]))).toBe(digest(readList(formatOf(list), [file])));
    });

    it.each(list.cuts ?? [0.3, 0.7, 0.97])('is refused when cut at %f', (keep) => {
      expect(() => readList(formatOf(list), [cut(load(list.file), keep)])).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^AS_FILE_(TRUNCATED|FORMAT|EMPTY)$/) }),
      );
    });
  });
});

function digest(read: unknown): string {
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

describe('every format of every source', () => {
  const formats = [...new Map(lists.map((list) => [list.format, list])).values()];
  it.each(formats)('$format refuses an empty file', (list) => {
    const name = list.file.replace(/^.*\//, '').replace(/\.gz$/, '');
    expect(() => readList(formatOf(list), [fileOf(name, '')])).toThrow(
      expect.objectContaining({ code: 'AS_FILE_EMPTY' }),
    );
  });

  it.each(formats)('$format refuses an error page sent in its place', (list) => {
    const name = list.file.replace(/^.*\//, '').replace(/\.gz$/, '');
    const page =
      '<!DOCTYPE html>\n<html><head><title>Access Denied</title></head><body>\n<p>No.</p></body></html>\n';
    expect(() => readList(formatOf(list), [fileOf(name, page)])).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT' }),
    );
  });

  it.each(formats)('$format does not recognise an error page', (list) => {
    expect(formatOf(list).recognises('<!DOCTYPE html><html><title>Access Denied</title>', 'x.html')).toBe(
      false,
    );
  });
});

describeWithShared('Hangzhou Hikvision in the lists that have it', () => {
  it.each([
    ['us-extracts-2026-07/bis_entity_list.json.gz', 'us-bis-entity-list', '2019-10-09'],
    ['us-extracts-2026-07/dow_1260h.json', 'us-dod-1260h', '2026-06-10'],
    ['us-1260h/section-1260h.extract-2026-08-18.csv', 'us-dod-1260h', undefined],
    ['us-fcc-covered/2026-08-20/table.csv', 'us-fcc-covered', '2021-03-12'],
    ['us-extracts-2026-07/fcc_covered.json', 'us-fcc-covered', '2021-03-12'],
    ['us-extracts-2026-07/ofac_nscmic.json', 'us-ns-cmic', '2021-06-03'],
  ])('%s: %s from %s', (path, regime, from) => {
    const list = lists.find((candidate) => candidate.file === path)!;
    const { records } = readList(formatOf(list), [load(path)]);
    const found = records.filter((record) =>
      record.names.some((name) => /hangzhou hikvision/i.test(name.text)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.listings).toMatchObject([{ regime }]);
    expect(found[0]!.listings[0]!.from).toBe(from);
  });
});

describeWithShared('groupFiles', () => {
  const heads = (folder: string, names: string[]) =>
    listFiles(folder, ...names).map((file) => ({ name: file.name, head: headOf(file) }));

  it('puts the files of a set together, main file first', () => {
    const { groups } = groupFiles(
      heads('ofac-sdn/2021-07-07', ['add.csv', 'alt.csv', 'sdn_comments.csv', 'sdn.csv.gz']),
    );
    expect(groups).toMatchObject([
      {
        source: { id: 'us-ofac-sdn' },
        files: ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'],
        missing: [],
      },
    ]);
  });

  it('says what a set lacks', () => {
    const { groups } = groupFiles(
      heads('ofac-sdn/2025-02-27', ['add.csv.gz', 'alt.csv', 'sdn_comments.csv']),
    );
    expect(groups).toMatchObject([{ source: { id: 'us-ofac-sdn' }, isMain: false, missing: ['sdn.csv'] }]);
  });

  it('gives back what it does not know', () => {
    expect(groupFiles([{ name: 'notes.md', head: '# Notes' }]).unknown).toEqual(['notes.md']);
  });
});
