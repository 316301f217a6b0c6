import type { Issue } from '../../model/fault.ts';
import type { Link } from '../../model/party.ts';

/** A party as an ownership file names it. */
export interface NamedParty {
  readonly id: string;
  readonly name: string;
  readonly schema: 'Person' | 'Company' | 'LegalEntity';
  /** ISO 3166-1 alpha-2, lower case, where the file gives it so. */
  readonly country?: string;
}

/**
 * What an ownership reader gives, one at a time. `unnamed` says that a party has an owner whom the file does not name,
 * and why: nothing can be matched to it, and nobody may take it for "no owner".
 */
export type OwnershipRecord =
  | { readonly kind: 'party'; readonly party: NamedParty }
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'unnamed'; readonly owned: string; readonly reason: string }
  | { readonly kind: 'issue'; readonly issue: Issue };

/** A row or statement that could not be used (`lost`), or was used in part. */
export function problem(
  file: string,
  line: number,
  message: string,
  lost: boolean,
  field?: string,
): OwnershipRecord {
  return {
    kind: 'issue',
    issue: { code: lost ? 'AS_ROW' : 'AS_FIELD', file, line, ...(field ? { field } : {}), message, lost },
  };
}
