import type { Routes } from './route.ts';

/** Addresses of the world page. */
export const worldRoutes: Routes = () => {};
