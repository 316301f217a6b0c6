import { withDistinctEntries } from './distinct-entries.ts';
import type { Source } from './source.ts';
import { withTellingNames } from './telling-names.ts';

/** The source with all that its records go through after they are read, whatever their format. */
export function withSoundRecords(source: Source): Source {
  return withDistinctEntries(withTellingNames(source));
}
