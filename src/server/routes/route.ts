import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Engine } from '../../engine/index.ts';
import type { Engines } from '../engines.ts';
import type { Jobs } from '../jobs.ts';
import type { Readiness } from '../readiness.ts';

/** The service as routes see it: schemas are zod's, and handlers have their types. */
export type Service = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What every address can use. */
export interface RouteOptions {
  /** The engine of today; `engines.at(known)` gives that of a past day. */
  readonly engine: Engine;
  readonly engines: Engines;
  readonly readiness: Readiness;
  /** Work that takes longer than a request should. */
  readonly jobs: Jobs;
  /** Folder of finished reports, served under `/reports/`. */
  readonly reports: string;
}

/** Adds its addresses to the service. */
export type Routes = (server: Service, options: RouteOptions) => void | Promise<void>;
