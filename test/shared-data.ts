import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** Whether the official list files stand beside the clone; tests that need them say so where they do not. */
export const hasSharedData = existsSync(folder);

/** The path of a file of the shared data collection, such as `un-sc/2026-02-27/consolidated.xml.gz`. */
export function sharedData(path: string): string {
  return `${folder}${path}`;
}

/** A `describe` that runs with the shared data and is reported as skipped, with the reason, without it. */
export function describeWithShared(name: string, define: () => void): void {
  if (hasSharedData) describe(name, define);
  else
    describe(name, () =>
      it.skip('skipped: needs the official files in ../shared/data, which are not here', () => {}),
    );
}
