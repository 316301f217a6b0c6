import { joinChunks } from '../../formats/bytes.ts';
import { decodeText } from '../../formats/index.ts';
import { withSoundRecords } from '../sound-records.ts';
import type { Source } from '../source.ts';
import { mappedFormat, mappedSource } from './mapped-format.ts';
import { parseMapping } from './mapping.ts';

const ownFormat = { id: 'own-table', tellsDayOrder: true } as const;

/**
 * A list of the user's own as its mapping file describes it. A version that carries the mapping it was taken in with is
 * read by that one. Throws `AS_FILE_FORMAT` for a mapping that cannot be used.
 */
export function ownList(text: string, file?: string): Source {
  const mapping = parseMapping(text, file);
  const name = `${mapping.id}.mapping.yaml`;
  const now = mappedFormat(mapping, ownFormat);
  return withSoundRecords({
    ...mappedSource(mapping),
    definition: { name, text },
    formats: [
      {
        ...now,
        read([table, ...others], report) {
          const kept = others.find((other) => other.name === name);
          if (!kept) return now.read([table!], report);
          const then = parseMapping(decodeText(joinChunks(kept.chunks(), name)).text, name);
          return mappedFormat(then, ownFormat).read([table!], report);
        },
      },
    ],
  });
}
