import { existsSync, readdirSync } from 'node:fs';
import { shippedScenarios } from '../../engine/index.ts';
import type { Routes } from './route.ts';

/** What the start page shows: the state of the lists, the portfolios and scenarios at hand, the finished reports. */
export const statusRoutes: Routes = (server, { engine, reports }) => {
  server.get('/v1/status', async () => ({
    today: engine.today,
    known: engine.known,
    register: engine.register.hash,
    parties: engine.register.size,
    versions: engine.versions,
    portfolios: engine.casebook.portfolios.map(({ id }) => {
      const { portfolio } = engine.portfolio(id);
      return { id, title: portfolio.title, invented: portfolio.invented, assets: portfolio.assets.length };
    }),
    scenarios: shippedScenarios(engine.casebook).map(({ id }) => {
      const { title, on } = engine.scenario(id);
      return { id, title, on };
    }),
    reports: existsSync(reports)
      ? readdirSync(reports)
          .filter((name) => name.endsWith('.html'))
          .sort()
          .map((name) => ({ title: name.replace(/\.html$/, ''), href: `/reports/${name}` }))
      : [],
  }));
};
