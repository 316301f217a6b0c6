import { healthRoutes } from './health.ts';
import type { Routes } from './route.ts';
import { statusRoutes } from './status.ts';

export const routes: readonly Routes[] = [healthRoutes, statusRoutes];
