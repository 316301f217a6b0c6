import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../test/list-files.ts';
import { readList } from '../read-list.ts';
import { readIdentifiers } from './identifiers.ts';
import { usCsl } from './source.ts';

describe('the identifiers of the screening list', () => {
  it.each([
    ['Passport, 836238033, KP', { label: 'Passport', value: '836238033', country: 'KP' }],
    ['US, 80-0890696, Tax ID No.', { label: 'Tax ID No.', value: '80-0890696', country: 'US' }],
    ['1148904001971, Registration ID', { label: 'Registration ID', value: '1148904001971' }],
    ['Gender, Male', { label: 'Gender', value: 'Male' }],
    [
      'Secondary sanctions risk:, North Korea Sanctions Regulations, sections 510.201 and 510.210',
      {
        label: 'Secondary sanctions risk:',
        value: 'North Korea Sanctions Regulations, sections 510.201 and 510.210',
      },
    ],
  ])('reads %j of either layout', (cell, fact) => expect(readIdentifiers(cell)[0]).toMatchObject(fact));
});

const json = usCsl.formats[1]!;
const entry = {
  id: 'e1',
  source: 'Entity List (EL) - Bureau of Industry and Security',
  name: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
  alt_names: ['Hikvision'],
  programs: [],
  addresses: [
    { address: 'No. 555 Qianmo Road', city: 'Hangzhou', state: null, postal_code: '310052', country: 'CN' },
  ],
  federal_register_notice: '84 FR 54004',
  start_date: '2019-10-09',
  license_requirement: 'For all items subject to the EAR.',
  license_policy: 'Case-by-case review',
  source_list_url: 'https://example.org',
};
const file = (...results: unknown[]) =>
  fileOf('consolidated.json', JSON.stringify({ total: results.length, results }));

describe('the screening list as JSON', () => {
  it('lists each entry under the regime of its own list, with requirement and policy', () => {
    const read = readList(json, [
      file(entry, {
        id: '2',
        source: 'Specially Designated Nationals (SDN) - Treasury Department',
        name: 'XPCC',
        entity_number: 30_000,
        type: 'Entity',
        programs: ['GLOMAG', 'UHRPA'],
        ids: [{ type: 'Tax ID No.', number: '12', country: 'CN' }],
      }),
    ]);
    expect(read.issues).toEqual([]);
    expect(read.facts).toEqual({ counts: { rows: 2, EL: 1, SDN: 1 }, declared: 2 });
    expect(read.records).toMatchObject([
      {
        countries: ['cn'],
        addresses: [{ city: 'Hangzhou', postalCode: '310052' }],
        listings: [
          {
            regime: 'us-bis-entity-list',
            from: '2019-10-09',
            citation: '84 FR 54004',
            requirement: 'For all items subject to the EAR.',
            policy: 'Case-by-case review',
          },
        ],
      },
      {
        identifiers: [
          { kind: 'tax number', issuer: 'cn' },
          { kind: 'source id', value: '30000', issuer: 'us-ofac' },
        ],
        listings: [
          { regime: 'us-ofac-sdn', programs: ['UHRPA'] },
          { regime: 'us-ofac-sdn-glomag', programs: ['GLOMAG'] },
        ],
      },
    ]);
  });

  it('reports an entry of a list that it does not know as lost, and a field as unread', () => {
    const { issues, records } = readList(json, [
      file({ ...entry, mood: 1 }, { ...entry, id: '3', source: 'New List (NEW)' }),
    ]);
    expect(records).toHaveLength(1);
    expect(issues).toMatchObject([
      { field: 'mood', lost: false },
      { field: 'source', lost: true, line: 2 },
    ]);
  });
});
