import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataSetSource, type Source } from '../sources/index.ts';

/**
 * The data sets of OpenSanctions that an archive knows: those of which a version was ever held, refused or asked for. The
 * list id says all that is needed to read a version, so nothing else is kept of them.
 */
export function heldDataSets(archiveFolder: string): Source[] {
  const ids = new Set<string>();
  for (const kind of ['versions', 'refusals', 'checks']) {
    const folder = join(archiveFolder, kind);
    if (existsSync(folder)) for (const id of readdirSync(folder)) ids.add(id);
  }
  return [...ids]
    .sort()
    .map(dataSetSource)
    .filter((source) => source !== undefined);
}
