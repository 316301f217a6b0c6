import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../engine/index.ts';
import { dayNumber } from '../model/index.ts';
import type { Jobs } from './jobs.ts';

/**
 * `/metrics` for those who watch the service with Prometheus: requests by route, running jobs, the age of every list, and
 * the process. Labels are patterns of addresses and ids of lists, never what was asked for.
 */
export function measure(server: FastifyInstance, engine: Engine, jobs: Jobs): void {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'aftershock_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.2, 0.5, 1, 5, 30],
    registers,
  });
  new Gauge({
    name: 'aftershock_jobs_running',
    help: 'Jobs that are being worked on.',
    registers,
    collect() {
      this.set(jobs.running);
    },
  });
  new Gauge({
    name: 'aftershock_register_parties',
    help: 'Parties known.',
    registers,
    collect() {
      this.set(engine.register.size);
    },
  });
  new Gauge({
    name: 'aftershock_list_age_days',
    help: 'Days since the newest version held of a list was published.',
    labelNames: ['list'],
    registers,
    collect() {
      this.reset();
      for (const [list, published] of newestVersions(engine))
        this.set({ list }, dayNumber(engine.today) - published);
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  let isWatched = false;
  server.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    // Watching the process costs a little all the time: only where somebody looks.
    if (!isWatched) collectDefaultMetrics({ register: registry });
    isWatched = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** The last day on which each list held was published, as a number. */
function newestVersions({ versions }: Engine): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { source, published } of versions)
    newest.set(source, Math.max(newest.get(source) ?? Number.NEGATIVE_INFINITY, dayNumber(published)));
  return newest;
}
