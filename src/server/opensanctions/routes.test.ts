import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteOptions } from '../routes/route.ts';
import { openTestService, type TestService } from '../service.fixture.ts';
import { entityRoutes } from './entities.ts';

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

  it('is told of identifiers without a name, and of a name that is one', async () => {
    const isin = { schema: 'Security', properties: { isin: ['CNE100000PM8'] } };
    const answer = await match({
      isin,
      name: company('CNE100000PM8'),
      none: { properties: { country: ['cn'] } },
    });
    const { isin: byIsin, name, none } = answer.json().responses;
    expect(byIsin.results[0]).toMatchObject({ id: 'hikvision', match: true });
    expect(name.results[0]).toMatchObject({ id: 'hikvision', match: true });
    expect([none.status, none.detail]).toEqual([400, expect.stringContaining('no name and no identifier')]);
  });

  it('does not read that somebody was seen on a list after what is held of it', async () => {
    const { first_seen, last_seen, target } = await service.get<{
      first_seen: string;
      last_seen: string;
      target: boolean;
    }>('/entities/hikvision');
    // With the casebook alone: from section 889 to the order of Canada, the last that is known to have listed it.
    expect({ first_seen, last_seen, target }).toEqual({
      first_seen: '2018-08-13',
      last_seen: '2025-06-27',
      target: true,
    });
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

  it('is refused queries that are no JSON, or nested without end', async () => {
    const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`;
    for (const queries of ['{', deep]) {
      const answer = await service.ask({ url: `/reconcile/default?queries=${encodeURIComponent(queries)}` });
      expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('“queries”')]);
    }
  });

  it('suggests and extends as OpenRefine asks', async () => {
    const manifest = await service.get<{ suggest: Record<string, Record<string, string>> }>(
      '/reconcile/default',
    );
    const { service_url: base, service_path: path } = manifest.suggest['entity']!;
    const url = `${base}${path}`.replace('http://localhost:7117', '');
    const entities = await service.get<{ result: { id: string }[] }>(`${url}?prefix=hikvi`);
    expect(entities.result.map(({ id }) => id)).toContain('hikvision');
    const types = await service.get('/reconcile/default/suggest/type?prefix=comp');
    expect(types).toMatchObject({ result: [{ id: 'Company', name: 'Company' }] });
    const properties = await service.get<{ result: { id: string }[] }>(
      '/reconcile/default/suggest/property?prefix=birth',
    );
    expect(properties.result.map(({ id }) => id)).toEqual(['birthDate', 'birthPlace']);
    const offered = await service.get<{ properties: { id: string }[] }>(
      '/reconcile/default/extend/property?type=Company',
    );
    expect(offered.properties.map(({ id }) => id)).toContain('uscCode');
    expect(offered.properties.map(({ id }) => id)).not.toContain('birthDate');
    const extend = { ids: ['hikvision', 'nobody'], properties: [{ id: 'uscCode' }, { id: 'no such' }] };
    const extended = await service.ask({
      method: 'POST',
      url: '/reconcile/default',
      payload: new URLSearchParams({ extend: JSON.stringify(extend) }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(extended.json()).toEqual({
      meta: [{ id: 'uscCode', name: 'USCC' }],
      rows: { hikvision: { uscCode: [{ str: '91330000733796106P' }] }, nobody: {} },
    });
    const queries = encodeURIComponent(JSON.stringify({ q0: { query: 'Hikvision', type: ['Company'] } }));
    const got = await service.get<{ q0: { result: { id: string }[] } }>(
      `/reconcile/default?queries=${queries}`,
    );
    expect(got.q0.result[0]!.id).toBe('hikvision');
  });

  it('finds the catalogue and the algorithm', async () => {
    const catalog = await service.get<{ datasets: { name: string }[]; current: string[] }>('/catalog');
    expect(catalog.datasets.map(({ name }) => name)).toEqual(['default', 'casebook']);
    expect(await service.get('/manifest')).toEqual(catalog);
    expect(await service.get('/algorithms')).toMatchObject({ default: 'aftershock', best: 'aftershock' });
  });
});

describe('what a client of yente asks for besides', () => {
  type Found = { total: { value: number; relation: string }; results: Record<string, unknown>[] };
  const search = (query: string) => service.get<Found>(`/search/default?${query}`);
  const ids = ({ results }: Found) => results.map(({ id }) => id);

  it.each([
    ['us_ofac_snd', 'us-ofac-sdn'],
    ['us-bis-entitylist', 'us-bis-entity-list'],
    ['casebok', 'casebook'],
  ])('names the dataset that %s may be', async (name, meant) => {
    for (const url of [`/search/${name}?q=a`, `/reconcile/${name}`]) {
      const answer = await service.ask({ url });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({
        remedy: `Did you mean ${meant}?`,
        detail: expect.stringContaining(meant),
      });
    }
  });

  it('refuses a schema and a property of links that nobody has, and answers the other queries', async () => {
    const example = (schema: string) => ({ schema, properties: { name: ['Hikvision'] } });
    const payload = {
      queries: { good: example('Company'), bad: example('Compnay'), odd: example('constructor') },
    };
    const answer = await service.ask({ method: 'POST', url: '/match/default', payload });
    const { good, bad, odd } = answer.json<{
      responses: Record<string, { status: number; detail?: string }>;
    }>().responses;
    expect([good!.status, bad!.status, odd!.status]).toEqual([200, 400, 400]);
    expect(bad!.detail).toContain('Company');
    const adjacent = await service.ask({ url: '/entities/hikvision/adjacent/ownershipOwnr' });
    expect(adjacent.statusCode).toBe(404);
    expect(adjacent.json().detail).toContain('ownershipOwner');
  });

  it('finds lists by the names that OpenSanctions gives them', async () => {
    expect((await service.ask({ url: '/search/us_ofac_sdn?q=a' })).statusCode).toBe(200);
    expect((await service.ask({ url: '/search/worldbank_debarred?q=a' })).statusCode).toBe(200);
    expect((await service.ask({ url: '/search/sanctions?q=a' })).statusCode).toBe(200);
    // No politically exposed persons are held: a client that asks for them must not think they are.
    expect((await service.ask({ url: '/search/peps?q=a' })).statusCode).toBe(404);
  });

  it('filters by any field, by one value or by all', async () => {
    const all = await search('q=hikvision&limit=500');
    const chinese = await search('q=hikvision&limit=500&filter=country:cn');
    const either = await search('q=hikvision&limit=500&filter=country:cn&filter=country:US');
    const both = await search('q=hikvision&limit=500&countries=cn&countries=us&filter_op=AND');
    expect(ids(chinese)).toContain('hikvision');
    expect(either.total.value).toBeGreaterThan(chinese.total.value);
    expect(all.total.value).toBeGreaterThanOrEqual(either.total.value);
    expect(both.total.value).toBeLessThan(chinese.total.value);
    const targets = await search('q=hikvision&limit=500&target=true');
    expect(targets.results.every(({ target }) => target === true)).toBe(true);
    const wrong = await service.ask({ url: '/search/default?q=a&filter=contry:cn' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().remedy).toContain('country');
  });

  it('takes a schema for all its kinds, and knows which there are', async () => {
    const organizations = await search('q=hikvision&schema=Organization&limit=500');
    expect(ids(organizations)).toContain('hikvision');
    expect((await search('q=hikvision&schema=Person')).total.value).toBe(0);
    expect((await search('q=hikvision&exclude_schema=LegalEntity')).total.value).toBe(0);
    const wrong = await service.ask({ url: '/search/default?q=a&schema=Compnay' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().detail).toContain('Did you mean Company?');
  });

  it('narrows to what changed since a day', async () => {
    const all = await search('q=hikvision&limit=500');
    const late = await search('q=hikvision&limit=500&changed_since=2021');
    expect(late.total.value).toBeGreaterThan(0);
    expect(late.total.value).toBeLessThan(all.total.value);
    expect(late.results.every(({ last_change }) => String(last_change) >= '2021-01-01')).toBe(true);
    expect((await search('q=hikvision&changed_since=2035-01-01T00:00:00')).total.value).toBe(0);
    expect((await service.ask({ url: '/search/default?changed_since=lately' })).statusCode).toBe(400);
  });

  it('sorts, and counts by the facets asked for', async () => {
    const { results } = await search('q=hikvision&sort=last_change:desc&limit=500');
    const days = results.map(({ last_change }) => last_change).filter((day) => day !== null);
    expect(days).toEqual([...days].sort().reverse());
    const { facets } = await service.get<{ facets: Record<string, { values: object[] }> }>(
      '/search/default?q=hikvision&facets=schema&facets=countries',
    );
    expect(Object.keys(facets)).toEqual(['schema', 'countries']);
    expect(facets['countries']!.values).toContainEqual(
      expect.objectContaining({ name: 'cn', label: 'China' }),
    );
    expect((await service.ask({ url: '/search/default?sort=size' })).statusCode).toBe(400);
  });

  it('gives everybody where no text is asked for, and passes over signs of a query language', async () => {
    const everybody = await search('q=&limit=0');
    expect(everybody.total).toMatchObject({ relation: 'eq' });
    expect(everybody.total.value).toBeGreaterThan(50);
    expect(ids(await search(`q=${encodeURIComponent('"hikvision"~ AND (usa)')}`))).toContain('hikvision-usa');
  });

  it('leaves out what a match is not to be, and shows results under the threshold only down to the cutoff', async () => {
    const found = async (rest: string) => {
      const answer = await match({ a: company('Hikvision') }, rest);
      expect(answer.statusCode).toBe(200);
      return answer.json().responses.a.results as { id: string; match: boolean; score: number }[];
    };
    expect((await found('exclude_entity_ids=hikvision')).map(({ id }) => id)).not.toContain('hikvision');
    expect(await found('exclude_dataset=casebook')).toEqual([]);
    expect(await found('include_dataset=us-ofac-sdn')).toEqual([]);
    expect((await found('topics=export.control'))[0]!.id).toBe('hikvision');
    expect(await found('topics=crime')).toEqual([]);
    expect(await found('exclude_schema=LegalEntity')).toEqual([]);
    const low = await found('threshold=0.99&cutoff=0.4&limit=50');
    expect(low.every(({ score, match: isMatch }) => isMatch === score >= 0.99)).toBe(true);
    expect(low.some(({ match: isMatch }) => !isMatch)).toBe(true);
    const many = Array.from({ length: 51 }, (_, at) => `exclude_entity_ids=x${at}`).join('&');
    expect((await match({ a: company('A B') }, many)).statusCode).toBe(400);
  });

  it('may ask for any algorithm of yente, and is told of one that nobody has', async () => {
    expect((await match({ a: company('Hikvision') }, 'algorithm=logic-v2')).statusCode).toBe(200);
    const wrong = await match({ a: company('Hikvision') }, 'algorithm=logic-v22');
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().detail).toContain('logic-v2');
  });

  it('is sent on from an id that was merged, with the rest of its address', async () => {
    const { engine } = service;
    const register = {
      ...engine.register,
      party: (id: string) => engine.register.party(id === 'eu-fsf:EU.1/2' ? 'hikvision' : id),
    };
    const server = Fastify().withTypeProvider<ZodTypeProvider>();
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(serializerCompiler);
    // Of what routes can use, these need the engine alone.
    await server.register(async (scope) =>
      entityRoutes(scope, { engine: { ...engine, register } } as RouteOptions),
    );
    const id = encodeURIComponent('eu-fsf:EU.1/2');
    const plain = await server.inject(`/entities/${id}?nested=false`);
    expect(plain.statusCode).toBe(308);
    expect(plain.headers.location).toBe('/entities/hikvision?nested=false');
    const adjacent = await server.inject(`/entities/${id}/adjacent?limit=1`);
    expect(adjacent.headers.location).toBe('/entities/hikvision/adjacent?limit=1');
    await server.close();
  });

  it('reads the entity of a link by its own id', async () => {
    const [link] = service.engine.register.linksOf('hikvision');
    const entity = await service.get<{ id: string; properties: Record<string, unknown[]> }>(
      `/entities/${encodeURIComponent(link!.id)}`,
    );
    expect(entity.id).toBe(link!.id);
    expect(Object.values(entity.properties).flat()).toContain('hikvision');
  });
});
