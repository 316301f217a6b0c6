import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const post = (url: string, payload: object) => service.ask({ method: 'POST', url, payload });

/** Names of which every hundredth is listed, one would run in a spreadsheet, and one is blank. */
const names = Array.from({ length: 1000 }, (_, at) =>
  at % 100 === 0 ? 'Hangzhou Hikvision Digital Technology' : `Quiet Meadow Bakery ${at}`,
);
names[1] = '=HYPERLINK("http://example.org")';
names[2] = ' ';

async function finished(body: object): Promise<string> {
  const started = await post('/v1/screen/jobs', body);
  expect(started.statusCode).toBe(202);
  const { id } = started.json<{ id: string }>();
  // The events end when the job does.
  const events = await service.ask({ url: `/v1/jobs/${id}/events` });
  expect(events.body).toContain('event: done');
  return id;
}

describe('a screening that makes no sense', () => {
  it.each(['/v1/screen', '/v1/screen/one', '/v1/screen/jobs'])('is refused by %s', async (url) => {
    const answer = await post(url, { names: ['Acme'], on: '2022-02-30' });
    expect([answer.statusCode, answer.json()]).toEqual([400, expect.objectContaining({ code: 'AS_DAY' })]);
  });

  it('fails where the content of its file came in another form than base64, which would lose a part of it', async () => {
    const started = await post('/v1/screen/jobs', { file: { name: 'a.csv', base64: 'name\nAcme' } });
    const { id } = started.json<{ id: string }>();
    const events = await service.ask({ url: `/v1/jobs/${id}/events` });
    expect(events.body).toContain('event: failed');
    expect(events.body).toContain('not base64');
  });
});

describe('a screening with what was known on a past day', () => {
  it('asks the lists of that day, about that day', async () => {
    const ask = async (more: object) => (await post('/v1/screen', { names: ['Hikvision'], ...more })).json();
    const then = await ask({ known: '2018-01-01' });
    expect(then).toMatchObject({ on: '2018-01-01', known: '2018-01-01' });
    expect(then.rows[0].best.listed).toEqual([]);
    expect(then.register).not.toBe((await ask({})).register);
    expect(await ask({ known: '2999-01-01' })).toMatchObject({ status: 400, code: 'AS_DAY' });
  });
});

describe('a long screening', () => {
  let id: string;
  beforeAll(async () => {
    id = await finished({ names });
  });

  type Page = { rows: { row: number; status: string }[]; next?: number };
  const page = (query: string) => service.get<Page>(`/v1/screen/jobs/${id}/rows?${query}`);

  it('is read page by page, each row once and in the order given', async () => {
    const seen: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const { rows, next }: Page = await page(`limit=300&after=${after}`);
      seen.push(...rows.map(({ row }) => row));
      after = next;
    }
    expect(seen).toEqual(names.map((_, at) => at + 1));
  });

  it('names with each page and row the days, the lists and the register that it rests on', async () => {
    const { on, known, register, listStandings } = await service.get<Record<string, unknown>>(
      `/v1/jobs/${id}/result`,
    );
    const basis = { on, known, register, listStandings };
    expect(register).toMatch(/./);
    expect(await page('limit=1')).toMatchObject(basis);
    expect(await service.get(`/v1/screen/jobs/${id}/rows/1`)).toMatchObject(basis);
  });

  it('is narrowed to one outcome', async () => {
    const hits = await page('status=hit&limit=500');
    expect(hits.rows.map(({ row }) => row)).toEqual(Array.from({ length: 10 }, (_, at) => at * 100 + 1));
    expect(hits.next).toBeUndefined();
  });

  it('is streamed as JSON lines', async () => {
    const answer = await service.ask({ url: `/v1/screen/jobs/${id}/rows?format=jsonl` });
    const lines = answer.body.trim().split('\n');
    expect(lines).toHaveLength(1000);
    expect(JSON.parse(lines[0]!)).toMatchObject({ row: 1, status: 'hit', best: { party: 'hikvision' } });
  });

  it('is streamed as CSV that no spreadsheet runs', async () => {
    const answer = await service.ask({ url: `/v1/screen/jobs/${id}/rows?format=csv` });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toBe(
      'row,name,status,hits,party,caption,score,strength,matched,kind,listed,more,error,lists',
    );
    expect(lines[1]).toMatch(
      /^1,Hangzhou Hikvision Digital Technology,hit,\d+,hikvision,.*,"as of \d{4}-.*not held/,
    );
    expect(lines[2]).toMatch(/^2,"'=HYPERLINK/);
    expect(lines).toHaveLength(1002);
  });

  it('shows one row with the words of its hits, and says where there is none', async () => {
    const row = await service.get<{ results: { party: string; explanation: string }[] }>(
      `/v1/screen/jobs/${id}/rows/101`,
    );
    expect(row.results[0]).toMatchObject({ party: 'hikvision', explanation: expect.stringMatching(/./) });
    expect((await service.ask({ url: `/v1/screen/jobs/${id}/rows/1001` })).statusCode).toBe(404);
  });
});

