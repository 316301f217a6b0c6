import { Readable } from 'node:stream';
import { z } from 'zod';
import { problemSchema } from '../problem.ts';
import type { Routes } from './route.ts';

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    done: z.number(),
    total: z.number().optional(),
    note: z.string().optional(),
    result: z.string().optional(),
    problem: problemSchema.optional(),
  })
  .meta({ id: 'Job' });

const params = z.object({ id: z.uuid() });

/** Long work: how far it is, its progress as server-sent events, its result, and a way to stop it. */
export const jobRoutes: Routes = (server, { jobs }) => {
  server.get(
    '/v1/jobs/:id',
    { schema: { summary: 'How far a job is', tags: ['jobs'], params, response: { 200: jobSchema } } },
    async ({ params }) => jobs.state(params.id),
  );
  server.delete(
    '/v1/jobs/:id',
    { schema: { summary: 'Stop a job', tags: ['jobs'], params, response: { 200: jobSchema } } },
    async ({ params }) => jobs.cancel(params.id),
  );
  server.get(
    '/v1/jobs/:id/result',
    {
      schema: {
        summary: 'What a finished job gave; 409 while it is not done',
        tags: ['jobs'],
        params,
        response: { 200: z.unknown() },
      },
    },
    async ({ params }) => jobs.result(params.id),
  );
  server.get(
    '/v1/jobs/:id/events',
    { schema: { summary: 'The progress of a job as server-sent events', tags: ['jobs'], params } },
    async ({ params }, reply) => {
      jobs.state(params.id);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const events = async function* () {
        for await (const state of jobs.follow(params.id, gone.signal))
          yield `event: ${state.state}\ndata: ${JSON.stringify(state)}\n\n`;
      };
      return reply
        .headers({
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-no-compression': '1',
        })
        .send(Readable.from(events()));
    },
  );
};
