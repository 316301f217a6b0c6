import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { type Day, type ListingState, listingState } from '../../model/index.ts';
import { clocks, confidenceSchema, dayText, list, paging } from '../schemas/pieces.ts';
import { findIdentifier } from '../search/find-identifier.ts';
import { findPartOfName } from '../search/part-of-name.ts';
import { readDevice } from '../search/read-device.ts';
import type { Routes } from './route.ts';

const partyHitSchema = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    countries: list(z.string()),
    by: z.enum(['name', 'identifier', 'part of a name']),
    score: z.number().describe('How well the query fits, 0 to 1; the order of the hits.'),
    strength: z.number().describe('How much the evidence as a whole supports identity, 0 to 1.'),
    matched: z.string().describe('The name or identifier that was hit.'),
    matchedKind: z.string(),
    explanation: z.string(),
    listedOn: list(z.string()).describe('Regimes whose listings are in force on the day.'),
    listedPerhaps: list(z.string()).describe(
      'Regimes whose lists give no day of listing, and had the entry only in a later version.',
    ),
    listedEarlier: list(z.string()),
  })
  .meta({ id: 'PartyHit' });

const deviceHitSchema = z
  .object({
    reading: z.enum(['MAC address', 'model number', 'brand']),
    text: z.string(),
    maker: z.string().optional(),
    party: z.string().optional(),
    brand: z.string().optional(),
    confidence: confidenceSchema,
    evidence: list(
      z.object({
        signal: z.string(),
        value: z.string(),
        pointsTo: z.string(),
        for: z.boolean(),
        source: z.string(),
      }),
    ),
    settle: z.string().optional(),
  })
  .meta({ id: 'DeviceHit' });

const searchSchema = z
  .object({
    query: z.string(),
    on: dayText,
    known: dayText,
    register: z.string(),
    parties: list(partyHitSchema),
    device: deviceHitSchema.optional(),
    total: z.number(),
    next: z.number().optional().describe('The value of “after” for the next page.'),
  })
  .meta({ id: 'SearchResult' });

/** One field for whatever one has in hand: a name in any script, an identifier, a MAC address, a model number, an ISIN. */
export const searchRoutes: Routes = (server, { engines }) => {
  server.get(
    '/v1/search',
    {
      schema: {
        summary: 'Search by name in any script, identifier, MAC address, model number or brand',
        tags: ['parties'],
        querystring: z.strictObject({ q: z.string().trim().min(1).max(300), ...clocks, ...paging }),
        response: { 200: searchSchema },
      },
    },
    async ({ query }) => {
      const { q, limit, after } = query;
      const engine = await engines.at(query.known);
      const on = query.on ?? query.known ?? engine.today;
      const hits = partyHits(engine, q);
      const device = deviceHit(engine, q);
      return {
        query: q,
        on,
        known: engine.known,
        register: engine.register.hash,
        parties: hits.slice(after, after + limit).map((hit) => describe(engine, hit, on)),
        ...(device ? { device } : {}),
        total: hits.length,
        ...(after + limit < hits.length ? { next: after + limit } : {}),
      };
    },
  );
};

interface PartyHit {
  readonly id: string;
  readonly by: 'name' | 'identifier' | 'part of a name';
  readonly score: number;
  readonly strength: number;
  readonly matched: string;
  readonly matchedKind: string;
  readonly explanation: string;
}

/** Exact identifiers first, then likenesses of names, best first. Nothing that the name engine finds is dropped. */
function partyHits(engine: Engine, query: string): PartyHit[] {
  const byId = engine.register.resolve(query);
  const exact: PartyHit[] = byId
    ? [sure(byId, 'id', query, `“${query}” is its id here.`)]
    : findIdentifier(engine, query).map(({ party, kind, value }) =>
        sure(party, kind, value, `Its ${kind} ${value} is the same.`),
      );
  const seen = new Set(exact.map((hit) => hit.id));
  const named = engine.names
    .search(query, { limit: 500 })
    .filter((match) => !seen.has(match.id))
    .map(({ id, score, strength, matched, explanation }): PartyHit => {
      return {
        id,
        by: 'name',
        score,
        strength,
        matched: matched.name,
        matchedKind: matched.kind,
        explanation,
      };
    });
  for (const { id } of named) seen.add(id);
  const parts = findPartOfName(engine, query)
    .filter(({ party }) => !seen.has(party))
    .map(({ party, name, kind }): PartyHit => {
      const explanation = `“${query}” is a part of the listed ${kind === 'primary' ? 'name' : kind} “${name}”.`;
      return {
        id: party,
        by: 'part of a name',
        score: 0,
        strength: 0,
        matched: name,
        matchedKind: kind,
        explanation,
      };
    });
  return [...exact, ...named, ...parts];
}

function sure(id: string, kind: string, value: string, explanation: string): PartyHit {
  return { id, by: 'identifier', score: 1, strength: 1, matched: value, matchedKind: kind, explanation };
}

function describe(engine: Engine, hit: PartyHit, on: Day): z.output<typeof partyHitSchema> {
  const party = engine.register.party(hit.id);
  const listings = engine.register.listingsOf(hit.id);
  const titles = (state: ListingState) =>
    [
      ...new Set(
        listings
          .filter((listing) => listingState(listing, on) === state)
          .map((listing) => engine.regimeTitle(listing.regime)),
      ),
    ].sort();
  const listedOn = titles('in force');
  const others = (state: ListingState) => titles(state).filter((title) => !listedOn.includes(title));
  return {
    ...hit,
    caption: party?.caption ?? hit.id,
    schema: party?.schema ?? 'LegalEntity',
    countries: party?.countries ?? [],
    listedOn,
    listedPerhaps: others('not known'),
    listedEarlier: others('ended'),
  };
}

function deviceHit(engine: Engine, query: string): z.output<typeof deviceHitSchema> | undefined {
  const device = readDevice(engine, query);
  if (!device) return undefined;
  const { maker, party, brand, confidence, evidence, settle } = device.finding;
  return {
    reading: device.reading,
    text: device.text,
    ...(maker === undefined ? {} : { maker }),
    ...(party === undefined ? {} : { party }),
    ...(brand === undefined ? {} : { brand }),
    confidence,
    evidence: evidence.map(({ weight: _weight, ...one }) => one),
    ...(settle === undefined ? {} : { settle }),
  };
}