it('stops when it is told to, and then has no result', async () => {
  const many = Array.from({ length: 50_000 }, (_, at) => `Quiet Meadow Bakery ${at}`);
  const { id } = (await post('/v1/screen/jobs', { names: many })).json<{ id: string }>();
  const stopped = await service.ask({ method: 'DELETE', url: `/v1/jobs/${id}` });
  expect(stopped.json()).toMatchObject({ state: 'cancelled' });
  const answer = await service.ask({ url: `/v1/screen/jobs/${id}/rows` });
  expect(answer.statusCode).toBe(409);
});

it('reads a file of the user as names or rows', async () => {
  const csv = 'Vendor;Country\r\nHangzhou Hikvision Digital Technology;CN\r\nQuiet Meadow Bakery;US\r\n';
  const id = await finished({ file: { name: 'vendors.csv', base64: Buffer.from(csv).toString('base64') } });
  const { rows } = await service.get<{ rows: { name: string; status: string }[] }>(
    `/v1/screen/jobs/${id}/rows`,
  );
  expect(rows.map(({ name, status }) => [name, status])).toEqual([
    ['Hangzhou Hikvision Digital Technology', 'hit'],
    ['Quiet Meadow Bakery', 'clear'],
  ]);
});

it.each([
  ['neither names nor a file', {}],
  ['names and a file', { names: ['A'], file: { name: 'a', base64: 'QQ==' } }],
  ['a word that is not known', { name: 'Hikvision' }],
])('refuses %s before a job is begun', async (_what, body) => {
  for (const url of ['/v1/screen', '/v1/screen/one', '/v1/screen/jobs']) {
    const answer = await post(url, body);
    expect([url, answer.statusCode]).toEqual([url, 400]);
    expect(answer.json().remedy.length).toBeGreaterThan(10);
  }
});

it('gives a name that is none its own error, and answers the others', async () => {
  const answer = await post('/v1/screen', { names: ['Hikvision', ' ', 'x'.repeat(3000)] });
  expect(answer.json()).toMatchObject({
    hits: 1,
    errors: 2,
    rows: [
      { status: 'hit' },
      { status: 'error', error: 'There is no name.' },
      { status: 'error', error: 'The name is longer than 2000 characters.' },
    ],
  });
});

it('calls a file that cannot be read by the name that its sender gave it', async () => {
  const base64 = Buffer.from('MZ\u0000\u0003').toString('base64');
  const { id } = (await post('/v1/screen/jobs', { file: { name: 'setup.exe', base64 } })).json<{
    id: string;
  }>();
  await service.ask({ url: `/v1/jobs/${id}/events` });
  const { problem } = await service.get<{ problem: { place: string; remedy: string } }>(`/v1/jobs/${id}`);
  expect(problem).toMatchObject({ code: 'AS_FILE_FORMAT', place: 'setup.exe' });
  const result = await service.ask({ url: `/v1/jobs/${id}/result` });
  expect(result.statusCode).toBe(409);
  expect(result.json()).toMatchObject({ detail: expect.stringContaining('neither text nor a table') });
});

it('says which column it took for names where none says that it holds them', async () => {
  const csv = 'part;count\r\nHangzhou Hikvision Digital Technology;3\r\n';
  const id = await finished({ file: { name: 'parts.csv', base64: Buffer.from(csv).toString('base64') } });
  const { notices } = await service.get<{ notices: string[] }>(`/v1/jobs/${id}/result`);
  expect(notices).toEqual([expect.stringContaining('begins with “part”')]);
});

it('answers few names at once and sends more to a job', async () => {
  const few = await post('/v1/screen', { names: ['海康威视', 'Quiet Meadow Bakery'] });
  expect(few.json()).toMatchObject({ hits: 1, errors: 0, rows: [{ status: 'hit' }, { status: 'clear' }] });
  expect((await post('/v1/screen', { names })).statusCode).toBe(400);
});
