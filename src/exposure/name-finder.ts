import type { PartyId, RegisterView } from '../model/index.ts';
// Not through the room's index, which loads the tables of all scripts: a command has to start quickly.
import { legalForm } from '../text/legal-form.ts';
import { normalise } from '../text/normalise.ts';
import { simplified } from '../text/romanise/han.ts';

/** What a name or id stands for: one party, several, or none that is known here. */
export type Found =
  | { readonly kind: 'one'; readonly party: PartyId }
  | { readonly kind: 'several'; readonly parties: readonly PartyId[] }
  | { readonly kind: 'none' };

/** Finds parties by id, exact name in any script, or identifier. No likeness: a name that is merely near is not found. */
export interface NameFinder {
  find(nameOrId: string): Found;
}

/**
 * Indexes the names of a register at the first question. `preferred` parties, those of the casebook, win where a name is
 * also that of a list entry that was not brought together with them.
 */
export function createNameFinder(view: RegisterView, preferred: ReadonlySet<string>): NameFinder {
  let indexes: readonly Map<string, Set<PartyId>>[] | undefined;
  const remembered = new Map<string, Found>();
  return {
    find(text) {
      const known = remembered.get(text);
      if (known) return known;
      const byId = view.resolve(text);
      indexes ??= buildIndexes(view);
      const found: Found = byId ? { kind: 'one', party: byId } : search(indexes, text, preferred);
      if (remembered.size > 20_000) remembered.clear();
      remembered.set(text, found);
      return found;
    },
  };
}

/** From the strictest reading of a name to the loosest: as written, without spaces, without legal forms. */
const readings: readonly ((name: string) => string)[] = [
  (name) => wordsOf(name).join(' '),
  (name) => wordsOf(name).join(''),
  (name) => {
    const words = wordsOf(name);
    const formal = new Set<number>();
    for (const form of legalForm(words)) {
      for (let at = form.from; at < form.from + form.count; at++) formal.add(at);
    }
    return words.filter((_, at) => !formal.has(at)).join('');
  },
];

function wordsOf(name: string): string[] {
  return normalise(simplified(name))
    .text.split(' ')
    .filter((word) => word !== '');
}

function buildIndexes(view: RegisterView): Map<string, Set<PartyId>>[] {
  const indexes = readings.map(() => new Map<string, Set<PartyId>>());
  for (const [party, name] of view.names()) {
    for (const [level, reading] of readings.entries()) {
      // A weak alias has to be written out; without its legal form it may be anybody's.
      if (name.kind === 'weak alias' && level === 2) continue;
      add(indexes[level]!, reading(name.text), party);
    }
  }
  for (const party of view.parties()) {
    for (const { kind, value } of party.identifiers) {
      if (kind === 'USCC' || kind === 'LEI' || kind === 'ISIN' || kind === 'ticker' || kind === 'IMO')
        add(indexes[0]!, wordsOf(value).join(' '), party.id);
    }
  }
  return indexes;
}

function add(index: Map<string, Set<PartyId>>, key: string, party: PartyId): void {
  if (key === '') return;
  const parties = index.get(key);
  if (parties) parties.add(party);
  else index.set(key, new Set([party]));
}

function search(
  indexes: readonly Map<string, Set<PartyId>>[],
  text: string,
  preferred: ReadonlySet<string>,
): Found {
  for (const [level, reading] of readings.entries()) {
    const parties = indexes[level]!.get(reading(text));
    if (!parties) continue;
    const own = [...parties].filter((party) => preferred.has(party));
    const choice = (own.length > 0 ? own : [...parties]).sort();
    return choice.length === 1 ? { kind: 'one', party: choice[0]! } : { kind: 'several', parties: choice };
  }
  return beginnings(indexes[0]!, text, preferred);
}

/** `Luopu Haishi`, `Hikvision Digital Technology`: words that only one party of the casebook has in one of its names, in that order. */
function beginnings(
  names: ReadonlyMap<string, Set<PartyId>>,
  text: string,
  preferred: ReadonlySet<string>,
): Found {
  const words = wordsOf(text);
  if (words.length < 2) return { kind: 'none' };
  const sought = ` ${words.join(' ')} `;
  const found = new Set<PartyId>();
  for (const [name, parties] of names) {
    if (!` ${name} `.includes(sought)) continue;
    for (const party of parties) if (preferred.has(party)) found.add(party);
  }
  const choice = [...found].sort();
  if (choice.length === 0) return { kind: 'none' };
  return choice.length === 1 ? { kind: 'one', party: choice[0]! } : { kind: 'several', parties: choice };
}
