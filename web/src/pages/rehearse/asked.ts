import type { PageState } from '../../parts/page-state.ts';

/** The parameters of an address that say what is rehearsed; the rest of it is how it is looked at. */
const asked = [
  'scenario',
  'party',
  'regime',
  'allies',
  'delay',
  'licence',
  'covers',
  'on',
  'portfolio',
] as const;

/** What the service is asked, from the address of the page. */
export function askedOf(state: PageState): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((name) => {
      const value = state[name];
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** The address of a file of the rehearsal on view. */
export function fileAddress(state: PageState, file: string): string {
  const text = new URLSearchParams(askedOf(state)).toString();
  return `/v1/rehearse/${file}${text ? `?${text}` : ''}`;
}
