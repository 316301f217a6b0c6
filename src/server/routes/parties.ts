import { z } from 'zod';
import { activities, requireWord } from '../../model/index.ts';
import { describeOwners } from '../party/describe-owners.ts';
import { describeParty } from '../party/describe-party.ts';
import { ownersSchema, partySchema } from '../schemas/party.ts';
import { actorOf, actorQuery, clocks } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const params = z.object({
  id: z.string().min(1).describe('An id, an exact name in any script, or an identifier.'),
});

/** A party as of any day, as known on any day. */
export const partyRoutes: Routes = (server, { engines }) => {
  server.get(
    '/v1/parties/:id',
    {
      schema: {
        summary:
          'A party: names, listings by regime with their effect for an actor, timeline, brands, sources',
        tags: ['parties'],
        params,
        querystring: z.strictObject({
          ...clocks,
          ...actorQuery,
          activities: z.string().optional().describe('With commas between; the usual ones where absent.'),
        }),
        response: { 200: partySchema },
      },
    },
    async ({ params, query }) => {
      const engine = await engines.at(query.known);
      const party = engine.resolve(params.id);
      return describeParty(engine, {
        party,
        on: query.on ?? query.known ?? engine.today,
        actor: actorOf(query),
        ...(query.activities === undefined ? {} : { activities: activitiesOf(query.activities) }),
      });
    },
  );
  server.get(
    '/v1/parties/:id/owners',
    {
      schema: {
        summary: 'Owners above and owned below, with the proof by which a listing reaches the party',
        tags: ['parties'],
        params,
        querystring: z.strictObject(clocks),
        response: { 200: ownersSchema },
      },
    },
    async ({ params, query }) => {
      const engine = await engines.at(query.known);
      return describeOwners(engine, engine.resolve(params.id), query.on ?? query.known ?? engine.today);
    },
  );
};

function activitiesOf(text: string): string[] {
  return text.split(',').map((word) => requireWord(activities, word.trim()).word);
}
