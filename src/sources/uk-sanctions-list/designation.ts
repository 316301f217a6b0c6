import type { Issue } from '../../model/fault.ts';
import {
  type AddressParts,
  addAddress,
  addAttribute,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  regime,
} from '../record-draft.ts';
import { scriptOf } from '../script.ts';
import { mergeListing } from '../uk/merge-listing.ts';
import { addUkDetail } from '../uk/other-information.ts';
import { addUkPerson, type UkPerson } from '../uk/person-details.ts';
import { readExactDay } from '../written-day.ts';

/** What one row of the CSV, or one element of the XML, says of a designation. */
export interface UkDesignation {
  readonly names: readonly {
    readonly text: string;
    readonly type: string | undefined;
    readonly strength: string | undefined;
  }[];
  readonly nativeNames: readonly string[];
  readonly nativeLanguage: string | undefined;
  readonly titles: readonly string[];
  readonly addresses: readonly AddressParts[];
  readonly groupId: string | undefined;
  readonly unReference: string | undefined;
  readonly regimeName: string | undefined;
  readonly source: string | undefined;
  readonly imposed: string | undefined;
  readonly designated: string | undefined;
  readonly updated: string | undefined;
  readonly information: string | undefined;
  readonly reasons: string | undefined;
  readonly person: UkPerson;
  /** Details by the key that both UK lists share. */
  readonly details: Readonly<Record<string, readonly string[]>>;
}

export function addDesignation(
  draft: Draft,
  given: UkDesignation,
  place: { readonly file: string; readonly line: number; readonly report: (issue: Issue) => void },
): void {
  for (const name of given.names) {
    const isPrimary = /^Primary Name$/i.test(name.type ?? '');
    const isWeak = /low/i.test(name.strength ?? '');
    addName(draft, name.text, isPrimary ? 'primary' : isWeak ? 'weak alias' : 'alias');
  }
  for (const name of given.nativeNames) {
    const script = scriptOf(name);
    addName(draft, name, 'alias', {
      script: script === 'Latn' ? undefined : script,
      language: given.nativeLanguage,
    });
  }
  for (const title of given.titles) addUnique(draft.titles, title);
  for (const address of given.addresses) addAddress(draft, address);
  addUkPerson(draft, given.person, place);
  const relations = new Set(draft.relations.map((relation) => relation.text));
  for (const [key, values] of Object.entries(given.details)) {
    for (const value of values) addUkDetail(draft, key, value);
  }
  // Every row of a designation repeats its relations.
  const fresh = draft.relations.splice(relations.size).filter((relation) => !relations.has(relation.text));
  draft.relations.push(...fresh);
  addIdentifier(draft, 'source id', draft.entry, { issuer: 'uk-sanctions' });
  if (given.groupId) addIdentifier(draft, 'source id', given.groupId, { issuer: 'uk-ofsi' });
  if (given.unReference) addIdentifier(draft, 'source id', given.unReference, { issuer: 'un-sc' });
  addAttribute(draft, 'last updated', given.updated);
  addAttribute(draft, 'designation source', given.source);
  addUnique(draft.remarks, given.information);
  addListing(draft, given);
}

function addListing(draft: Draft, given: UkDesignation): void {
  const from = readExactDay(given.designated);
  const imposed = given.imposed
    ?.split('|')
    .map((measure) => measure.trim())
    .filter((measure, at, all) => measure !== '' && all.indexOf(measure) === at);
  mergeListing(draft, {
    regime: regime('uk-sanctions'),
    ...(from ? { from } : {}),
    programs: given.regimeName ? [given.regimeName] : [],
    ...(imposed?.length ? { requirement: imposed.join('; ') } : {}),
    ...(given.reasons ? { remarks: given.reasons } : {}),
  });
}
