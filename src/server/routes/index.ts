import { openSanctionsRoutes } from '../opensanctions/routes.ts';
import { askRoutes } from './ask.ts';
import { diffRoutes } from './diff.ts';
import { healthRoutes } from './health.ts';
import { jobRoutes } from './jobs.ts';
import { listingRoutes } from './listings.ts';
import { listRoutes } from './lists.ts';
import { partyRoutes } from './parties.ts';
import { portfolioRoutes } from './portfolios.ts';
import { rehearseRoutes } from './rehearse.ts';
import type { Routes } from './route.ts';
import { screenRoutes } from './screen.ts';
import { searchRoutes } from './search.ts';
import { sourceRoutes } from './sources.ts';
import { statusRoutes } from './status.ts';
import { todayRoutes } from './today.ts';
import { vocabularyRoutes } from './vocabulary.ts';
import { worldRoutes } from './world.ts';

export const routes: readonly Routes[] = [
  healthRoutes,
  statusRoutes,
  jobRoutes,
  searchRoutes,
  partyRoutes,
  askRoutes,
  vocabularyRoutes,
  listRoutes,
  diffRoutes,
  listingRoutes,
  screenRoutes,
  portfolioRoutes,
  rehearseRoutes,
  worldRoutes,
  sourceRoutes,
  todayRoutes,
  openSanctionsRoutes,
];
