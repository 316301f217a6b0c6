import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const match = (queries: object, rest = '', dataset = 'default') =>
  service.ask({ method: 'POST', url: `/match/${dataset}?${rest}`, payload: { weights: {}, queries } });
const company = (name: string, more: object = {}) => ({
  schema: 'Company',
  properties: { name: [name], ...more },
});

describe('a client of yente', () => {
  it('matches examples, and one without a name fails alone', async () => {
    const answer = await match({
      a: company('Hangzhou Hikvision Digital'),
      b: company(''),
      c: { schema: 'Company' },
    });
    expect(answer.headers['x-batch-size']).toBe('3');
    const { responses, limit } = answer.json();
    expect(limit).toBe(5);
    expect([responses.a.status, responses.b.status, responses.c.status]).toEqual([200, 400, 400]);
    const [best] = responses.a.results;
    expect(best).toMatchObject({ id: 'hikvision', schema: 'Company', match: true, target: true });
    expect(best.properties.uscCode).toEqual(['91330000733796106P']);
    expect(best.properties.topics).toContain('export.control');
    expect(best.explanations.name).toMatchObject({ query: 'Hangzhou Hikvision Digital' });
    expect(responses.a.total).toMatchObject({ relation: 'eq' });
  });

  it('gets nothing under the threshold, and counts what the limit cuts off', async () => {
    const strict = (await match({ a: company('Hikvision Technologies') }, 'threshold=0.999')).json();
    expect(strict.responses.a.results).toEqual([]);
    const cut = (await match({ a: company('Hikvision') }, 'limit=1&threshold=0.5')).json().responses.a;
    expect(cut.results).toHaveLength(1);
    expect(cut.total.value).toBeGreaterThan(1);
  });

  it('may not ask a hundred and one questions, nor a dataset nobody has', async () => {
    const queries = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`q${at}`, company('A B')]));
    expect((await match(queries)).statusCode).toBe(400);
    expect((await match({ a: company('Hikvision') }, '', 'no-such-list')).statusCode).toBe(404);
    expect((await match({ a: company('Hikvision') }, '', 'us-ofac-sdn')).json().responses.a.results).toEqual(
      [],
    );
  });

  it('searches, narrows and turns pages', async () => {
    const whole = await service.get<{ total: { value: number }; results: { id: string }[] }>(
      '/search/default?q=hikvision&limit=500',
    );
    expect(whole.results.map(({ id }) => id)).toContain('hikvision');
    const second = await service.get<typeof whole>('/search/default?q=hikvision&limit=1&offset=1');
    expect(second.results[0]!.id).toBe(whole.results[1]!.id);
    const narrowed = await service.get<typeof whole & { facets: { countries: { values: object[] } } }>(
      '/search/default?q=hikvision&countries=us&limit=500',
    );
    expect(narrowed.total.value).toBeLessThan(whole.total.value);
    expect(narrowed.results.map(({ id }) => id)).toContain('hikvision-usa');
    expect(narrowed.facets.countries.values[0]).toMatchObject({ name: 'us' });
  });

  it('reads an entity with what it is linked to', async () => {
    const entity = await service.get<{ properties: Record<string, { schema: string }[]> }>(
      '/entities/hikvision',
    );
    expect(entity.properties['ownershipAsset']![0]!.schema).toBe('Ownership');
    const flat = await service.get<typeof entity>('/entities/hikvision?nested=false');
    expect(flat.properties['ownershipAsset']).toBeUndefined();
    const { adjacent } = await service.get<{
      adjacent: Record<string, { total: { value: number }; results: object[] }>;
    }>('/entities/hikvision/adjacent?limit=2');
    expect(adjacent['ownershipOwner']!.results).toHaveLength(2);
    expect(adjacent['ownershipOwner']!.total.value).toBeGreaterThan(2);
    const one = await service.get<{ results: object[] }>(
      '/entities/hikvision/adjacent/ownershipOwner?limit=2',
    );
    expect(one.results).toEqual(adjacent['ownershipOwner']!.results);
    expect((await service.ask({ url: '/entities/nobody' })).statusCode).toBe(404);
  });

  it('reconciles, and takes no name alone for proof', async () => {
    const queries = { q0: { query: 'Hikvision', type: 'Company', limit: 2 }, q1: { query: ' ' } };
    const answer = await service.ask({
      method: 'POST',
      url: '/reconcile/default',
      payload: new URLSearchParams({ queries: JSON.stringify(queries) }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.json().q0.result[0]).toMatchObject({ id: 'hikvision', score: 100, match: false });
    expect(answer.json().q1.result).toEqual([]);
    const manifest = await service.get<{ view: { url: string } }>('/reconcile/default');
    expect(manifest.view.url).toBe('http://localhost:7117/party/{{id}}');
    const broken = await service.ask({
      method: 'POST',
      url: '/reconcile/default',
      payload: 'queries=%7B',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(broken.statusCode).toBe(400);
  });

  it('finds the catalogue and the algorithm', async () => {
    const catalog = await service.get<{ datasets: { name: string }[]; current: string[] }>('/catalog');
    expect(catalog.datasets.map(({ name }) => name)).toEqual(['default', 'casebook']);
    expect(await service.get('/manifest')).toEqual(catalog);
    expect(await service.get('/algorithms')).toMatchObject({ default: 'aftershock', best: 'aftershock' });
  });
});
