import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchive, takeIn } from '../../archive/index.ts';
import { openEngine } from '../../engine/index.ts';
import type { Day } from '../../model/index.ts';
import { createServer } from '../server.ts';
import { openTestService, type TestService } from '../service.fixture.ts';

interface Page {
  readonly listings: readonly { readonly id: string; readonly regime: string }[];
  readonly next?: number;
}

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

it('gives the same listings in pages, as JSON lines and as CSV', async () => {
  const pages: string[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Page = await service.get(`/v1/listings?on=2022-06-01&limit=17&after=${after}`);
    pages.push(...page.listings.map(({ id }) => id));
    after = page.next;
  }
  const lines = (await service.ask({ url: '/v1/listings?on=2022-06-01&format=jsonl' })).body
    .trim()
    .split('\n');
  const csv = (await service.ask({ url: '/v1/listings?on=2022-06-01&format=csv' })).body.trim().split('\r\n');
  expect(pages.length).toBeGreaterThan(50);
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(pages);
  expect(csv.slice(1).map((line) => line.split(',')[0])).toEqual(pages);
});

it('has only what was in force on the day, of the regime asked for', async () => {
  const ids = async (on: string) =>
    (await service.get<Page>(`/v1/listings?on=${on}&regime=us-bis-entity-list&limit=500`)).listings;
  const [before, after] = [await ids('2019-10-08'), await ids('2019-10-09')];
  expect(after.length).toBeGreaterThan(before.length);
  expect(new Set(after.map(({ regime }) => regime))).toEqual(new Set(['us-bis-entity-list']));
});

it('has those of which a list gives no first day, as not known before it was first seen', async () => {
  const { home } = service.engine;
  const files = join(home, 'files');
  mkdirSync(files);
  writeFileSync(
    join(files, 'sdn.xml'),
    '<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>05/01/2024</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>7</uid><lastName>QUUXWARE HOLDING SA</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry></sdnList>',
  );
  await takeIn(openArchive(home), files, { now: () => '2024-05-01T00:00:00Z' });
  const server = await createServer({
    engine: openEngine({ home, today: '2026-06-01' as Day }),
    reports: join(home, 'reports'),
  });
  const listingsOn = async (on: string, format = 'jsonl') =>
    (
      await server.inject({ url: `/v1/listings?on=${on}&format=${format}`, headers: { host: 'localhost' } })
    ).body
      .split(/\r?\n/)
      .filter((line) => line.includes('QUUXWARE'));
  expect((await listingsOn('2022-06-01')).map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      state: 'not known',
      because: 'no day of listing; first seen on 1 May 2024',
      seen: '2024-05-01',
    }),
  ]);
  expect((await listingsOn('2022-06-01', 'csv'))[0]).toMatch(
    /,not known,"?no day of listing; first seen on 1 May 2024"?$/,
  );
  const [later] = (await listingsOn('2024-06-01')).map((line) => JSON.parse(line));
  expect([later.state, later.because]).toEqual(['in force', undefined]);
  await server.close();
});
