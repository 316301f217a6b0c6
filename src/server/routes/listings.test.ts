import { afterAll, beforeAll, expect, it } from 'vitest';
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
