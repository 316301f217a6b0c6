import type { Routes } from './route.ts';

/** Addresses of the portfolio page. */
export const portfolioRoutes: Routes = () => {};
