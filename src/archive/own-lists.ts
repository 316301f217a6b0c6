import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../model/fault.ts';
import { sources as officialSources, ownList, type Source } from '../sources/index.ts';
import { writeDurably } from './storage/durable-file.ts';

const ending = '.mapping.yaml';

/** The lists of the user's own that an archive knows: one mapping file each under `mappings/`. */
export function ownLists(archiveFolder: string): Source[] {
  const folder = join(archiveFolder, 'mappings');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ownList(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}

/**
 * Makes a list of the user's own known to the archive of a home folder, or changes what its next versions are read by;
 * versions already held keep the mapping that they came with. Open the archive after it. Throws `AS_FILE_FORMAT` for a
 * mapping that cannot be used and `AS_FIELD` for one with the id of an official list.
 */
export function keepOwnList(home: string, text: string, file: string): Source {
  const source = ownList(text, file);
  if (officialSources.some(({ id }) => id === source.id)) {
    throw new Fault('AS_FIELD', `"${source.id}" is the id of an official list.`, {
      place: { file, field: 'id' },
      remedy: 'Give your list an id of its own, such as "acme-watchlist".',
    });
  }
  const folder = join(home, 'archive');
  const path = join(folder, 'mappings', `${source.id}${ending}`);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeDurably(path, [Buffer.from(text)], join(folder, 'temporary'));
  }
  return source;
}
