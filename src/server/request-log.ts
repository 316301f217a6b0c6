import { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { pino } from 'pino';

/**
 * Structured logs, one JSON object a line, to stderr; silent where nobody asked for them. Nothing of the process or the
 * machine is told but the time, and of requests only what `logRequests` writes.
 */
export function logging(
  wanted: boolean,
  stream: NodeJS.WritableStream = process.stderr,
): { readonly loggerInstance: FastifyBaseLogger; readonly logController: LogController } {
  const settings = {
    enabled: wanted,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  return {
    loggerInstance: pino(settings, stream),
    logController: new LogController({ disableRequestLogging: true }),
  };
}

/**
 * One line for every answer. The address is told as its pattern: what is searched for, asked or screened stands in the
 * rest of it, and that may be the name of a person.
 */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        event: 'answered',
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
