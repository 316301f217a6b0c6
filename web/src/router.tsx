import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { NoPage } from './no-page.tsx';
import { type PageState, parseAddress, writeAddress } from './parts/page-state.ts';
import { Failure, Waiting } from './parts/query-state.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NoPage,
  validateSearch: (search): PageState => search as PageState,
});

/** One page, loaded when it is opened: its code is no part of the first page. */
function page<Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component });
}

const routeTree = root.addChildren([
  page(
    '/',
    lazyRouteComponent(() => import('./pages/start.tsx'), 'StartPage'),
  ),
  page(
    '/party/$id',
    lazyRouteComponent(() => import('./pages/party.tsx'), 'PartyPage'),
  ),
  page(
    '/ask',
    lazyRouteComponent(() => import('./pages/ask.tsx'), 'AskPage'),
  ),
  page(
    '/lists',
    lazyRouteComponent(() => import('./pages/lists.tsx'), 'ListsPage'),
  ),
  page(
    '/screen',
    lazyRouteComponent(() => import('./pages/screen.tsx'), 'ScreenPage'),
  ),
  page(
    '/portfolios',
    lazyRouteComponent(() => import('./pages/portfolio.tsx'), 'PortfolioPage'),
  ),
  page(
    '/portfolios/$id',
    lazyRouteComponent(() => import('./pages/portfolio.tsx'), 'PortfolioPage'),
  ),
  page(
    '/rehearse',
    lazyRouteComponent(() => import('./pages/rehearse.tsx'), 'RehearsePage'),
  ),
  page(
    '/world',
    lazyRouteComponent(() => import('./pages/world.tsx'), 'WorldPage'),
  ),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
