import type { Routes } from './route.ts';

/** Addresses of the screen page. */
export const screenRoutes: Routes = () => {};
