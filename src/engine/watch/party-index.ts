import { kindOfSchema, type ListedParty, matchKinds, NameMatcher } from '../../match/index.ts';
import type { Party } from '../../model/index.ts';
import type { WatchedParty } from './watched-parties.ts';

/**
 * The reverse direction: an index of the user's parties, asked with listed names. It only finds whom to look at; whether
 * somebody matches is then asked as `screen` asks it. The two directions read names differently, hence the low threshold
 * and the further readings below; `bench/watch.ts` counts what this loses against asking every party.
 */
const leastLikeness = 0.3;
/** A whole beginning of a listed name is all that a cut-off field leaves of it, but for some letters of the next word. */
const leastLikenessOfBeginning = 0.6;
const leastBeginning = 2;
/** Letters that a field of a payment message, statement or old database takes. */
const fieldWidths = [20, 24, 25, 30, 32, 35, 40, 50, 60, 66, 70];

/** Names with digits or signs, and long texts, are read in ways that only a query knows, such as lines of a payment. */
export function isOdd({ query }: WatchedParty): boolean {
  return query.names.some((name) => /[\d/]/.test(name) || name.split(/\s+/).length > 9);
}

/** A watched party as the index takes it in: under every kind that it may be, by every reading of its names. */
export function* indexedParty(number: number, { query }: WatchedParty): Generator<ListedParty> {
  const id = String(number).padStart(9, '0');
  const { kind = 'any', identifiers = [] } = query;
  for (const one of kind === 'any' ? matchKinds : [kind]) {
    const readings = query.names.flatMap((name) =>
      readName(name, one, 'query').map(({ words }) => words.map(({ text }) => text).join(' ')),
    );
    const names = [...new Set([...query.names, ...readings])].filter((name) => name.trim() !== '');
    yield {
      id,
      kind: one,
      names: names.map((text, at) => ({ text, kind: at === 0 ? 'primary' : 'alias' })),
      identifiers,
    };
  }
}

const { readName } = NameMatcher.of([]);

/** Numbers of the watched parties that may be the listed one, by name or identifier. */
export function mayBe(matcher: NameMatcher, party: Party): Set<number> {
  const kind = party.schema === 'LegalEntity' ? 'any' : kindOfSchema(party.schema);
  const found = new Set<number>();
  const ask = (name: string, least: number): void => {
    for (const { partyId } of matcher.hits(name, kind, least)) found.add(Number(partyId));
  };
  for (const { text } of party.names) {
    ask(text, leastLikeness);
    const words = text.split(/\s+/);
    if (words.length <= leastBeginning) continue;
    for (let count = leastBeginning; count < words.length; count++)
      ask(words.slice(0, count).join(' '), leastLikenessOfBeginning);
    for (const width of fieldWidths)
      if (width < text.length) ask(text.slice(0, width).trimEnd(), leastLikenessOfBeginning);
  }
  if (party.identifiers.length > 0) {
    const identifiers = party.identifiers.map(({ kind: one, value }) => ({ kind: one, value }));
    for (const { id } of matcher.search({ names: [], identifiers })) found.add(Number(id));
  }
  return found;
}
