import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, type PartyId, viewOf } from '../model/index.ts';
import { loadCasebook } from './load-casebook.ts';
import { type PartyPage, partyPage } from './party-page.ts';

const casebook = loadCasebook();
const today = '2026-11-22' as Day;
const register = viewOf({
  known: today,
  parties: casebook.parties,
  listings: casebook.listings,
  links: casebook.links,
  versions: [],
  redirects: {},
  hash: '',
});
const page = (party: string, on: string): PartyPage =>
  partyPage(register, casebook, { party: party as PartyId, on: on as Day, today });
const regimes = ({ inForce }: PartyPage) => inForce.map(({ listing }) => listing.regime);

describe('partyPage', () => {
  it.each([
    ['2018-08-12', []],
    ['2019-06-01', ['us-ndaa-889']],
    ['2019-10-08', ['us-ndaa-889']],
    ['2019-10-09', ['us-ndaa-889', 'us-bis-entity-list']],
    ['2021-06-02', ['us-ndaa-889', 'us-bis-entity-list', 'us-dod-1237', 'us-ns-cmic', 'us-fcc-covered']],
    ['2022-06-01', ['us-ndaa-889', 'us-bis-entity-list', 'us-fcc-covered', 'us-dod-1260h', 'us-ns-cmic']],
  ])('has the listings of Hikvision that stood on %s', (on, expected) => {
    expect(regimes(page('hikvision', on))).toEqual(expected);
  });

  it('says on a day in the past nothing of later events, notes, remarks and ends', () => {
    const { timeline, notes, party, inForce, ahead } = page('hikvision', '2021-01-01');
    expect(timeline.at(-1)?.day.text).toBe('2020-11-12');
    expect([...notes, ...party.notes, ...ahead]).toEqual([]);
    expect(inForce.map(({ listing }) => [listing.until, listing.remarks])).toEqual(
      inForce.map(() => [undefined, undefined]),
    );
  });

  it('keeps a footnote away until it was added', () => {
    const entityList = (on: string) =>
      page('dahua', on).inForce.find(({ listing }) => listing.regime === 'us-bis-entity-list')!;
    expect(entityList('2022-06-01')).toMatchObject({ listing: { programs: [] }, ahead: {}, come: {} });
    expect(entityList('2022-10-07').listing.programs).toEqual(['footnote 4']);
  });

  it('tells deadlines that a listing sets from days that have come', () => {
    const cmic = page('hikvision', '2022-06-01').inForce.find(
      ({ listing }) => listing.regime === 'us-ns-cmic',
    )!;
    expect(cmic.come).toEqual({ 'purchases barred from': '2021-08-02' });
    expect(cmic.ahead).toEqual({ 'divest by': '2022-06-03' });
  });

  it('shows EZVIZ at 60 percent before its share offering and both stated shares after it', () => {
    const shares = (on: string) =>
      page('ezviz', on)
        .owners.filter(({ other, link }) => other === 'hikvision' && link.kind === 'ownership')
        .map(({ share }) => share);
    expect(shares('2022-06-01')).toEqual(['60 %']);
    expect(shares('2023-01-01')).toEqual(['51 %', '48 %']);
  });

  it('marks what was stated for a later day only', () => {
    const { owners } = page('hikvision', '2019-06-01');
    expect(owners.find(({ other }) => other === 'gong-hongjia')?.statedLater).toBe(true);
    expect(owners.find(({ share }) => share === '40.42 %')?.statedLater).toBe(false);
  });

  it('explains every source code on the page', () => {
    const { sources, inForce } = page('hikvision', today);
    for (const { listing } of inForce) {
      for (const code of listing.provenance.source.split(', ')) expect(sources).toHaveProperty(code);
    }
  });

  it('never shows a listing before its first day or after its last, nor an event before it happened', () => {
    const ids = casebook.parties.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: 0, max: 9500 }), (id, days) => {
        const on = addDays('2001-01-01' as Day, days);
        const { inForce, ended, timeline } = page(id, on);
        expect(inForce.every(({ listing }) => (listing.from ?? listing.seen!) <= on)).toBe(true);
        expect(ended.every(({ listing }) => listing.until! < on)).toBe(true);
        expect(timeline.every(({ day }) => day.latest <= on)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
