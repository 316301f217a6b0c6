import { Fault, nearWords } from '../model/index.ts';
import type { Archive } from './archive.ts';

/** The fault of an id that no list has, with those that may have been meant. */
export function unknownList(id: string, known: readonly string[]): Fault {
  const near = nearWords(id, known);
  return new Fault('AS_UNKNOWN_WORD', `There is no list "${id}".`, {
    remedy: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known lists: ${known.join(', ')}.`,
  });
}

/** Throws `AS_UNKNOWN_WORD` for a list that there is not: a slip of the pen would search nothing, and find nothing. */
export function checkNamedLists(archive: Pick<Archive, 'source' | 'sources'>, ids: readonly string[]): void {
  for (const id of ids)
    if (!archive.source(id))
      throw unknownList(
        id,
        archive.sources.map((source) => source.id),
      );
}
