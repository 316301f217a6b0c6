import type { FastifyInstance } from 'fastify';
import type { Engine } from '../engine/index.ts';
import { Fault } from '../model/index.ts';
import { createLiveService, listen } from '../server/index.ts';
import { today } from './shared-options.ts';

/**
 * Serves the pages and the API on this machine until the process is told to stop, from the lists as they are taken in
 * meanwhile. Does not hold on to the engine, which is closed when other lists take its place.
 */
export function serve(engine: Engine, reports: string, port: number, log = false): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Fault('AS_USAGE', 'The port is not a number from 0 to 65535.', {
      remedy: 'Write --port 7117.',
    });
  }
  const onLists = (message: string) => process.stderr.write(`${new Date().toISOString()} ${message}\n`);
  return untilStopped(createLiveService({ engine, reports, log, clock: today, onLists }), port);
}

async function untilStopped(opening: Promise<FastifyInstance>, port: number): Promise<void> {
  const server = await opening;
  const taken = await listen(server, '127.0.0.1', port);
  if (taken !== port && port !== 0) process.stderr.write(`Port ${port} is taken.\n`);
  process.stdout.write(`Pages: http://127.0.0.1:${taken}/ (Ctrl+C stops)\n`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await server.close();
}
