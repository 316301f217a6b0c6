import { z } from 'zod';
import { diffLists, type ListDelta, listStandings, openArchive } from '../../archive/index.ts';
import { addDays, daySchema } from '../../model/index.ts';
import { heldPortfolios } from '../held-portfolios.ts';
import { touchesOf } from '../lists/touches.ts';
import { dayText, list } from '../schemas/pieces.ts';
import { describeNeeds, needsSchema } from '../today/portfolio-needs.ts';
import type { Routes } from './route.ts';

const todaySchema = z
  .object({
    today: dayText,
    since: dayText.describe('Changes of lists from this day on are counted.'),
    stale: z.number().describe('Lists that are not known to be current: what they changed is not known.'),
    portfolios: list(needsSchema),
  })
  .meta({ id: 'Today' });

/** How far back a change of a list is news where nobody says since when. */
const newsDays = 30;

/** What the portfolios held need today: duties, days that fall due, changes of lists, what is not settled. */
export const todayRoutes: Routes = (server, { engine }) => {
  const held = heldPortfolios(engine);
  let last: { key: string; deltas: readonly ListDelta[] } | undefined;
  server.get(
    '/v1/today',
    {
      schema: {
        summary: 'What the portfolios held need today',
        tags: ['portfolios'],
        querystring: z.strictObject({ since: daySchema.optional() }),
        response: { 200: todaySchema },
      },
    },
    async ({ query }) => {
      const since = query.since ?? addDays(engine.today, -newsDays);
      const archive = openArchive(engine.home);
      // Compared once for a day, and again when a version came that was not there.
      const key = JSON.stringify([since, engine.today, archive.ledger.versions().length]);
      if (last?.key !== key) last = { key, deltas: diffLists(archive, since, engine.today) };
      const touches = touchesOf(engine, held, last.deltas);
      return {
        today: engine.today,
        since,
        stale: listStandings(archive, engine.today).filter(({ state }) => state === 'stale').length,
        portfolios: held.ids().map((id) => describeNeeds(engine, id, held.get(id), touches)),
      };
    },
  );
};
