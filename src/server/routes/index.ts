import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from '../server.ts';
import { healthRoutes } from './health.ts';
import { statusRoutes } from './status.ts';

/** Adds its addresses to the service. */
export type Routes = (server: FastifyInstance, options: ServerOptions) => void | Promise<void>;

export const routes: readonly Routes[] = [healthRoutes, statusRoutes];
