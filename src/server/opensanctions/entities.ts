import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { Fault, type Party } from '../../model/index.ts';
import type { Routes } from '../routes/route.ts';
import { adjacentOf, entityOf, linkEntityOf, linkProperties } from './entity.ts';

const tags = ['compatible with OpenSanctions'];
const one = z.object({ id: z.string() });

/** Single entities, and what hangs on them. */
export const entityRoutes: Routes = (server, { engine }) => {
  server.get(
    '/entities/:id',
    {
      schema: {
        summary: 'An entity by id; 308 to the one it was merged into',
        tags,
        params: one,
        querystring: z.looseObject({ nested: z.string().optional() }),
      },
    },
    async ({ params, query, url }, reply) => {
      // Parties first: they are looked up, and links gone through one by one.
      const link = findParty(engine, params.id) ? undefined : linkEntityOf(engine, params.id);
      if (link) return link;
      const party = partyNamed(engine, params.id);
      if (party.id !== params.id) return reply.redirect(moved(url, party), 308);
      const entity = entityOf(engine, party);
      if (query.nested === 'false' || query.nested === '0') return entity;
      const nested = Object.fromEntries(adjacentOf(engine, party));
      return { ...entity, properties: { ...entity.properties, ...nested } };
    },
  );

  const adjacentQuery = z.looseObject({
    limit: z.coerce.number().int().min(0).max(500).default(10),
    offset: z.coerce.number().int().min(0).default(0),
  });
  const page = <Item>(items: readonly Item[], { limit, offset }: { limit: number; offset: number }) => ({
    results: items.slice(offset, offset + limit),
    total: { value: items.length, relation: 'eq' },
    limit,
    offset,
  });
  server.get(
    '/entities/:id/adjacent',
    { schema: { summary: 'What is linked with an entity', tags, params: one, querystring: adjacentQuery } },
    async ({ params, query, url }, reply) => {
      const party = partyNamed(engine, params.id);
      if (party.id !== params.id) return reply.redirect(moved(url, party), 308);
      const adjacent = [...adjacentOf(engine, party)].map(([name, items]) => [name, page(items, query)]);
      return { entity: entityOf(engine, party), adjacent: Object.fromEntries(adjacent) };
    },
  );
  server.get(
    '/entities/:id/adjacent/:property',
    {
      schema: {
        summary: 'What is linked with an entity by one property',
        tags,
        params: one.extend({ property: z.string() }),
        querystring: adjacentQuery,
      },
    },
    async ({ params, query, url }, reply) => {
      const party = partyNamed(engine, params.id);
      if (party.id !== params.id) return reply.redirect(moved(url, party), 308);
      requireLinkProperty(params.property);
      return page(adjacentOf(engine, party).get(params.property) ?? [], query);
    },
  );
};

/** Throws 404 for a property by which nothing is ever linked here: an empty answer would say that nothing is. */
function requireLinkProperty(name: string): void {
  if (linkProperties.includes(name)) return;
  throw Object.assign(
    new Fault('AS_UNKNOWN_WORD', `There is no property “${name}” by which entities are linked here.`, {
      remedy: `There are: ${linkProperties.join(', ')}.`,
    }),
    { statusCode: 404 },
  );
}

/** The party of an id, of one that it had, or of OpenSanctions' own for an entity taken from there. */
function findParty({ register }: Engine, id: string): Party | undefined {
  return register.party(id) ?? register.party(`opensanctions:${id}`);
}

/** The same; throws 404 where there is none. */
function partyNamed(engine: Engine, id: string): Party {
  const party = findParty(engine, id);
  if (party) return party;
  throw new Fault('AS_UNKNOWN_PARTY', `There is no entity “${id}”.`, {
    remedy: 'Ids are those of this register; /search finds entities by name.',
  });
}

/** The same address with the id that holds now; the rest of the path and the query stay. */
function moved(url: string, party: Party): string {
  const rest = url.slice('/entities/'.length).replace(/^[^/?]+/, '');
  return `/entities/${encodeURIComponent(party.id)}${rest}`;
}
