import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { type Engine, openEngine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';
import { createServer } from './server.ts';

/** A service on the casebook alone, on a fixed day, asked without a network. */
export interface TestService {
  readonly server: FastifyInstance;
  readonly engine: Engine;
  /** Asks as a page of the service itself would. */
  ask(options: InjectOptions): ReturnType<typeof injected>;
  /** The JSON that an address answers. */
  get<Body>(url: string): Promise<Body>;
  /** Lets days pass while the service runs. */
  passTo(day: string): void;
  close(): Promise<void>;
}

async function injected(server: FastifyInstance, options: InjectOptions) {
  const headers = { host: 'localhost:7117', ...options.headers };
  return server.inject({ ...options, headers });
}

export async function openTestService(today = '2026-06-01'): Promise<TestService> {
  const home = mkdtempSync(join(tmpdir(), 'aftershock-service-'));
  let now = today as Day;
  const engine = openEngine({ home, today: now, clock: () => now });
  const server = await createServer({ engine, reports: join(home, 'reports') });
  return {
    server,
    engine,
    ask: (options) => injected(server, options),
    async get(url) {
      const answer = await injected(server, { url });
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json();
    },
    passTo(day) {
      now = day as Day;
    },
    async close() {
      await server.close();
      rmSync(home, { recursive: true });
    },
  };
}
