import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import { build, casebookListing, casebookParty, chain, identifier } from './register.fixture.ts';

const lei = '5493001KJTIIGC8Y1R12';
const one = (entry: object, source = 'a') => chain(source, ['2020-01-01', [{ entry: '1', ...entry }]]);
const ids = (register: ReturnType<typeof build>) => register.parties.map((party) => party.id);
const hik = casebookParty('hikvision', 'Hangzhou Hikvision Digital Technology Co., Ltd.', {
  names: [
    { text: 'Hangzhou Hikvision Digital Technology Co., Ltd.', kind: 'primary' },
    { text: 'Hikvision', kind: 'alias' },
    { text: '杭州海康威视数字技术股份有限公司', kind: 'alias' },
    { text: 'Hik Video Group', kind: 'alias', provenance: { source: 'M', verified: 'from memory' } },
  ],
  identifiers: [identifier('source id', '30946', 'ofac')],
});

describe('parties of several lists', () => {
  it.each([
    [
      'an equal LEI',
      { identifiers: [identifier('LEI', lei)] },
      { identifiers: [identifier('LEI', lei.toLowerCase())] },
    ],
    [
      'an IMO number of vessels, however written',
      { schema: 'Vessel', identifiers: [identifier('IMO', 'IMO 9187629')] },
      { schema: 'Vessel', identifiers: [identifier('IMO', '9187629')] },
    ],
    [
      'a passport, where the names agree',
      { schema: 'Person', name: 'PETROV, Ivan', identifiers: [identifier('passport', 'AB 1234567', 'ru')] },
      {
        schema: 'Person',
        name: 'Ivan Ivanovich Petrov',
        identifiers: [identifier('passport', 'AB1234567', 'ru')],
      },
    ],
  ] as const)('are brought together by %s, with the reason', (_what, left, right) => {
    const register = build([one(left as object, 'a'), one(right as object, 'b')]);
    expect(ids(register)).toEqual(['a:1']);
    expect(register.listings).toMatchObject([
      {
        id: 'a:1:fake-regime',
        sourceEntry: { source: 'a', entry: '1' },
        otherEntries: [{ source: 'b', entry: '1' }],
        alsoStatedBy: [{ source: 'b' }],
      },
    ]);
    expect(register.redirects).toEqual({ 'b:1': 'a:1' });
    expect(register.merges).toMatchObject([{ party: 'a:1', member: 'b:1', evidence: 'identifier' }]);
  });

  it.each([
    [
      'kinds differ',
      { identifiers: [identifier('tax number', '770012345', 'ru')] },
      { schema: 'Person', identifiers: [identifier('tax number', '770012345', 'ru')] },
    ],
    [
      'LEIs differ',
      { identifiers: [identifier('UEI', 'ABCDEFGHIJKL'), identifier('LEI', lei)] },
      { identifiers: [identifier('UEI', 'ABCDEFGHIJKL'), identifier('LEI', '549300ABCDEFGHIJKL99')] },
    ],
    [
      'names have nothing in common',
      { name: 'Alpha Trading', identifiers: [identifier('BIC', 'ABCDEF22')] },
      { name: 'Omega Shipping', identifiers: [identifier('BIC', 'ABCDEF22')] },
    ],
    [
      'birth years differ',
      {
        schema: 'Person',
        name: 'Ali Hassan',
        births: ['1960-01-01'],
        identifiers: [identifier('passport', 'A1234567')],
      },
      {
        schema: 'Person',
        name: 'Ali Hassan',
        births: ['1985-01-01'],
        identifiers: [identifier('passport', 'A1234567')],
      },
    ],
  ] as const)('stay apart where %s, and the doubt is kept', (_what, left, right) => {
    const register = build([one(left as object, 'a'), one(right as object, 'b')]);
    expect(ids(register)).toEqual(['a:1', 'b:1']);
    expect(register.doubts).toMatchObject([{ a: 'a:1', b: 'b:1' }]);
  });

  it.each([
    [
      'numbers of different countries',
      identifier('passport', 'A1234567', 'ir'),
      identifier('passport', 'A1234567', 'iq'),
    ],
    ['a short number', identifier('registration number', '123'), identifier('registration number', '123')],
    ['a filler', identifier('tax number', '000000000'), identifier('tax number', '000000000')],
    ['a phone', identifier('phone', '+86 10 12345678'), identifier('phone', '+86 10 12345678')],
  ])('are not brought together by %s', (_what, left, right) => {
    const schema = left.kind === 'passport' ? 'Person' : 'Company';
    const entry = { name: 'Same Name Trading', schema };
    const register = build([
      one({ ...entry, identifiers: [left] }, 'a'),
      one({ ...entry, identifiers: [right] }, 'b'),
    ]);
    expect(ids(register)).toEqual(['a:1', 'b:1']);
    expect(register.doubts).toEqual([]);
  });

  it('stay apart where one publisher lists them as two at the same time, but not where one followed the other', () => {
    const same = { identifiers: [identifier('LEI', lei)] };
    const together = build([
      chain('a', [
        '2020-01-01',
        [
          { entry: '1', ...same },
          { entry: '2', ...same },
        ],
      ]),
    ]);
    expect(ids(together)).toEqual(['a:1', 'a:2']);
    const after = build([
      chain('a', ['2020-01-01', [{ entry: '1', ...same }]], ['2021-01-01', [{ entry: '2', ...same }]]),
    ]);
    expect(ids(after)).toEqual(['a:1']);
  });

  it('are not joined through a third whose parts speak against each other', () => {
    const other = '549300ABCDEFGHIJKL99';
    const register = build([
      one({ identifiers: [identifier('LEI', lei), identifier('UEI', 'ABCDEFGHIJKL')] }, 'a'),
      one({ identifiers: [identifier('UEI', 'ABCDEFGHIJKL'), identifier('UEI', 'ZZZZZZZZZZZZ')] }, 'b'),
      one({ identifiers: [identifier('LEI', other), identifier('UEI', 'ZZZZZZZZZZZZ')] }, 'c'),
    ]);
    expect(ids(register)).toEqual(['a:1', 'c:1']);
  });

  it('are kept apart when the settings say so', () => {
    const same = { identifiers: [identifier('LEI', lei)] };
    const register = build([one(same, 'a'), one(same, 'b')], { keepApart: [['b:1', 'a:1']] });
    expect(ids(register)).toEqual(['a:1', 'b:1']);
  });

  it('come out the same in whatever order lists and entries are given, never two of one list in one party', () => {
    const pool = [lei, '549300ABCDEFGHIJKL99'].map((value) => identifier('LEI', value));
    const ueis = ['ABCDEFGHIJKL', 'ZZZZZZZZZZZZ', 'YYYYYYYYYYYY'].map((value) => identifier('UEI', value));
    const entry = fc.record({ identifiers: fc.subarray([...pool, ...ueis]) });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (lists) => {
          const chains = (reverse: boolean) =>
            lists.map((entries, list) => {
              const numberedEntries = entries.map((fake, index) => ({ entry: String(index + 1), ...fake }));
              return chain(`l${list}`, ['2020-01-01', reverse ? numberedEntries.reverse() : numberedEntries]);
            });
          const [forward, backward] = [build(chains(false)), build(chains(true).reverse())];
          expect(backward).toEqual(forward);
          for (const party of forward.parties) {
            const merged = forward.merges!.filter((merge) => merge.party === party.id);
            const lists = [party.id, ...merged.map((merge) => merge.member)].map((id) => id.split(':')[0]);
            expect(new Set(lists).size).toBe(lists.length);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('casebook and lists', () => {
  const casebook = {
    parties: [hik],
    listings: [casebookListing('hikvision', 'us-bis-entity-list', { from: '2019-10-09' as Day })],
    links: [],
  };
  const withEntry = (entry: object, source = 'x') => build([one(entry, source)], { casebook });

  it.each([
    [
      'its publisher id',
      { entry: '30946', name: 'HANGZHOU HIKVISION' },
      'us-ofac-consolidated',
      'casebook identifier',
    ],
    [
      'its full name and country',
      { name: 'HANGZHOU HIKVISION DIGITAL TECHNOLOGY COMPANY LIMITED', countries: ['cn'] },
      'x',
      'casebook name',
    ],
    [
      'its full name as alias',
      { name: 'Hik', aliases: ['Hangzhou Hikvision Digital Technology Co., Ltd.'], countries: ['cn'] },
      'x',
      'casebook name',
    ],
    [
      'a short name under the regime of the casebook',
      { name: 'Hikvision', countries: ['cn'], regimes: ['us-bis-entity-list'] },
      'x',
      'casebook name',
    ],
    [
      'its full name but for a part of the legal form, under the regime of the casebook',
      { name: 'Hangzhou Hikvision Digital Technology Company', regimes: ['us-bis-entity-list'] },
      'x',
      'casebook name',
    ],
    [
      'its full name under the regime of the casebook, though the list gives another country',
      {
        name: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
        countries: ['ky'],
        regimes: ['us-bis-entity-list'],
      },
      'x',
      'casebook name',
    ],
    [
      'its full name, where the list gives the state and the casebook a part of it',
      { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.', countries: ['hk'] },
      'x',
      'casebook name',
    ],
    [
      'a full name without country under that regime',
      { name: '杭州海康威视数字技术股份有限公司', regimes: ['us-bis-entity-list'] },
      'x',
      'casebook name',
    ],
  ] as const)('meet by %s; the casebook gives the id', (_what, entry, source, evidence) => {
    const register = withEntry(entry, source);
    expect(ids(register)).toEqual(['hikvision']);
    expect(register.merges?.[0]).toMatchObject({ party: 'hikvision', evidence });
  });

  it.each([
    ['a short name alone', { name: 'Hikvision', countries: ['cn'] }],
    ['another country', { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.', countries: ['us'] }],
    [
      'a full name without country under another regime',
      { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.' },
    ],
    [
      'a part of the legal form',
      { name: 'Hangzhou Hikvision Digital Technology Company', countries: ['cn'] },
    ],
    [
      'another legal form, even under that regime',
      {
        name: 'Hangzhou Hikvision Digital Technology Inc.',
        countries: ['cn'],
        regimes: ['us-bis-entity-list'],
      },
    ],
    [
      'another kind',
      { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.', countries: ['cn'], schema: 'Vessel' },
    ],
    [
      'a longer name',
      { name: 'Hangzhou Hikvision Digital Technology Services Co., Ltd.', countries: ['cn'] },
    ],
    ['a name that the casebook has from memory', { name: 'Hik Video Group', countries: ['cn'] }],
  ] as const)('do not meet by %s', (_what, entry) => {
    expect(ids(withEntry(entry))).toEqual(['hikvision', 'x:1']);
  });

  it('state one listing once: the list entry with the dates and citation of the casebook, and both sources', () => {
    const { listings } = withEntry({ name: 'Hikvision', countries: ['cn'], regimes: ['us-bis-entity-list'] });
    expect(listings).toMatchObject([
      {
        id: 'casebook:hikvision:us-bis-entity-list',
        from: '2019-10-09',
        seen: '2020-01-01',
        citation: '84 FR 1',
        sourceEntry: { source: 'x', entry: '1', version: 'x 2020-01-01' },
        provenance: { source: 'x' },
        fieldProvenance: { from: { source: 'S1' }, citation: { source: 'S1' } },
        alsoStatedBy: [{ source: 'S1' }],
      },
    ]);
  });

  it.each([
    [
      'the list, where it began earlier',
      '2019-10-08',
      {},
      '2019-10-08',
      {},
      { note: 'states from 2019-10-09' },
    ],
    [
      'the casebook, where it has an earlier one from a document',
      '2026-06-10',
      {},
      '2019-10-09',
      { note: expect.stringContaining('states from 2026-06-10') },
      {},
    ],
    [
      'the list, where the casebook has its own from memory',
      '2026-06-10',
      { provenance: { source: 'M', verified: 'from memory' } },
      '2026-06-10',
      {},
      { note: 'states from 2019-10-09' },
    ],
  ] as const)(
    'take the beginning of %s, and name the other',
    (_what, from, more, expected, ofList, ofCasebook) => {
      const listing = casebookListing('hikvision', 'us-bis-entity-list', {
        from: '2019-10-09' as Day,
        ...more,
      });
      const entry = {
        name: 'Hikvision',
        countries: ['cn'],
        regimes: ['us-bis-entity-list'],
        from: from as Day,
      };
      const { listings } = build([one(entry, 'x')], { casebook: { ...casebook, listings: [listing] } });
      expect(listings).toMatchObject([{ from: expected, provenance: ofList, alsoStatedBy: [ofCasebook] }]);
      expect(listings[0]!.fieldProvenance?.from === undefined).toBe(expected === from);
    },
  );

  it('meet in two extracts that name the party differently, for no version sets the two names side by side', () => {
    const entry = (id: string, name: string) => [
      { entry: `sha256:${id}`, name, regimes: ['us-bis-entity-list'] },
    ];
    const register = build(
      [
        chain(
          'x',
          ['2026-07-09', entry('1', 'Hangzhou Hikvision Digital Technology Co., Ltd.'), 'extract'],
          ['2026-08-18', entry('2', '杭州海康威视数字技术股份有限公司'), 'extract'],
        ),
      ],
      { casebook },
    );
    expect(ids(register)).toEqual(['hikvision']);
  });

  it('say in the reason what was overlooked, and let the entry that needs nothing overlooked go first', () => {
    const name = 'Hangzhou Hikvision Digital Technology Co., Ltd.';
    const regimes = ['us-bis-entity-list'];
    const register = build(
      [
        chain('x', [
          '2020-01-01',
          [
            { entry: '1', name, countries: ['gb'], regimes },
            { entry: '2', name, countries: ['cn'], regimes },
          ],
        ]),
        chain('y', ['2020-01-01', [{ entry: '3', name, countries: ['gb'], regimes }]]),
      ],
      { casebook },
    );
    expect(ids(register)).toEqual(['hikvision', 'x:1']);
    expect(register.merges?.map(({ member, reason }) => [member, reason.includes('the country GB')])).toEqual(
      [
        ['x:2', false],
        ['y:3', true],
      ],
    );
    expect(register.doubts).toMatchObject([
      { a: 'hikvision', b: 'x:1', against: expect.stringContaining('two entries') },
    ]);
  });

  it('keep listings of the casebook that no list states', () => {
    expect(withEntry({ entry: '30946' }, 'us-ofac-sdn').listings.map((listing) => listing.regime)).toEqual([
      'us-bis-entity-list',
      'fake-regime',
    ]);
  });
});
