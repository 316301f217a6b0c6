import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive, takeIn } from '../../src/archive/index.ts';
import { openEngine } from '../../src/engine/index.ts';
import type { Day } from '../../src/model/index.ts';
import { createServer, listen } from '../../src/server/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';

/** The real service on a free port, with real lists where they stand beside the clone. */
export interface RunningService {
  readonly base: string;
  close(): Promise<void>;
}

/** Small official lists, of several publishers and with names in several scripts. */
const realLists = ['un-sc', 'us-bis-dpl', 'us-fcc-covered', 'us-1260h'];

export async function startService(
  today = '2026-06-01',
  lists: readonly string[] = realLists,
): Promise<RunningService> {
  const home = mkdtempSync(join(tmpdir(), 'aftershock-pages-'));
  if (hasSharedData) {
    for (const folder of lists.filter((list) => existsSync(sharedData(list))))
      await takeIn(openArchive(home), sharedData(folder), { now: () => `${today}T00:00:00Z` });
  }
  const engine = openEngine({ home, today: today as Day });
  const server = await createServer({ engine, reports: join(home, 'reports') });
  const port = await listen(server, '127.0.0.1', 0);
  return {
    base: `http://127.0.0.1:${port}`,
    async close() {
      await server.close();
      rmSync(home, { recursive: true });
    },
  };
}
