import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import { Fault } from '../model/index.ts';
import { type JobState, Jobs } from './jobs.ts';
import { sendProblem } from './problem.ts';
import { jobRoutes } from './routes/jobs.ts';
import type { RouteOptions } from './routes/route.ts';

async function statesOf(jobs: Jobs, id: string): Promise<JobState[]> {
  const states: JobState[] = [];
  for await (const state of jobs.follow(id, new AbortController().signal)) states.push(state);
  return states;
}

it('tells how far the work is and where its result lies', async () => {
  const jobs = new Jobs();
  const { id } = jobs.start('count', async (job) => {
    for (let done = 1; done <= 3; done++) {
      job.progress(done, 3, 'counting');
      await new Promise((resolve) => setImmediate(resolve));
    }
    return 'counted';
  });
  const states = await statesOf(jobs, id);
  expect(states[0]).toMatchObject({ state: 'running', done: 0 });
  expect(states.at(-1)).toMatchObject({ state: 'done', done: 3, total: 3, result: `/v1/jobs/${id}/result` });
  expect(jobs.result(id)).toBe('counted');
});

it('ends with the problem where the work fails, and has no result', async () => {
  const jobs = new Jobs();
  const { id } = jobs.start('fail', async () => {
    throw new Fault('AS_FILE_FORMAT', 'This is no table.', { remedy: 'Give a CSV file.' });
  });
  const last = (await statesOf(jobs, id)).at(-1)!;
  expect(last).toMatchObject({
    state: 'failed',
    problem: { code: 'AS_FILE_FORMAT', remedy: 'Give a CSV file.' },
  });
  expect(() => jobs.result(id)).toThrow(/failed/);
});

it('forgets the oldest that have ended, sooner where each holds on to another basis', async () => {
  const jobs = new Jobs();
  const run = async (basis?: object) => {
    const { id } = jobs.start('count', async () => 'counted', basis);
    await statesOf(jobs, id);
    return id;
  };
  const isKept = (id: string) => {
    try {
      return jobs.result(id) === 'counted';
    } catch {
      return false;
    }
  };
  const [first, second] = [{}, {}];
  const ids: string[] = [];
  for (const basis of [first, first, second, first, {}, second]) ids.push(await run(basis));
  expect(ids.map(isKept)).toEqual([true, true, true, true, true, true]);
  for (const basis of [{}, {}]) ids.push(await run(basis));
  expect(ids.map(isKept)).toEqual([false, false, false, false, false, true, true, true]);
  for (let more = 0; more < 20; more++) await run();
  expect(ids.map(isKept)).not.toContain(true);
});

it('stops at a word, tells the work so, and forgets what it says later', async () => {
  const jobs = new Jobs();
  let stopped = false;
  const { id } = jobs.start('wait', async (job) => {
    await new Promise<void>((resolve) =>
      job.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    stopped = true;
    job.progress(99);
    return 'too late';
  });
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(jobs.cancel(id).state).toBe('cancelled');
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(true);
  expect(jobs.state(id)).toMatchObject({ state: 'cancelled', done: 0 });
});

it('lets a reader leave', async () => {
  const jobs = new Jobs();
  const { id } = jobs.start('wait', () => new Promise(() => {}));
  const reader = new AbortController();
  const follow = jobs.follow(id, reader.signal);
  await follow.next();
  const next = follow.next();
  reader.abort();
  expect((await next).done).toBe(true);
});

it('is followed over HTTP as server-sent events', async () => {
  const jobs = new Jobs();
  const server = Fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(sendProblem);
  // Of what routes can use, these need the jobs alone.
  await jobRoutes(server.withTypeProvider<ZodTypeProvider>(), { jobs } as RouteOptions);
  const { id } = jobs.start('count', async (job) => job.progress(1, 1));
  const events = await server.inject(`/v1/jobs/${id}/events`);
  expect(events.headers['content-type']).toContain('text/event-stream');
  expect(events.body).toMatch(/^event: running\ndata: \{.*\}\n\n/);
  expect(events.body).toMatch(/event: done\ndata: \{.*"done":1,"total":1.*\}\n\n$/);
  expect((await server.inject(`/v1/jobs/${id}`)).json()).toMatchObject({ state: 'done' });
  expect((await server.inject({ method: 'DELETE', url: `/v1/jobs/${id}` })).json().state).toBe('done');
  await server.close();
});
