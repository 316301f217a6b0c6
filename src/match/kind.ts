import type { PartySchema } from '../model/index.ts';

/** The kinds of names that are scored by rules of their own. */
export const matchKinds = ['person', 'company', 'vessel', 'aircraft'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** A query may leave its kind open. */
export type QueryKind = MatchKind | 'any';

/** Under which rules a party of this schema is scored. Securities and wallets carry names of organisations. */
export function kindOfSchema(schema: PartySchema): MatchKind {
  switch (schema) {
    case 'Person':
      return 'person';
    case 'Vessel':
      return 'vessel';
    case 'Airplane':
      return 'aircraft';
    case 'Company':
    case 'Organization':
    case 'PublicBody':
    case 'LegalEntity':
    case 'Security':
    case 'CryptoWallet':
      return 'company';
  }
}

/** `LegalEntity` and unknown schemas leave open whether a person is meant. */
export function queryKindOfSchema(schema: string | undefined): QueryKind {
  switch (schema?.toLowerCase()) {
    case 'person':
      return 'person';
    case 'company':
    case 'organization':
    case 'publicbody':
    case 'security':
    case 'cryptowallet':
      return 'company';
    case 'vessel':
      return 'vessel';
    case 'airplane':
    case 'aircraft':
      return 'aircraft';
    default:
      return 'any';
  }
}
