import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';
import { openTestService, type TestService } from './service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const question = { activity: 'buy', counterparty: 'Hikvision' };

describe('a service of one user', () => {
  it.each([
    ['another host name', { host: 'lists.example.org' }],
    ['a host that only begins like this machine', { host: 'localhost.example.org' }],
    ['a page of another site', { origin: 'https://example.org' }],
    ['a page without an origin', { origin: 'null' }],
    ['a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('refuses %s', async (_what, headers) => {
    const answer = await service.ask({ url: '/v1/status', headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toContain('portfolios');
  });

  it.each([
    ['127.0.0.1:7117', undefined],
    ['[::1]:7117', 'http://[::1]:7117'],
    ['localhost', 'http://localhost:7117'],
  ])('answers itself as %s', async (host, origin) => {
    const headers = origin === undefined ? { host } : { host, origin };
    expect((await service.ask({ url: '/healthz', headers })).statusCode).toBe(200);
  });

  it('lets nothing from elsewhere be loaded or framed', async () => {
    const { headers } = await service.ask({ url: '/v1/status' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('what a request says that is not known', () => {
  it.each([
    ['/v1/parties/hikvision?onn=2020-01-01', '“onn” in the query', 'Did you mean “on”?'],
    ['/v1/listings?regime=us-ns-cmci', '“us-ns-cmci”', 'Did you mean “us-ns-cmic”?'],
    ['/v1/rehearse?allies=uk-ghr', '“allies”', 'Name the party'],
    ['/v1/rehearse?scenario=dahua-sdn&party=hikvision', 'Both a scenario and a party', 'not both'],
    ['/v1/search', '“q” in the query is missing', '/openapi.json'],
    ['/v1/search?q=a&limit=few', '“limit” in the query: expected number', '/openapi.json'],
  ])('is refused and not passed over: %s', async (url, detail, remedy) => {
    const problem = (await service.ask({ url })).json();
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.detail).toContain(detail);
    expect(problem.remedy).toContain(remedy);
  });

  it('is said of a body that is missing, and one that is not wanted may be empty', async () => {
    const headers = { 'content-type': 'application/json' };
    const asked = await service.ask({ method: 'POST', url: '/v1/ask', headers });
    expect(asked.json()).toMatchObject({ status: 400, detail: 'The body is missing.' });
    const url = '/v1/portfolios/nobody';
    const removed = await service.ask({ method: 'DELETE', url, headers, payload: '' });
    expect(removed.statusCode).toBe(404);
  });

  it('always comes with what to do about it', async () => {
    for (const url of ['/v1/nothing', '/v1/jobs/none', '/v1/parties/nobody', '/v1/portfolios/none'])
      expect((await service.ask({ url })).json().remedy.length).toBeGreaterThan(10);
  });
});

it('says of a defect what to do, and nothing of the inside', () => {
  const problem = problemOf(new Error('secret /etc/path'));
  expect(problem).toMatchObject({ status: 500, remedy: expect.stringContaining('serve --log') });
  expect(JSON.stringify(problem)).not.toContain('secret');
});

describe('a refused request', () => {
  const post = (payload: string | Buffer, type = 'application/json') =>
    service.ask({ method: 'POST', url: '/v1/ask', payload, headers: { 'content-type': type } });

  it.each([
    ['a word that is no day', '/v1/parties/hikvision?on=yesterday', 400],
    ['a day that does not exist', '/v1/parties/hikvision?on=2022-02-30', 400],
    ['a role that nobody has', '/v1/parties/hikvision?as=wizard', 400],
    ['a party that nobody knows', '/v1/parties/nobody-of-this-name', 404],
    ['a job that nobody started', '/v1/jobs/0b0e2d4c-8f4f-4a53-9d9c-3d1c0a9f1a11', 404],
    ['an address with nothing behind it', '/v1/nothing', 404],
    ['an address that cannot be decoded', '/v1/parties/%ff%fe', 400],
    ['a file outside of those served', '/reports/..%2f..%2f..%2fetc%2fpasswd', 404],
    ['days the wrong way round', '/v1/diff?from=2022-01-01&to=2021-01-01', 400],
    ['a page of a thousand', '/v1/search?q=a&limit=1000', 400],
    ['an empty search', '/v1/search?q=', 400],
    ['knowledge of tomorrow', '/v1/parties/hikvision?known=2026-06-02', 400],
    ['a list that there is not', '/v1/diff?from=2021-01-01&to=2022-01-01&lists=us-ofac-snd', 400],
  ])('is answered as a problem: %s', async (_what, url, status) => {
    const answer = await service.ask({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json();
    expect(problem).toMatchObject({ status, title: expect.stringMatching(/./) });
    // The title tells the type, the detail this one.
    expect(problem.detail).toMatch(/./);
    expect(problem.detail).not.toBe(problem.title);
  });

  it.each([
    ['DELETE', '/v1/status', 'GET, HEAD'],
    ['GET', '/v1/ask', 'POST'],
    ['PUT', '/v1/parties/hikvision?on=2022-01-01', 'GET, HEAD'],
    ['POST', '/v1/jobs/0b0e2d4c-8f4f-4a53-9d9c-3d1c0a9f1a11', 'DELETE, GET, HEAD'],
    ['GET', '/match/default', 'POST'],
  ] as const)('says which methods an address takes: %s %s', async (method, url, allow) => {
    const answer = await service.ask({ method, url, headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers).toMatchObject({ allow, 'content-type': expect.stringContaining('problem+json') });
    expect(answer.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
    expect(answer.json().detail).toContain(allow);
  });

  it.each(['POST', 'DELETE'] as const)(
    'knows nothing for %s at an address that is not there',
    async (method) => {
      expect((await service.ask({ method, url: '/v1/nothing' })).statusCode).toBe(404);
    },
  );

  it('names what may have been meant', async () => {
    const { remedy } = (await service.ask({ url: '/v1/parties/Hikvison' })).json<{ remedy: string }>();
    expect(remedy).toContain('(hikvision)');
  });

  it.each([
    ['not JSON', '{"activity":', 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['a hundred thousand levels', `{"activity":"buy","assume":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, 400],
    ['an unbalanced tower', '['.repeat(1e6), 400],
    ['no object', '"buy"', 400],
    ['nothing', '', 400],
  ])('is refused without harm: %s', async (_what, body, status) => {
    expect((await post(body)).statusCode).toBe(status);
    expect((await service.ask({ url: '/healthz' })).statusCode).toBe(200);
  });

  it('may not be in another encoding', async () => {
    const body = Buffer.from(JSON.stringify(question), 'utf16le');
    expect((await post(body, 'application/json; charset=utf-16')).statusCode).toBe(415);
    expect((await post('<ask/>', 'application/xml')).statusCode).toBe(415);
  });

  it('may not be over 100 MB', async () => {
    const answer = await service.ask({
      method: 'POST',
      url: '/v1/ask',
      payload: Buffer.alloc(100 * 1024 * 1024 + 1, 0x20),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(413);
  });

  it('cannot plant a prototype', async () => {
    const body =
      '{"activity":"buy","counterparty":"Hikvision","facts":{"__proto__":{"funding":"own funds"}}}';
    expect((await post(body)).statusCode).toBe(200);
    expect(({} as Record<string, unknown>)['funding']).toBeUndefined();
  });
});

describe('an answer', () => {
  it('is not sent again to whoever holds it', async () => {
    const url = '/v1/parties/hikvision?on=2020-01-01';
    const { etag } = (await service.ask({ url })).headers;
    const again = await service.ask({ url, headers: { 'if-none-match': String(etag) } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('travels compressed', async () => {
    const answer = await service.ask({ url: '/v1/vocabulary', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString()).roles.length).toBeGreaterThan(10);
  });

  it('says on what it rests', async () => {
    const ready = await service.get<{ register: string }>('/readyz');
    const party = await service.get<{ register: string; known: string }>('/v1/parties/hikvision');
    expect(party).toMatchObject({ register: ready.register, known: '2026-06-01' });
    expect(ready.register).toMatch(/^[0-9a-f]{64}$/);
  });
});
