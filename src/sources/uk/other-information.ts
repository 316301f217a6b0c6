import { countryCode } from '../../text/country.ts';
import { splitEnumerated } from '../enumerated.ts';
import { addAttribute, addCountry, addIdentifier, addUnique, type Draft } from '../record-draft.ts';

const known = [
  'UK Sanctions List Ref',
  'UN Ref',
  'Gender',
  'Phone number',
  'Email address',
  'Type of entity',
  'Website',
  'Parent company',
  'Subsidiaries',
  'Business Reg No',
  'IMO number',
  'Flag of ship',
  'Previous flags',
  'Type of ship',
  'Tonnage of ship',
  'Length of ship',
  'Year built',
  'Current owners',
  'UK Statement of Reasons',
];
const keyPattern = new RegExp(`\\((${known.join('|')})\\):`, 'g');

/**
 * Reads the `Other Information` of OFSI’s list, in which everything without a column of its own stands as
 * `(Key):value`. Gives the statement of reasons; text that no key leads stays as remark.
 */
export function readOtherInformation(draft: Draft, text: string): string | undefined {
  const marks = [...text.matchAll(keyPattern)];
  addUnique(draft.remarks, text.slice(0, marks[0]?.index ?? text.length));
  let reasons: string | undefined;
  for (const [at, mark] of marks.entries()) {
    const end = marks[at + 1]?.index ?? text.length;
    const value = text.slice(mark.index + mark[0].length, end).trim();
    if (mark[1] === 'UK Statement of Reasons') reasons = value;
    else if (mark[1] === 'UK Sanctions List Ref') addReference(draft, 'uk-sanctions', value);
    else if (mark[1] === 'UN Ref') addReference(draft, 'un-sc', value);
    else addUkDetail(draft, mark[1]!, value);
  }
  return reasons;
}

/** `AFG0006. Listed pursuant to ...`: a reference, then perhaps free text. */
function addReference(draft: Draft, issuer: string, value: string): void {
  const match = /^(?:UN Ref )?([A-Za-z]{2,6}\.?\d{3,4})\b\.?\s*(.*)$/s.exec(value);
  if (!match) {
    addUnique(draft.remarks, value);
    return;
  }
  addIdentifier(draft, 'source id', match[1], { issuer });
  addUnique(draft.remarks, match[2]);
}

/** A labelled detail of either UK list. */
export function addUkDetail(draft: Draft, key: string, value: string): void {
  const values = splitEnumerated(value);
  switch (key) {
    case 'Gender':
      draft.gender = /^f/i.test(value) ? 'female' : /^m/i.test(value) ? 'male' : 'other';
      return;
    case 'Phone number':
      for (const each of values) addIdentifier(draft, 'phone', each);
      return;
    case 'Email address':
      for (const each of values) addIdentifier(draft, 'email', each);
      return;
    case 'Website':
      for (const each of values) addIdentifier(draft, 'website', each);
      return;
    case 'Business Reg No':
      for (const each of values) addIdentifier(draft, 'registration number', each);
      return;
    case 'IMO number':
      for (const each of values) addIdentifier(draft, 'IMO', each.replace(/^IMO\s*/i, ''));
      return;
    case 'Parent company':
      for (const each of values) {
        draft.relations.push({
          kind: 'subsidiary',
          end: 'owned',
          otherName: each,
          text: `Parent company: ${each}`,
        });
      }
      return;
    case 'Subsidiaries':
      for (const each of values) {
        draft.relations.push({
          kind: 'subsidiary',
          end: 'owner',
          otherName: each,
          text: `Subsidiary: ${each}`,
        });
      }
      return;
    case 'Current owners':
      for (const each of values) {
        draft.relations.push({
          kind: 'ownership',
          end: 'owned',
          otherName: each,
          text: `Current owner: ${each}`,
        });
      }
      return;
    case 'Flag of ship':
      if (countryCode(value)) addCountry(draft, 'countries', value);
      addAttribute(draft, 'vessel flag', value);
      return;
    default:
      for (const each of values) addAttribute(draft, key.toLowerCase(), each);
  }
}
