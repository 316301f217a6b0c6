import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folders = ['../../text/', '../../match/', './'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
/** Tests, types and measurements do not change what an index holds. */
const isRead = /^(?!.*(?:\.test|\.fixture|\.d)\.[jt]s$).*\.(?:[jt]s|json)$/;
const notRead = new Set(['accuracy']);

let known: string | undefined;

/**
 * Sixteen hex digits that change with any code or table by which names are read and laid out in an index, so that an
 * index of another reading is never opened. About a megabyte is hashed, once a process.
 */
export function readingFingerprint(): string {
  if (known === undefined) {
    const hash = createHash('sha256');
    for (const folder of folders) addFolder(hash, folder);
    known = hash.digest('hex').slice(0, 16);
  }
  return known;
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!notRead.has(entry.name)) addFolder(hash, path);
    } else if (isRead.test(entry.name)) {
      const bytes = readFileSync(path);
      hash.update(`${entry.name} ${bytes.length}\n`).update(bytes);
    }
  }
}
