import {
  type Match,
  type MatchOptions,
  type MatchQuery,
  NameMatcher,
  type Settings,
} from '../../match/index.ts';

/** Finds the parties of a register by name. */
export interface PartyNames {
  /** The index, which another thread can open as well; a SharedArrayBuffer is not copied for that. */
  readonly index: ArrayBufferLike;
  readonly settings: Settings;
  /** All parties that match, each once, best first. */
  search(query: string | MatchQuery, options?: MatchOptions): Match[];
}

/** Opens an index of `listedParties`. Throws `AS_FILE_FORMAT` or `AS_FILE_TRUNCATED` for other bytes. */
export function openPartyNames(index: ArrayBufferLike, settings?: Settings): PartyNames {
  const matcher = NameMatcher.open(index, settings);
  return {
    index,
    settings: matcher.settings,
    search(query, { limit, ...options } = {}) {
      const matches = eachOnce(matcher.search(query, options));
      return limit === undefined ? matches : matches.slice(0, limit);
    },
  };
}

/** A party of unstated kind matches under the rules of each kind; the best of these matches stands first. */
function eachOnce(matches: readonly Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
