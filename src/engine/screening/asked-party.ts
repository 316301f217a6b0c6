import { type MatchQuery, queryKindOfSchema, queryOfProperties } from '../../match/index.ts';
import { readWrittenDay } from '../../sources/written-day.ts';
import { countryCode } from '../../text/country.ts';

/** A value that says nothing to the name engine: it counts neither for nor against. */
export interface UnreadValue {
  readonly property: 'country' | 'birthDate';
  readonly value: string;
}

/**
 * Whom properties in FollowTheMoney's names speak of, with countries and birth dates as people write them: `Russia`, `RUS`
 * and `ru` are one country, and `7 October 1952` a day. What is neither is left out, so that it contradicts nobody.
 * Undefined where there is no name.
 */
export function askedParty(
  properties: unknown,
  unread: (value: UnreadValue) => void = () => {},
): MatchQuery | undefined {
  const query = queryOfProperties(properties);
  if (!query) return undefined;
  const { countries = [], birthDates = [] } = query;
  return {
    ...query,
    countries: read(countries, codesOf, (value) => unread({ property: 'country', value })),
    birthDates: read(birthDates, datesOf, (value) => unread({ property: 'birthDate', value })),
  };
}

/**
 * Whom a row or an example to be screened speaks of. Identifiers do where there is no name: they stand in its place, and
 * whoever has one is found whatever the schema, since a wallet belongs to a person or a firm. Undefined where there is neither.
 */
export function screenedParty(
  properties: unknown,
  schema?: string,
  unread?: (value: UnreadValue) => void,
): MatchQuery | undefined {
  const named = askedParty(properties, unread);
  if (named) return { ...named, kind: queryKindOfSchema(schema) };
  if (typeof properties !== 'object' || properties === null) return undefined;
  const { identifiers = [], ...facts } = askedParty({ ...properties, name: 'nobody' }, unread) ?? {};
  if (identifiers.length === 0) return undefined;
  return { ...facts, identifiers, names: identifiers.map(({ value }) => value), kind: 'any' };
}

function read(
  values: readonly string[],
  readOne: (text: string) => readonly string[],
  unread: (value: string) => void,
): string[] {
  const found = new Set<string>();
  for (const value of values) {
    const meant = readOne(value);
    if (meant.length === 0) unread(value);
    for (const one of meant) found.add(one);
  }
  return [...found];
}

/** Codes are written in capitals or not. */
function codesOf(text: string): string[] {
  const code = countryCode(/^[a-z]{2,3}$/i.test(text) ? text.toUpperCase() : text) ?? countryCode(text);
  return code === undefined ? [] : [code];
}

/** ISO dates as precise as the text; both readings of `07/10/1952`, of which one will do. */
function datesOf(text: string): string[] {
  const compact = /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  const written = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}`
    : text.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, isoOf);
  const found = new Set<string>();
  for (const order of ['day first', 'month first'] as const) {
    const day = readWrittenDay(written, order);
    if (!day) continue;
    if (day.earliest === day.latest) found.add(day.circa ? day.earliest.slice(0, 4) : day.earliest);
    else if (day.earliest.slice(0, 7) === day.latest.slice(0, 7) && !day.circa)
      found.add(day.earliest.slice(0, 7));
    else for (const end of [day.earliest, day.latest]) found.add(end.slice(0, 4));
  }
  return [...found];
}

function isoOf(_text: string, year: string, month: string, date: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
