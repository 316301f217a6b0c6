import { type IdentifierKind, identifierKinds, lookUp } from '../model/index.ts';
import type { MatchQuery } from './matcher.ts';

/** FollowTheMoney properties that hold names, and those that hold each other kind of fact. */
const nameProperties = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'];
const birthProperties = ['birthDate'];
const countryProperties = ['country', 'nationality', 'citizenship', 'jurisdiction', 'mainCountry', 'flag'];
const addressProperties = ['address', 'addressEntity'];
const identifierProperties: Readonly<Record<string, IdentifierKind>> = {
  leiCode: 'LEI',
  isin: 'ISIN',
  isinCode: 'ISIN',
  uscCode: 'USCC',
  imoNumber: 'IMO',
  mmsi: 'MMSI',
  callSign: 'call sign',
  passportNumber: 'passport',
  idNumber: 'national id',
  taxNumber: 'tax number',
  innCode: 'tax number',
  registrationNumber: 'registration number',
  ogrnCode: 'registration number',
  swiftBic: 'BIC',
  ticker: 'ticker',
  publicKey: 'wallet',
  uniqueEntityId: 'UEI',
  cageCode: 'CAGE',
  dunsCode: 'DUNS',
  serialNumber: 'aircraft serial',
};

/**
 * A query from properties in FollowTheMoney's names (each a text or a list of texts), or from a bare name.
 * Undefined where there is no name.
 */
export function queryOfProperties(properties: unknown): MatchQuery | undefined {
  if (typeof properties === 'string') return properties.trim() === '' ? undefined : { names: [properties] };
  if (typeof properties !== 'object' || properties === null) return undefined;
  const given = properties as Record<string, unknown>;
  const read = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => texts(given[name]))),
  ];
  const names = read(nameProperties);
  const first = texts(given['firstName']).concat(texts(given['givenName']));
  const last = texts(given['lastName']).concat(texts(given['familyName']));
  if (names.length === 0 && last.length > 0)
    names.push([...first, ...texts(given['middleName']), ...last].join(' '));
  if (names.length === 0) return undefined;
  const identifiers = Object.entries(given).flatMap(([property, value]) => {
    const kind =
      lookUp(identifierProperties, property) ??
      identifierKinds.find((known) => known.toLowerCase() === property.toLowerCase());
    return kind === undefined ? [] : texts(value).map((text) => ({ kind, value: text }));
  });
  const gender = texts(given['gender'])[0]?.toLowerCase();
  return {
    names,
    birthDates: read(birthProperties),
    countries: read(countryProperties).map((code) => code.toLowerCase()),
    identifiers,
    addresses: read(addressProperties),
    ...(gender === 'male' || gender === 'female' || gender === 'other' ? { gender } : {}),
  };
}

function texts(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values
    .filter((one): one is string | number => typeof one === 'string' || typeof one === 'number')
    .map((one) => String(one).trim())
    .filter((one) => one !== '');
}
