import type { FastifyInstance } from 'fastify';
import type { Engine } from '../../engine/index.ts';

/** What every address can use. */
export interface RouteOptions {
  readonly engine: Engine;
  /** Folder of finished reports, served under `/reports/`. */
  readonly reports: string;
}

/** Adds its addresses to the service. */
export type Routes = (server: FastifyInstance, options: RouteOptions) => void | Promise<void>;
