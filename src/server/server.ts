import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyCompress from '@fastify/compress';
import fastifyEtag from '@fastify/etag';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Engine, engineVersion } from '../engine/index.ts';
import { rememberMethods } from './allowed-methods.ts';
import { createEngines } from './engines.ts';
import { Jobs } from './jobs.ts';
import { readJsonStrictly } from './json-body.ts';
import { addSafetyHeaders, allowLoopbackOnly } from './local-only.ts';
import { Metrics } from './metrics.ts';
import { describeService, openApiOf } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { Readiness } from './readiness.ts';
import { logging, logRequests } from './request-log.ts';
import { routes } from './routes/index.ts';
import { warmUp } from './warm-up.ts';

export interface ServerOptions {
  readonly engine: Engine;
  /** Folder of finished reports, served under `/reports/`. */
  readonly reports: string;
  /** Structured logs to stderr; silent otherwise. */
  readonly log?: boolean;
}

/** What goes on when the lists are changed for newer ones: long work, and what is counted. */
export interface Lasting {
  readonly jobs: Jobs;
  readonly metrics: Metrics;
}

export function createLasting(): Lasting {
  const jobs = new Jobs();
  return { jobs, metrics: new Metrics(jobs) };
}

const pages = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const mebibyte = 1024 * 1024;

/** The service of one user on this machine: the API under `/v1`, the finished reports and the pages. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const lasting = createLasting();
  const { server, warm } = await createAnswers(options, lasting);
  // Opened before the first question needs them, once the port is there.
  server.addHook('onListen', async () => void warm());
  server.addHook('onClose', async () => lasting.jobs.close());
  return server;
}

/** The answers from one engine, and what opens all that its first questions need. */
export interface Answers {
  readonly server: FastifyInstance;
  /** Settles once the first questions cost no more than others; what goes wrong is only logged. */
  warm(): Promise<void>;
}

export async function createAnswers(options: ServerOptions, { jobs, metrics }: Lasting): Promise<Answers> {
  const server = Fastify({
    ...logging(options.log === true),
    bodyLimit: 100 * mebibyte,
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded never reaches a route.
    frameworkErrors: sendProblem,
  });
  logRequests(server);
  const methodsAt = rememberMethods(server);
  const service = server.withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  allowLoopbackOnly(server);
  addSafetyHeaders(server);
  readJsonStrictly(server);
  server.setErrorHandler(sendProblem);
  await describeService(service, engineVersion);
  await server.register(fastifyCompress, { global: true, threshold: 1024 });
  await server.register(fastifyEtag, { weak: true });
  const readiness = new Readiness(options.engine);
  readiness.holdRequests(server);
  metrics.measure(server, options.engine);
  const context = {
    engine: options.engine,
    engines: createEngines(options.engine),
    readiness,
    jobs,
    reports: options.reports,
  };
  for (const add of routes) await service.register(async (scope) => add(scope, context));
  service.get('/openapi.json', { schema: { hide: true } }, async () => openApiOf(service));
  if (existsSync(options.reports)) {
    await server.register(fastifyStatic, {
      root: resolve(options.reports),
      prefix: '/reports/',
      decorateReply: false,
    });
  }
  const hasPages = existsSync(pages);
  if (hasPages) await servePages(server);
  answerUnknown(server, methodsAt, hasPages);
  return {
    server,
    warm: () =>
      readiness.done
        .then(() => warmUp(options.engine))
        .catch((error: unknown) => server.log.error({ err: error }, 'warm-up failed')),
  };
}

/** Built files as they are. */
async function servePages(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: pages,
    prefix: '/',
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
}

/** Every address that a browser opens gives the one page, which knows the rest; all others are problems. */
function answerUnknown(
  server: FastifyInstance,
  methodsAt: (path: string) => readonly string[],
  hasPages: boolean,
): void {
  server.setNotFoundHandler((request, reply) => {
    const allowed = methodsAt(request.url.split('?', 1)[0]!);
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      reply.header('allow', allowed.join(', '));
      throw Object.assign(new Error(`This address takes ${allowed.join(', ')}.`), { statusCode: 405 });
    }
    const wantsPage =
      hasPages &&
      request.method === 'GET' &&
      (request.headers.accept ?? '').includes('text/html') &&
      !request.url.startsWith('/v1/');
    if (wantsPage) return reply.sendFile('index.html');
    throw Object.assign(new Error('There is nothing at this address.'), { statusCode: 404 });
  });
}
