import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What the address says after `?`: plain texts only, so that addresses can be read and written by hand. */
export type PageState = Readonly<Record<string, string | undefined>>;

/** Reads `?a=b&c=d` as it stands; nothing is taken for JSON. */
export function parseAddress(text: string): PageState {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The address of a state; what is empty is left out. */
export function writeAddress(state: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(state).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const text = new URLSearchParams(kept).toString();
  return text ? `?${text}` : '';
}

/**
 * The state of the page, kept in its address: back works, and a link shows another person the same. `set` changes what
 * is given and keeps the rest; with `replace` the change makes no step of its own for the back button.
 */
export function usePageState(): readonly [
  PageState,
  (changes: PageState, options?: { readonly replace?: boolean }) => void,
] {
  const state = useSearch({ strict: false }) as PageState;
  const navigate = useNavigate();
  const set = useCallback(
    (changes: PageState, options: { readonly replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: PageState) => ({ ...before, ...changes }),
        replace: options.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, set];
}
