import type { Routes } from './route.ts';

/** Addresses of the rehearse page. */
export const rehearseRoutes: Routes = () => {};
