import type { Engine } from '../engine/index.ts';
import { Fault } from '../model/index.ts';
import { createServer, listen } from '../server/index.ts';

/** Serves the pages and the API on this machine until the process is told to stop. */
export async function serve(engine: Engine, reports: string, port: number, log = false): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Fault('AS_USAGE', 'The port is not a number from 0 to 65535.', {
      remedy: 'Write --port 7117.',
    });
  }
  const server = await createServer({ engine, reports, log });
  const taken = await listen(server, '127.0.0.1', port);
  if (taken !== port && port !== 0) process.stderr.write(`Port ${port} is taken.\n`);
  process.stdout.write(`Pages: http://127.0.0.1:${taken}/ (Ctrl+C stops)\n`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await server.close();
}
