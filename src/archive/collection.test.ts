import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithShared, sharedData } from '../../test/shared-data.ts';
import { type Day, isWithin } from '../model/day.ts';
import type { Listing } from '../model/party.ts';
import type { RegisterView } from '../model/register.ts';
import { findSource } from '../sources/index.ts';
import { type Archive, openArchive } from './archive.ts';
import { openRegister } from './open-register.ts';
import { casebookListing, casebookParty, identifier } from './register/register.fixture.ts';
import { takeIn } from './take-in/take-in.ts';

const lists = [
  'us-ofac-sdn',
  'us-ofac-consolidated',
  'us-bis-entity-list',
  'us-dod-1260h',
  'us-fcc-covered',
  'un-sc',
];
const casebook = {
  parties: [
    casebookParty('hikvision', 'Hangzhou Hikvision Digital Technology Co., Ltd.', {
      names: [
        { text: 'Hangzhou Hikvision Digital Technology Co., Ltd.', kind: 'primary' },
        { text: 'Hikvision', kind: 'alias' },
      ],
      identifiers: [identifier('source id', '30946', 'ofac'), identifier('USCC', '91330000733796106P', 'cn')],
    }),
  ],
  listings: [
    casebookListing('hikvision', 'us-ns-cmic', { from: '2021-06-03' as Day, citation: 'EO 14032' }),
    casebookListing('hikvision', 'us-bis-entity-list', {
      from: '2019-10-09' as Day,
      citation: '84 FR 54002',
    }),
    casebookListing('hikvision', 'us-dod-1260h', { from: '2021-06-03' as Day }),
    casebookListing('hikvision', 'us-fcc-covered', { from: '2021-03-12' as Day }),
  ],
  links: [],
};

describeWithShared('the register of the real lists', () => {
  const home = mkdtempSync(join(tmpdir(), 'aftershock-collection-'));
  let archive: Archive;
  let register: RegisterView;
  const known = (day?: string) =>
    openRegister(archive, { today: '2026-11-22' as Day, casebook, ...(day ? { known: day as Day } : {}) });
  beforeAll(async () => {
    archive = openArchive(
      home,
      lists.map((id) => findSource(id)!),
    );
    for (const folder of [
      'ofac-sdn',
      'ofac-consolidated',
      'us-extracts-2026-07',
      'us-1260h',
      'us-fcc-covered',
      'un-sc',
    ]) {
      await takeIn(archive, sharedData(folder), {
        now: () => '2026-11-22T00:00:00.000Z',
        published: '2026-07-09' as Day,
      });
    }
    register = known();
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const regimes = (view: RegisterView, party: string, on?: string) =>
    view
      .listingsOf(party)
      .filter(
        (listing: Listing) =>
          on === undefined ||
          isWithin(on as Day, { from: listing.from ?? listing.seen, until: listing.until }),
      )
      .map((listing) => listing.regime)
      .sort();

  it('has Hikvision once, with a list entry behind its listings', () => {
    expect(register.party('us-ofac-consolidated:30946')!.id).toBe('hikvision');
    const sources = register
      .listingsOf('hikvision')
      .map((listing) => [listing.regime, listing.sourceEntry?.source]);
    expect(sources).toEqual(
      expect.arrayContaining([
        ['us-ns-cmic', 'us-ofac-consolidated'],
        ['us-bis-entity-list', 'us-bis-entity-list'],
        ['us-dod-1260h', 'us-dod-1260h'],
      ]),
    );
    expect(register.listingsOf('hikvision').find((listing) => listing.regime === 'us-ns-cmic')).toMatchObject(
      {
        from: '2021-06-03',
        sourceEntry: { entry: '30946' },
      },
    );
  });

  it('shows on a day what stood on that day and nothing later', () => {
    expect(regimes(register, 'hikvision', '2019-06-01')).toEqual([]);
    expect(regimes(register, 'hikvision', '2020-06-01')).toEqual(['us-bis-entity-list']);
    expect(regimes(register, 'hikvision', '2022-06-01')).toContain('us-ns-cmic');
  });

  it('knows on a day what had been published by then', () => {
    const then = known('2022-01-01');
    expect(then.versions.map((version) => [version.source, version.published])).toEqual([
      ['un-sc', '2018-10-29'],
      ['us-ofac-consolidated', '2020-03-17'],
      ['us-ofac-sdn', '2021-07-07'],
    ]);
    expect(regimes(then, 'hikvision')).toEqual(expect.arrayContaining(['us-bis-entity-list', 'us-ns-cmic']));
    expect(then.listingsOf('hikvision').every((listing) => listing.sourceEntry === undefined)).toBe(true);
    // Taken off between 2021-04-25 and 2021-07-07; the later version of 2023 was not known.
    expect(then.hash).not.toBe(register.hash);
    expect(known('2022-01-01').hash).toBe(then.hash);
  });

  it('keeps who was taken off the SDN list, with an end that is marked as inferred', () => {
    const ended = [...register.listings()].filter(
      (listing) => listing.sourceEntry?.source === 'us-ofac-sdn' && listing.untilInferred,
    );
    const chain = archive.chains().find((candidate) => candidate.source === 'us-ofac-sdn')!;
    const idsOf = (version: typeof chain.live) =>
      new Set(archive.eachLine(version).map((line) => line.entry));
    const ever = chain.versions.map(idsOf).reduce((all, ids) => all.union(ids));
    const gone = ever.difference(idsOf(chain.live));
    expect(gone.size).toBeGreaterThan(1000);
    const stillListed = new Set(
      [...register.listings()]
        .filter((listing) => listing.sourceEntry?.source === 'us-ofac-sdn' && listing.until === undefined)
        .map((listing) => listing.sourceEntry!.entry),
    );
    const endedEntries = new Set(ended.map((listing) => listing.sourceEntry!.entry));
    expect(endedEntries.difference(stillListed)).toEqual(gone);
    for (const listing of ended) expect(listing.until! >= listing.seen!).toBe(true);
  });

  it('never has two entries in one party that the SDN list has at the same time', () => {
    const members = new Map<string, string[]>();
    for (const [member, party] of Object.entries(register.redirects)) {
      if (member.startsWith('us-ofac-sdn:')) members.set(party, [...(members.get(party) ?? []), member]);
    }
    const live = archive.chains().find((chain) => chain.source === 'us-ofac-sdn')!.live;
    const listed = new Set(archive.lines(live).map((line) => `us-ofac-sdn:${line.entry}`));
    for (const [party, merged] of members) {
      expect([party, ...merged].filter((id) => listed.has(id)).length).toBeLessThanOrEqual(1);
    }
  });

  it('opens as it was built', () => {
    const again = known();
    expect(again.hash).toBe(register.hash);
    expect([...again.parties()].length).toBe(again.size);
  });
});
