export { listen } from './listen.ts';
export { createLiveService, type LiveServiceOptions } from './live-service.ts';
export { type Problem, problemOf, problemSchema } from './problem.ts';
export { createServer, type ServerOptions } from './server.ts';
