import { useDeferredValue, useMemo } from 'react';
import type { PageState } from './page-state.ts';
import { type SortOrder, sorted } from './sort-header.tsx';

type Set = (changes: PageState, options?: { readonly replace?: boolean }) => void;

/**
 * The rows of a long table as the address of the page wants them: those with every word of `filter`, in the order of
 * `sort` and `flip`. What is typed comes first; the rows follow when the browser has time.
 */
export function useRows<Row>({
  rows,
  keeps,
  wordsOf,
  orders,
  first,
  state,
  set,
}: {
  readonly rows: readonly Row[];
  /** Whether a row belongs to what `only` asks for; the same function as long as nothing changes. */
  readonly keeps: (row: Row, only: string | undefined) => boolean;
  readonly wordsOf: (row: Row) => readonly (string | undefined)[];
  readonly orders: Readonly<Record<string, (a: Row, b: Row) => number>>;
  /** The order where the address names none. */
  readonly first: string;
  readonly state: PageState;
  readonly set: Set;
}): { readonly shown: readonly Row[]; readonly order: SortOrder; readonly sort: (key: string) => void } {
  const filter = useDeferredValue((state.filter ?? '').toLowerCase());
  const key = state.sort ?? first;
  const flip = state.flip === 'yes';
  const { only } = state;
  const shown = useMemo(() => {
    const words = filter.split(/\s+/).filter((word) => word !== '');
    const kept = rows.filter((row) => {
      if (!keeps(row, only)) return false;
      if (words.length === 0) return true;
      const text = wordsOf(row).join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return sorted(kept, orders, { key, flip });
  }, [rows, keeps, wordsOf, orders, filter, only, key, flip]);
  const sort = (next: string) =>
    set({ sort: next, flip: key === next && !flip ? 'yes' : undefined }, { replace: true });
  return { shown, order: { key, flip }, sort };
}
