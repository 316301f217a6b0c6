import type { PageState } from '../../parts/page-state.ts';

const prefix = 'f.';

/** The facts that an address states, as `f.purpose=...`. */
export function factsOf(state: PageState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([key, value]) =>
      key.startsWith(prefix) && value ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

/** A change of the address that states a fact, or takes it back. */
export function stateFact(fact: string, value: string | undefined): PageState {
  return { [`${prefix}${fact}`]: value || undefined };
}

/** Some facts are about the goods and have their own place in a question. */
export function splitFacts(facts: Readonly<Record<string, string>>) {
  const { eccn, origin, 'item kind': kind, ...rest } = facts;
  return { eccn, origin, kind, facts: rest };
}
