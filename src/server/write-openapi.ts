import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';
import { typesOf } from './client-types.ts';
import { createServer } from './server.ts';

/** The files that are made from the schemas of the service, relative to the root of the repository. */
export const generatedFiles = {
  openApi: fileURLToPath(new URL('../../docs/openapi.json', import.meta.url)),
  clientTypes: fileURLToPath(new URL('../../web/src/api/types.generated.ts', import.meta.url)),
};

/** The description of the service and the types of the pages, as they have to stand in their files. */
export async function generate(): Promise<{ openApi: string; clientTypes: string }> {
  const home = mkdtempSync(join(tmpdir(), 'aftershock-openapi-'));
  try {
    const engine = openEngine({ home, today: '2026-01-01' as Day });
    const server = await createServer({ engine, reports: join(home, 'reports') });
    const answer = await server.inject({ url: '/openapi.json', headers: { host: 'localhost' } });
    await server.close();
    const description: unknown = answer.json();
    return { openApi: `${JSON.stringify(description, null, 2)}\n`, clientTypes: typesOf(description) };
  } finally {
    rmSync(home, { recursive: true });
  }
}

if (import.meta.main) {
  const { openApi, clientTypes } = await generate();
  writeFileSync(generatedFiles.openApi, openApi);
  writeFileSync(generatedFiles.clientTypes, clientTypes);
}
