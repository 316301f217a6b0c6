import { serveTasks } from '../../batch/index.ts';
import type { Match, MatchQuery, Settings } from '../../match/index.ts';
import { openPartyNames } from '../names/party-names.ts';

export interface SearchWorkerOptions {
  /** The block of the name index; as a SharedArrayBuffer all threads share it. */
  readonly index: ArrayBufferLike;
  readonly settings: Settings;
  readonly threshold: number;
  /** Matches given for a row at most. */
  readonly most: number;
}

/** The queries of some rows; nothing for a row that cannot be read. */
export type SearchTask = readonly (MatchQuery | undefined)[];

/** The best matches of each row, and whether there are more. */
export type SearchResult = readonly { readonly matches: readonly Match[]; readonly isCut: boolean }[];

serveTasks<SearchTask, SearchResult, undefined>((options: SearchWorkerOptions) => {
  const { index, settings, threshold, most } = options;
  const names = openPartyNames(index, settings);
  return {
    work: (queries) =>
      queries.map((query) => {
        const found = query ? names.search(query, { threshold, limit: most + 1 }) : [];
        return { matches: found.slice(0, most), isCut: found.length > most };
      }),
    finish: () => undefined,
  };
});
