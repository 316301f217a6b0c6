import { statSync, utimesSync } from 'node:fs';

/** Notes on a file that can be made again that it was used now. */
export function markUsed(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A home that can only be read is used as it is.
  }
}

/**
 * Of files that can be made again, those beyond the `kept` last used. Another process may be dropping them as well: a file
 * that is gone already is none of them.
 */
export function longestUnused(paths: readonly string[], kept: number): string[] {
  return paths
    .flatMap((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat ? [{ path, used: stat.mtimeMs }] : [];
    })
    .sort((a, b) => b.used - a.used || (a.path < b.path ? -1 : 1))
    .slice(kept)
    .map(({ path }) => path);
}
