import { z } from 'zod';
import { type StandingsInBrief, standingsInWords } from '../../archive/index.ts';
import { csvLine } from '../../formats/index.ts';
import { Fault } from '../../model/index.ts';
import { knownDay } from '../engines.ts';
import { jsonLinesOf, sendLines } from '../line-stream.ts';
import { paging } from '../schemas/pieces.ts';
import {
  type ScreenedRow,
  screenDetailSchema,
  screenedRowsSchema,
  screenedSchema,
  screenRequestSchema,
} from '../schemas/screen.ts';
import { ScreenRun } from '../screen-run.ts';
import { jobSchema } from './jobs.ts';
import type { Routes } from './route.ts';

/** Names that one request answers at once; more are a job. */
const mostAtOnce = 500;

/** Screening: some names at once, long lists as a job, one row with all its hits and their words. */
export const screenRoutes: Routes = (server, { engines, jobs }) => {
  server.post(
    '/v1/screen',
    {
      schema: {
        summary: 'Up to 500 names against everything listed; longer lists go to /v1/screen/jobs',
        tags: ['screening'],
        body: screenRequestSchema,
        response: { 200: screenedSchema },
      },
    },
    async ({ body }) => {
      if (body.file !== undefined || (body.names?.length ?? 0) > mostAtOnce)
        throw new Fault('AS_USAGE', `At most ${mostAtOnce} names are screened at once.`, {
          remedy: 'Send long lists and files to /v1/screen/jobs.',
        });
      const engine = await engines.at(knownDay(body.known));
      return (await new ScreenRun(engine, body).run(body)).toJSON();
    },
  );

  server.post(
    '/v1/screen/one',
    {
      schema: {
        summary: 'One name with all its hits, word by word: why, and what speaks against it',
        tags: ['screening'],
        body: screenRequestSchema,
        response: { 200: screenDetailSchema },
      },
    },
    async ({ body }) => {
      const engine = await engines.at(knownDay(body.known));
      const request = { ...body, names: body.names?.slice(0, 1) };
      return (await new ScreenRun(engine, request).run(request)).detail(1);
    },
  );

  server.post(
    '/v1/screen/jobs',
    {
      schema: {
        summary: 'A long list or a file as a job; its result has one line a row',
        tags: ['screening'],
        body: screenRequestSchema,
        response: { 202: jobSchema },
      },
    },
    async ({ body }, reply) => {
      // Made before the job, so that a request that makes no sense is refused and no job fails.
      const engine = await engines.at(knownDay(body.known));
      const run = new ScreenRun(engine, body);
      const job = jobs.start('screen', (handle) => run.run(body, handle), engine);
      reply.code(202);
      return job;
    },
  );

  const runOf = (id: string): ScreenRun => {
    const run = jobs.result(id);
    if (run instanceof ScreenRun) return run;
    throw new Fault('AS_USAGE', 'This job is no screening.');
  };

  server.get(
    '/v1/screen/jobs/:id/rows',
    {
      schema: {
        summary: 'The rows of a finished job, all or those of one outcome',
        description: 'As pages of JSON; or, with format=jsonl or csv, everything as a stream.',
        tags: ['screening'],
        params: z.object({ id: z.uuid() }),
        querystring: z.object({
          status: z.enum(['hit', 'clear', 'error']).optional(),
          format: z.enum(['json', 'jsonl', 'csv']).default('json'),
          ...paging,
        }),
        response: { 200: screenedRowsSchema },
      },
    },
    async ({ params, query }, reply) => {
      const { status, format, limit, after } = query;
      const run = runOf(params.id);
      const rows = run.rows(status);
      if (format !== 'json') {
        const lines = format === 'csv' ? csvLines(rows, run.listStandings) : jsonLinesOf(rows);
        return sendLines(reply, { name: 'screening', format }, lines);
      }
      const page = [...rows.drop(after).take(limit + 1)];
      return {
        ...run.basis,
        rows: page.slice(0, limit),
        ...(page.length > limit ? { next: after + limit } : {}),
      };
    },
  );

  server.get(
    '/v1/screen/jobs/:id/rows/:row',
    {
      schema: {
        summary: 'One row of a finished job with all its hits, word by word',
        tags: ['screening'],
        params: z.object({ id: z.uuid(), row: z.coerce.number().int().min(1) }),
        response: { 200: screenDetailSchema },
      },
    },
    async ({ params }) => runOf(params.id).detail(params.row),
  );
};

const columns = ['row', 'name', 'status', 'hits'];
/** `more` says “yes” where others match too whom the limit left out of the hits. */
const columnsOfBest = ['party', 'caption', 'score', 'strength', 'matched', 'kind', 'listed'];

function* csvLines(rows: Iterable<ScreenedRow>, standings: StandingsInBrief): Generator<string> {
  const lists = standingsInWords(standings);
  yield `${csvLine([...columns, ...columnsOfBest, 'more', 'error', 'lists'])}\r\n`;
  for (const { row, name, status, hits, more, best, error } of rows) {
    const ofBest = best && [
      best.party,
      best.caption,
      String(best.score),
      String(best.strength),
      best.matched,
      best.kind,
      best.listed.join('; '),
    ];
    const cells = [String(row), name, status, String(hits)];
    yield `${csvLine([...cells, ...(ofBest ?? columnsOfBest.map(() => '')), more ? 'yes' : '', error ?? '', lists])}\r\n`;
  }
}
