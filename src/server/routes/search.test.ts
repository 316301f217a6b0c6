import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../service.fixture.ts';

interface Found {
  readonly parties: readonly {
    readonly id: string;
    readonly by: string;
    readonly listedOn: readonly string[];
  }[];
  readonly device?: { readonly reading: string; readonly party?: string; readonly confidence: string };
  readonly total: number;
  readonly next?: number;
}

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const search = (q: string, rest = '') => service.get<Found>(`/v1/search?q=${encodeURIComponent(q)}${rest}`);

describe('the one search field', () => {
  it.each([
    ['a name', 'Hikvision', 'hikvision', 'name'],
    ['a name in its own script', '海康威视', 'hikvision', 'name'],
    ['a slip of the pen', 'Hikvison', 'hikvision', 'name'],
    ['an ISIN', 'CNE100000PM8', 'hikvision', 'identifier'],
    ['an ISIN with spaces', 'CNE 100000 PM8', 'hikvision', 'identifier'],
    ['a Chinese company number', '91330000733796106p', 'hikvision', 'identifier'],
    ['an id', 'dahua', 'dahua', 'identifier'],
  ])('understands %s', async (_what, text, id, by) => {
    expect((await search(text)).parties[0]).toMatchObject({ id, by });
  });

  it('finds all whose name begins with a part that weighs too little for a match', async () => {
    expect((await search('海康')).parties.map(({ id }) => id)).toContain('hikvision');
  });

  it.each([
    ['a MAC address', '44:19:b6:3a:10:01', 'MAC address', 'hikvision'],
    ['a MAC address of a switch table', '4419.b63a.1001', 'MAC address', 'hikvision'],
    ['a model number', 'DS-2CD2143G0-I', 'model number', 'hikvision'],
    ['a brand', 'LTS', 'brand', 'hikvision'],
  ])('understands %s', async (_what, text, reading, party) => {
    const { device } = await search(text);
    expect(device).toMatchObject({ reading, party });
    expect(device!.confidence).not.toBe('certain');
  });

  it('reads no device into a word that is none', async () => {
    for (const text of ['Nokia', 'hello world', 'Zhang Wei 1970'])
      expect((await search(text)).device).toBeUndefined();
  });

  it('says where a hit stood on the day', async () => {
    const on = async (day: string) => (await search('Hikvision', `&on=${day}`)).parties[0]!.listedOn;
    expect(await on('2018-01-01')).toEqual([]);
    expect(await on('2020-01-01')).toEqual(['Entity List', 'Section 889']);
  });

  it('gives every hit once, page by page', async () => {
    const whole = await search('Technology', '&limit=500');
    const ids: string[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Found = await search('Technology', `&limit=3&after=${after}`);
      ids.push(...page.parties.map(({ id }) => id));
      after = page.next;
    }
    expect(ids).toEqual(whole.parties.map(({ id }) => id));
    expect(new Set(ids).size).toBe(whole.total);
  });
});
