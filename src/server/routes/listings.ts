import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { csvLine } from '../../formats/index.ts';
import {
  type Day,
  dayInWords,
  Fault,
  type Listing,
  listingState,
  nearWords,
  unknownStart,
} from '../../model/index.ts';
import { jsonLinesOf, sendLines } from '../line-stream.ts';
import { clocks, dayText, list, paging } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const listingSchema = z
  .object({
    id: z.string(),
    party: z.string(),
    caption: z.string(),
    regime: z.string(),
    from: dayText.optional(),
    until: dayText.optional(),
    seen: dayText.optional(),
    state: z.enum(['in force', 'not known']).describe('Not known: the list gives no day of listing.'),
    because: z.string().optional().describe('Why that is not known.'),
    citation: z.string(),
    programs: list(z.string()),
    source: z.string(),
    verified: z.string(),
  })
  .meta({ id: 'Listing' });
type ShownListing = z.output<typeof listingSchema>;

const pageSchema = z.object({
  on: dayText,
  known: dayText,
  register: z.string(),
  listings: list(listingSchema),
  next: z.number().optional(),
});

/**
 * All listings in force on a day, in pages or as one stream for programs. Those of which a list says no first day, and that
 * were first seen later, may have been in force: they are there too, as not known.
 */
export const listingRoutes: Routes = (server, { engines }) => {
  server.get(
    '/v1/listings',
    {
      schema: {
        summary: 'Listings in force on a day, and those of which that is not known, in a fixed order',
        description: 'As pages of JSON; or, with format=jsonl or csv, everything as a stream.',
        tags: ['lists'],
        querystring: z.strictObject({
          ...clocks,
          regime: z.string().optional(),
          format: z.enum(['json', 'jsonl', 'csv']).default('json'),
          ...paging,
        }),
        response: { 200: pageSchema },
      },
    },
    async ({ query }, reply) => {
      const engine = await engines.at(query.known);
      const on = query.on ?? query.known ?? engine.today;
      const { register } = engine;
      if (query.regime !== undefined) knownRegime(engine, query.regime);
      const wanted = function* () {
        for (const listing of register.listings()) {
          if (query.regime !== undefined && listing.regime !== query.regime) continue;
          const standing = standingOf(listing, on);
          if (standing === undefined) continue;
          yield shown(listing, standing, register.party(listing.party)?.caption ?? listing.party);
        }
      };
      if (query.format !== 'json') {
        const lines = query.format === 'csv' ? csvLines(wanted()) : jsonLinesOf(wanted());
        return sendLines(reply, { name: `listings-${on}`, format: query.format }, lines);
      }
      const page: ShownListing[] = [];
      let at = 0;
      let more = false;
      for (const listing of wanted()) {
        if (at++ < query.after) continue;
        if (page.length === query.limit) {
          more = true;
          break;
        }
        page.push(listing);
      }
      return {
        on,
        known: engine.known,
        register: register.hash,
        listings: page,
        ...(more ? { next: query.after + query.limit } : {}),
      };
    },
  );
};

/** Throws `AS_UNKNOWN_REGIME` for a regime that nobody has: none of its listings would look like an empty list. */
function knownRegime({ casebook }: Engine, id: string): void {
  const ids = casebook.regimes.map((regime) => regime.id as string);
  if (ids.includes(id)) return;
  const near = nearWords(id, ids);
  throw new Fault('AS_UNKNOWN_REGIME', `There is no regime “${id}”.`, {
    remedy:
      near.length > 0
        ? `Did you mean ${near.map((one) => `“${one}”`).join(' or ')}?`
        : `Regimes: ${ids.join(', ')}.`,
  });
}

type Standing = Pick<ShownListing, 'state' | 'because'>;

/** Nothing where it is known that the listing was not in force. */
function standingOf(listing: Listing, on: Day): Standing | undefined {
  const state = listingState(listing, on);
  if (state === 'in force') return { state };
  if (state === 'not known') return { state, because: unknownStart(listing, dayInWords) };
  return undefined;
}

function shown(listing: Listing, standing: Standing, caption: string): ShownListing {
  const { id, party, regime, from, until, seen, citation, programs, provenance } = listing;
  return {
    id,
    party,
    caption,
    regime,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(seen === undefined ? {} : { seen }),
    ...standing,
    citation,
    programs,
    source: provenance.source,
    verified: provenance.verified,
  };
}

const columns = ['id', 'party', 'caption', 'regime', 'from', 'until', 'seen', 'citation'] as const;

function* csvLines(listings: Iterable<ShownListing>): Generator<string> {
  yield `${csvLine([...columns, 'programs', 'source', 'verified', 'state', 'because'])}\r\n`;
  for (const listing of listings)
    yield `${csvLine([
      ...columns.map((column) => listing[column] ?? ''),
      listing.programs.join('; '),
      listing.source,
      listing.verified,
      listing.state,
      listing.because ?? '',
    ])}\r\n`;
}
