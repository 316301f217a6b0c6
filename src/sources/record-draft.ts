import { createHash } from 'node:crypto';
import type { ApproximateDay } from '../model/day.ts';
import type {
  Address,
  Identifier,
  IdentifierKind,
  Name,
  NameKind,
  PartySchema,
  RegimeId,
} from '../model/party.ts';
import type { RecordListing, RecordRelation, SourceRecord } from '../model/source-record.ts';
import { countryCode } from '../text/country.ts';
import { cleanText, keptText } from './kept-text.ts';

/** An entry while it is being read: what `SourceRecord` has, open for adding. */
export interface Draft {
  readonly entry: string;
  schema: PartySchema;
  readonly position: SourceRecord['position'];
  readonly names: Name[];
  readonly identifiers: Identifier[];
  readonly countries: string[];
  readonly nationalities: string[];
  readonly addresses: Address[];
  readonly birthDates: ApproximateDay[];
  readonly birthPlaces: string[];
  gender?: 'male' | 'female' | 'other';
  readonly titles: string[];
  readonly attributes: Record<string, string[]>;
  readonly listings: RecordListing[];
  readonly relations: RecordRelation[];
  readonly remarks: string[];
}

export function startRecord(entry: string, schema: PartySchema, file: string, line: number): Draft {
  return {
    entry,
    schema,
    position: { file, line },
    names: [],
    identifiers: [],
    countries: [],
    nationalities: [],
    addresses: [],
    birthDates: [],
    birthPlaces: [],
    titles: [],
    attributes: {},
    listings: [],
    relations: [],
    remarks: [],
  };
}

/** The regime id as the model brands it; ids are checked against the casebook by whoever joins them. */
export function regime(id: string): RegimeId {
  return id as RegimeId;
}

/** Adds a name unless the same text stands already: the first kind given wins, so give the primary name first. */
export function addName(
  draft: Draft,
  text: string | undefined,
  kind: NameKind,
  more: { script?: string | undefined; language?: string | undefined } = {},
): void {
  const clean = cleanText(text);
  if (!clean || draft.names.some((name) => name.text === clean)) return;
  draft.names.push({
    text: clean,
    kind,
    ...(more.script ? { script: more.script } : {}),
    ...(more.language ? { language: more.language } : {}),
  });
}

export function addIdentifier(
  draft: Draft,
  kind: IdentifierKind,
  value: string | undefined,
  more: { issuer?: string | undefined; label?: string | undefined } = {},
): void {
  const clean = cleanText(value);
  if (!clean) return;
  const same = (known: Identifier) =>
    known.kind === kind &&
    known.value === clean &&
    known.issuer === more.issuer &&
    known.label === more.label;
  if (draft.identifiers.some(same)) return;
  draft.identifiers.push({
    kind,
    value: clean,
    ...(more.issuer ? { issuer: keptText(more.issuer) } : {}),
    ...(more.label ? { label: more.label } : {}),
  });
}

/** The parts of an address as a list gives them; blank parts are left out, `full` is made of what is there. */
export interface AddressParts {
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  /** The country in words or as code; kept in `full` in words. */
  readonly country?: string | undefined;
}

export function addAddress(draft: Draft, parts: AddressParts): void {
  const street = cleanText(parts.street);
  const city = cleanText(parts.city);
  const region = cleanText(parts.region);
  const postalCode = cleanText(parts.postalCode);
  // OFAC writes "undetermined" where it does not know the country.
  const countryText = cleanText(parts.country)?.replace(/^undetermined$/i, '') || undefined;
  const full = [street, city, region, postalCode, countryText]
    .filter((part) => part !== undefined)
    .join(', ');
  if (full === '') return;
  const country = countryCode(countryText);
  if (country) addUnique(draft.countries, country);
  if (draft.addresses.some((known) => known.full === full)) return;
  draft.addresses.push({
    full,
    ...(street && full !== street ? { street } : {}),
    ...(city ? { city } : {}),
    ...(region ? { region } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(country ? { country } : {}),
  });
}

/** Adds a country to `countries` or `nationalities`; words that are no ISO country go to the attribute instead. */
export function addCountry(
  draft: Draft,
  list: 'countries' | 'nationalities',
  text: string | undefined,
): void {
  const clean = text?.trim();
  if (!clean) return;
  const code = countryCode(clean);
  if (code) addUnique(draft[list], code);
  else addAttribute(draft, list === 'countries' ? 'country as written' : 'nationality as written', clean);
}

export function addAttribute(draft: Draft, name: string, value: string | undefined): void {
  const clean = cleanText(value);
  if (!clean) return;
  draft.attributes[name] ??= [];
  addUnique(draft.attributes[name], clean);
}

export function addBirthDate(draft: Draft, day: ApproximateDay): void {
  const same = (known: ApproximateDay) =>
    known.earliest === day.earliest && known.latest === day.latest && known.text === day.text;
  if (!draft.birthDates.some(same)) draft.birthDates.push(day);
}

export function addUnique(list: string[], value: string | undefined): void {
  const clean = value?.trim();
  if (clean && !list.includes(clean)) list.push(keptText(clean));
}

/**
 * The draft with its lists cut to their length: a list that was pushed to keeps room for 17 items, which over 20,000
 * parties is more than their names.
 */
export function packDraft(draft: Draft): Draft {
  const attributes: Record<string, string[]> = {};
  for (const name of Object.keys(draft.attributes).sort()) attributes[name] = draft.attributes[name]!.slice();
  return {
    ...draft,
    names: draft.names.slice(),
    identifiers: draft.identifiers.slice(),
    countries: draft.countries.slice(),
    nationalities: draft.nationalities.slice(),
    addresses: draft.addresses.slice(),
    birthDates: draft.birthDates.slice(),
    birthPlaces: draft.birthPlaces.slice(),
    titles: draft.titles.slice(),
    attributes,
    listings: draft.listings.slice(),
    relations: draft.relations.slice(),
    remarks: draft.remarks.slice(),
  };
}

/** The record as the other rooms see it; attributes in the order of their names. */
export function finishRecord(draft: Draft): SourceRecord {
  return packDraft(draft);
}

/** An id for entries to which the publisher gives none: the same content gives the same id in every version. */
export function contentId(...content: readonly string[]): string {
  return `sha256:${createHash('sha256').update(content.join('\u001f')).digest('hex').slice(0, 16)}`;
}

/** Gives `-2`, `-3` to ids that come again, in the order of the file. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}
