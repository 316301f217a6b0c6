import type { IdentifierKind, Party, PartyId, RegisterView } from '../model/index.ts';
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
  /** Indexes all names in steps, for whoever would rather give way between them than wait at the first `find`. */
  prepare(): Iterable<void>;
}

/**
 * Finds by the names of a register. `preferred` parties, those of the casebook, win where a name is also that of a list
 * entry that was not brought together with them; the others are indexed only when a name is not one of theirs, which on
 * the full lists takes seconds.
 */
export function createNameFinder(view: RegisterView, preferred: ReadonlySet<string>): NameFinder {
  let own: NameIndex | undefined;
  let others: NameIndex | undefined;
  const remembered = new Map<string, Found>();
  const find = (text: string): Found => {
    const byId = view.resolve(text);
    if (byId) return { kind: 'one', party: byId };
    const words = wordsOf(text);
    own ??= finish(indexing([...preferred].sort().flatMap((id) => view.party(id) ?? [])));
    const found = lookUp(own, words);
    if (found) return found;
    others ??= finish(indexing(view.parties()));
    return lookUp(others, words) ?? beginnings(own[0]!, words);
  };
  return {
    find(text) {
      let found = remembered.get(text);
      if (!found) {
        found = find(text);
        if (remembered.size > 20_000) remembered.clear();
        remembered.set(text, found);
      }
      return found;
    },
    *prepare() {
      if (!others) others = yield* indexing(view.parties());
    },
  };
}

/** One map of names to parties for each reading. */
type NameIndex = readonly Map<string, Set<PartyId>>[];

/** From the strictest reading of a name to the loosest: as written, without spaces, without legal forms. */
const readings: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join(' '),
  (words) => words.join(''),
  (words) => {
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

/** Identifiers that one asks by, and that nobody shares with another. */
const saysWho: ReadonlySet<IdentifierKind> = new Set([
  'USCC',
  'LEI',
  'ISIN',
  'ticker',
  'IMO',
  'BIC',
  'wallet',
]);

/** Parties of one step of indexing: some milliseconds. */
const step = 256;

function* indexing(parties: Iterable<Party>): Generator<void, NameIndex> {
  const index = readings.map(() => new Map<string, Set<PartyId>>());
  let count = 0;
  for (const party of parties) {
    if (++count % step === 0) yield;
    for (const name of party.names) {
      const words = wordsOf(name.text);
      for (const [level, reading] of readings.entries()) {
        // A weak alias has to be written out; without its legal form it may be anybody's.
        if (name.kind === 'weak alias' && level === 2) continue;
        add(index[level]!, reading(words), party.id);
      }
    }
    for (const { kind, value } of party.identifiers) {
      if (saysWho.has(kind)) add(index[0]!, wordsOf(value).join(' '), party.id);
    }
  }
  return index;
}

function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function add(index: Map<string, Set<PartyId>>, key: string, party: PartyId): void {
  if (key === '') return;
  const parties = index.get(key);
  if (parties) parties.add(party);
  else index.set(key, new Set([party]));
}

function lookUp(index: NameIndex, words: readonly string[]): Found | undefined {
  for (const [level, reading] of readings.entries()) {
    const parties = index[level]!.get(reading(words));
    if (parties) return foundAmong(parties);
  }
  return undefined;
}

function foundAmong(parties: ReadonlySet<PartyId>): Found {
  const choice = [...parties].sort();
  return choice.length === 1 ? { kind: 'one', party: choice[0]! } : { kind: 'several', parties: choice };
}

/** `Luopu Haishi`, `Hikvision Digital Technology`: words that only one party of the casebook has in one of its names, in that order. */
function beginnings(names: ReadonlyMap<string, Set<PartyId>>, words: readonly string[]): Found {
  if (words.length < 2) return { kind: 'none' };
  const sought = ` ${words.join(' ')} `;
  const found = new Set<PartyId>();
  for (const [name, parties] of names) {
    if (!` ${name} `.includes(sought)) continue;
    for (const party of parties) found.add(party);
  }
  return found.size === 0 ? { kind: 'none' } : foundAmong(found);
}
