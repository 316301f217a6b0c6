import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../engine/index.ts';
import { dayNumber } from '../model/index.ts';
import type { Jobs } from './jobs.ts';

/**
 * `/metrics` for those who watch the service with Prometheus: requests by route, running jobs, the age of every list, and
 * the process. Labels are patterns of addresses and ids of lists, never what was asked for. Counted on when the lists are
 * changed for newer ones.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram;
  #engine: Engine | undefined;
  #isWatched = false;

  constructor(jobs: Jobs) {
    const registers = [this.#registry];
    this.#requests = new Histogram({
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
    const engine = () => this.#engine;
    new Gauge({
      name: 'aftershock_register_parties',
      help: 'Parties known.',
      registers,
      collect() {
        this.set(engine()?.register.size ?? 0);
      },
    });
    new Gauge({
      name: 'aftershock_list_age_days',
      help: 'Days since the newest version held of a list was published.',
      labelNames: ['list'],
      registers,
      collect() {
        this.reset();
        const { versions, today } = engine() ?? {};
        if (!versions || !today) return;
        for (const [list, published] of newestVersions(versions))
          this.set({ list }, dayNumber(today) - published);
      },
    });
  }

  /** Counts the requests of a service and tells of its engine, instead of the one before. */
  measure(server: FastifyInstance, engine: Engine): void {
    this.#engine = engine;
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      this.#requests.observe(labels, reply.elapsedTime / 1000);
    });
    server.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
      // Watching the process costs a little all the time: only where somebody looks.
      if (!this.#isWatched) collectDefaultMetrics({ register: this.#registry });
      this.#isWatched = true;
      return reply.type(this.#registry.contentType).send(await this.#registry.metrics());
    });
  }
}

/** The last day on which each list held was published, as a number. */
function newestVersions(versions: Engine['versions']): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { source, published } of versions)
    newest.set(source, Math.max(newest.get(source) ?? Number.NEGATIVE_INFINITY, dayNumber(published)));
  return newest;
}
