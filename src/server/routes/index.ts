import { healthRoutes } from './health.ts';
import { jobRoutes } from './jobs.ts';
import { partyRoutes } from './parties.ts';
import { portfolioRoutes } from './portfolios.ts';
import { rehearseRoutes } from './rehearse.ts';
import type { Routes } from './route.ts';
import { screenRoutes } from './screen.ts';
import { statusRoutes } from './status.ts';
import { worldRoutes } from './world.ts';

export const routes: readonly Routes[] = [
  healthRoutes,
  statusRoutes,
  jobRoutes,
  partyRoutes,
  screenRoutes,
  portfolioRoutes,
  rehearseRoutes,
  worldRoutes,
];
