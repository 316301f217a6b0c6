import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import type { Routes } from '../routes/route.ts';
import { findIdentifier } from '../search/find-identifier.ts';
import { findPartOfName } from '../search/part-of-name.ts';
import { datasetTitle, memberTest } from './datasets.ts';
import { type Entity, entityOf } from './entity.ts';
import { entityFilter, filterQuery, many, requireField, valuesOf } from './entity-filter.ts';

/** Results beyond this number are not gone through; `total` then says `gte`. */
const mostFound = 10_000;
const usualFacets = ['countries', 'topics', 'datasets'];
const sortable = ['caption', 'first_seen', 'last_seen', 'last_change'] as const;
type Sortable = (typeof sortable)[number];

export const searchRoutes: Routes = (server, { engine }) => {
  server.get(
    '/search/:dataset',
    {
      schema: {
        summary: 'Search by text, narrowed by schema, country, topic, list or any field',
        tags: ['compatible with OpenSanctions'],
        params: z.object({ dataset: z.string() }),
        querystring: z.looseObject({
          q: z.string().max(2000).default(''),
          schema: z.string().default('Thing'),
          countries: many,
          datasets: many,
          filter: many,
          filter_op: z.enum(['OR', 'AND']).default('OR'),
          target: z.enum(['true', 'false']).optional(),
          facets: many,
          sort: many,
          limit: z.coerce.number().int().min(0).max(500).default(10),
          offset: z.coerce.number().int().min(0).max(mostFound).default(0),
          ...filterQuery,
        }),
      },
    },
    async ({ params, query }) => {
      const isMember = memberTest(engine, params.dataset);
      const fits = entityFilter(engine, query);
      const order = query.sort.map(readSort);
      const facets = (query.facets.length > 0 ? query.facets : usualFacets).map((name) => ({
        name,
        field: requireField(name),
      }));
      const found: Entity[] = [];
      let looked = 0;
      let isCut = false;
      for (const id of idsOf(engine, plainText(query.q))) {
        if (found.length === mostFound) {
          isCut = true;
          break;
        }
        // Going through thousands takes a while; other requests get their turn.
        if (++looked % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
        if (!isMember(id)) continue;
        const party = engine.register.party(id);
        if (!party) continue;
        const entity = entityOf(engine, party);
        if (query.target !== undefined && String(entity.target) !== query.target) continue;
        if (!fits || fits(entity)) found.push(entity);
      }
      if (order.length > 0) found.sort((a, b) => compare(a, b, order));
      return {
        limit: query.limit,
        offset: query.offset,
        total: { value: found.length, relation: isCut ? 'gte' : 'eq' },
        results: found.slice(query.offset, query.offset + query.limit),
        facets: Object.fromEntries(facets.map(({ name, field }) => [name, facet(engine, field, found)])),
      };
    },
  );
};

/** The words of a query without the signs of Elasticsearch's query language. */
function plainText(query: string): string {
  return query
    .replace(/\b(AND|OR|NOT)\b/g, ' ')
    .replace(/["*~()|^]|(?<=\s|^)[+-](?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The id itself, exact identifiers, likenesses, parts of names; each party once. Everybody where nothing is asked for. */
function* idsOf(engine: Engine, text: string): Generator<string> {
  if (text === '') {
    for (const { id } of engine.register.parties()) yield id;
    return;
  }
  const byId = engine.register.resolve(text);
  const exact = findIdentifier(engine, text).map(({ party }) => party as string);
  const like = engine.names.search(text).map(({ id }) => id);
  const parts = findPartOfName(engine, text).map(({ party }) => party as string);
  yield* new Set([...(byId ? [byId as string] : []), ...exact, ...like, ...parts]);
}

interface Order {
  readonly field: Sortable;
  readonly sign: 1 | -1;
}

/** `field`, `field:asc` or `field:desc`. */
function readSort(text: string): Order {
  const [name, direction = 'asc'] = text.split(':');
  const field = sortable.find((one) => one === name);
  if (!field || (direction !== 'asc' && direction !== 'desc'))
    throw new Fault('AS_USAGE', `“${text}” is no order.`, {
      remedy: `Write field:asc or field:desc with one of ${sortable.join(', ')}.`,
    });
  return { field, sign: direction === 'asc' ? 1 : -1 };
}

/** What has no value comes last, whichever way it is sorted. */
function compare(a: Entity, b: Entity, order: readonly Order[]): number {
  for (const { field, sign } of order) {
    const [one, other] = [a[field], b[field]];
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other ? -sign : sign;
  }
  return a.id < b.id ? -1 : 1;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function facet(engine: Engine, field: string, found: readonly Entity[]) {
  const counts = new Map<string, number>();
  for (const entity of found)
    for (const value of valuesOf(entity, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => ({ name, label: labelOf(engine, field, name), count }));
  return { label: field, values };
}

function labelOf(engine: Engine, field: string, value: string): string {
  const isCountry = ['countries', 'country', 'nationality'].includes(field) && /^[a-z]{2}$/i.test(value);
  if (isCountry) return countryNames.of(value.toUpperCase()) ?? value;
  return field === 'datasets' ? datasetTitle(engine, value) : value;
}
