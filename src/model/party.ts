import type { ApproximateDay, Day } from './day.ts';
import type { Provenance } from './provenance.ts';
import type { Share } from './share.ts';

/** Kinds of party; the names are FollowTheMoney's. */
export const partySchemas = [
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'LegalEntity',
  'Vessel',
  'Airplane',
  'Security',
  'CryptoWallet',
] as const;
export type PartySchema = (typeof partySchemas)[number];

export type PartyId = string & { readonly __brand: 'PartyId' };
export type RegimeId = string & { readonly __brand: 'RegimeId' };

export const nameKinds = ['primary', 'alias', 'weak alias', 'former', 'brand', 'transliteration'] as const;
export type NameKind = (typeof nameKinds)[number];

export interface Name {
  readonly text: string;
  readonly kind: NameKind;
  /** ISO 15924 code where the source gives it, such as `Hans`. */
  readonly script?: string;
  readonly language?: string;
  /** Where this name is from, in the casebook; names of a list have the provenance of their entry. */
  readonly provenance?: Provenance;
}

export const identifierKinds = [
  'LEI',
  'ISIN',
  'CUSIP',
  'FIGI',
  'USCC',
  'IMO',
  'MMSI',
  'call sign',
  'passport',
  'national id',
  'tax number',
  'registration number',
  'BIC',
  'ticker',
  'wallet',
  'aircraft registration',
  'aircraft serial',
  'UEI',
  'CAGE',
  'DUNS',
  'phone',
  'email',
  'website',
  'source id',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** Who issued it: ISO country code, list, exchange, or currency of a wallet. */
  readonly issuer?: string;
  /** The words of the source for its kind, where `kind` is `other` or says less. */
  readonly label?: string;
  readonly provenance?: Provenance;
}

export interface Address {
  readonly full: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, lower case, where it could be told. */
  readonly country?: string;
  readonly provenance?: Provenance;
}

/** What is known of a party apart from listings and links. */
export interface Party {
  readonly id: PartyId;
  readonly schema: PartySchema;
  readonly caption: string;
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countries: readonly string[];
  readonly addresses: readonly Address[];
  readonly birthDates: readonly ApproximateDay[];
  readonly birthPlaces: readonly string[];
  readonly nationalities: readonly string[];
  readonly gender?: 'male' | 'female' | 'other';
  readonly founded?: ApproximateDay;
  readonly titles?: readonly string[];
  /** What a list's format has and the fields above do not: vessel type, tonnage, equipment categories. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly notes: readonly string[];
  readonly provenance: readonly Provenance[];
}

/** Where in a list version an entry stands. */
export interface SourceEntry {
  /** Source id, such as `us-ofac-sdn`. */
  readonly source: string;
  /** The publisher's own id of the entry, or one derived from its content where it has none. */
  readonly entry: string;
  /** sha256 of the list version; empty for the casebook. */
  readonly version: string;
  readonly line?: number;
}

/** One party on one regime. Never merged across regimes. */
export interface Listing {
  readonly id: string;
  readonly party: PartyId;
  readonly regime: RegimeId;
  /** First day in force. Absent where the list does not say; then `seen` bounds it. */
  readonly from?: Day;
  /** Last day in force; absent while it lasts. */
  readonly until?: Day;
  /** First published day of a list version that has it, where the list itself gives no date. */
  readonly seen?: Day;
  /** Published day of the last whole version before that which lacked the entry; absent where none is held. */
  readonly absent?: Day;
  readonly citation: string;
  /** Programme tags as the list writes them: `GLOMAG`, `CMIC-EO13959`, `footnote 4`. */
  readonly programs: readonly string[];
  /** Licence requirement and review policy as the list writes them. */
  readonly requirement?: string;
  readonly policy?: string;
  /** Other dates that the regime attaches to the entry: `purchases barred from`, `divest by`, `effective`. */
  readonly dates?: Readonly<Record<string, Day>>;
  /** `named` on the list, or reached as `derived` member of a class that the list names (subsidiary, affiliate). */
  readonly basis: 'named' | 'derived';
  readonly remarks?: string;
  readonly sourceEntry?: SourceEntry;
  /** Entries of other lists, or of other editions of the list, that state this same listing. */
  readonly otherEntries?: readonly SourceEntry[];
  readonly provenance: Provenance;
  /** Fields that are less, or otherwise, sure than the listing as a whole: `citation`, `from`, `dates`, `programs`. */
  readonly fieldProvenance?: Readonly<Record<string, Provenance>>;
  /** `until` is no statement of the list: the entry was simply gone from the version of the day after. */
  readonly untilInferred?: boolean;
  /** Who else states this same listing: the casebook beside a list, or another list. */
  readonly alsoStatedBy?: readonly Provenance[];
}

export const linkKinds = [
  'ownership',
  'control',
  'subsidiary',
  'affiliate',
  'maker of brand',
  'supplier',
  'investor',
  'acts for',
  'officer',
  'family',
  'successor',
  'other',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A dated relation from one party to another: the `from` party owns, controls, makes, supplies the `to` party. */
export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly owner: PartyId;
  readonly owned: PartyId;
  /** For ownership; null where the share is unknown. */
  readonly share?: Share | null;
  readonly basis?: 'voting' | 'economic' | 'unstated';
  readonly from?: Day;
  readonly until?: Day;
  /** Links with the same `disputed` tag state the same fact differently; all are kept. */
  readonly disputed?: string;
  /** When the share was stated, in words of the source. Not a start: see docs/casebook.md. */
  readonly asOf?: string;
  readonly note?: string;
  readonly provenance: Provenance;
}
