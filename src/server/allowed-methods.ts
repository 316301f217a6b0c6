import type { FastifyInstance } from 'fastify';

/**
 * Remembers which methods the addresses of a service take, for routes added from now on; gives the methods that the path
 * of a request takes, in order, or none where there is nothing at it. Folders of files (`/*`) are not told apart from
 * what is not there.
 */
export function rememberMethods(server: FastifyInstance): (path: string) => string[] {
  const routes = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const methods = routes.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    routes.set(url, methods);
  });
  return (path) => {
    const methods = [...routes].flatMap(([url, taken]) => (leadsTo(url, path) ? [...taken] : []));
    return [...new Set(methods)].sort();
  };
}

/** Whether a path is of the form of a route, such as `/v1/parties/:id`. */
function leadsTo(url: string, path: string): boolean {
  const wanted = url.split('/');
  const parts = path.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
  );
}
