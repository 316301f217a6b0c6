import { z } from 'zod';
import type { Routes } from '../routes/route.ts';
import { findIdentifier } from '../search/identifier-index.ts';
import { findPartOfName } from '../search/part-of-name.ts';
import { memberTest } from './datasets.ts';
import { type Entity, entityOf } from './entity.ts';

const many = z.union([z.string(), z.array(z.string())]).optional();
const mostFound = 10_000;

/** Schemas that stand for all of their kind. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  LegalEntity: ['LegalEntity', 'Person', 'Company', 'Organization', 'PublicBody'],
  Organization: ['Organization', 'Company', 'PublicBody'],
  Vehicle: ['Vessel', 'Airplane'],
};

export const searchRoutes: Routes = (server, { engine }) => {
  server.get(
    '/search/:dataset',
    {
      schema: {
        summary: 'Search by text, narrowed by schema, country, topic or list',
        tags: ['compatible with OpenSanctions'],
        params: z.object({ dataset: z.string() }),
        querystring: z.looseObject({
          q: z.string().default(''),
          schema: z.string().default('Thing'),
          countries: many,
          topics: many,
          datasets: many,
          limit: z.coerce.number().int().min(0).max(500).default(10),
          offset: z.coerce.number().int().min(0).default(0),
        }),
      },
    },
    async ({ params, query }) => {
      const isMember = memberTest(engine, params.dataset);
      const schemas = kinds[query.schema] ?? [query.schema];
      const wanted = {
        country: list(query.countries),
        topics: list(query.topics),
        datasets: list(query.datasets),
      };
      const found: Entity[] = [];
      for (const id of idsOf(query.q.trim())) {
        if (!isMember(id)) continue;
        const party = engine.register.party(id);
        if (!party || (query.schema !== 'Thing' && !schemas.includes(party.schema))) continue;
        const entity = entityOf(engine, party);
        if (fits(entity, wanted)) found.push(entity);
      }
      return {
        limit: query.limit,
        offset: query.offset,
        total: { value: found.length, relation: 'eq' },
        results: found.slice(query.offset, query.offset + query.limit),
        facets: {
          countries: facet('countries', found, (entity) => texts(entity, 'country')),
          topics: facet('topics', found, (entity) => texts(entity, 'topics')),
          datasets: facet('datasets', found, (entity) => entity.datasets),
        },
      };
    },
  );

  /** Exact identifiers, then likenesses, then parts of names; each party once. */
  function idsOf(text: string): readonly string[] {
    if (text === '') return [...engine.register.parties()].slice(0, mostFound).map(({ id }) => id);
    const exact = findIdentifier(engine, text).map(({ party }) => party as string);
    const byId = engine.register.resolve(text);
    const like = engine.names.search(text).map(({ id }) => id);
    const parts = findPartOfName(engine, text, mostFound).map(({ party }) => party as string);
    return [...new Set([...(byId ? [byId as string] : []), ...exact, ...like, ...parts])];
  }
};

function list(given: string | readonly string[] | undefined): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given;
}

function texts(entity: Entity, property: string): readonly string[] {
  return (entity.properties[property] ?? []).filter((value) => typeof value === 'string');
}

function fits(
  entity: Entity,
  wanted: {
    readonly country: readonly string[];
    readonly topics: readonly string[];
    readonly datasets: readonly string[];
  },
): boolean {
  const any = (asked: readonly string[], has: readonly string[]) =>
    asked.length === 0 || asked.some((one) => has.includes(one));
  return (
    any(wanted.country, texts(entity, 'country')) &&
    any(wanted.topics, texts(entity, 'topics')) &&
    any(wanted.datasets, entity.datasets)
  );
}

function facet(label: string, found: readonly Entity[], valuesOf: (entity: Entity) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const entity of found)
    for (const value of valuesOf(entity)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => ({ name, label: name, count }));
  return { label, values };
}
