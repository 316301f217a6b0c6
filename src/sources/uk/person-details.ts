import type { Issue } from '../../model/fault.ts';
import { countryCode } from '../../text/country.ts';
import { splitEnumerated } from '../enumerated.ts';
import {
  addAttribute,
  addBirthDate,
  addCountry,
  addIdentifier,
  addUnique,
  type Draft,
} from '../record-draft.ts';
import { readWrittenDay } from '../written-day.ts';

export interface UkPerson {
  readonly births: readonly string[];
  readonly towns: readonly string[];
  readonly countries: readonly string[];
  readonly nationalities: readonly string[];
  readonly passports: readonly string[];
  readonly passportDetails: readonly string[];
  readonly nationalIds: readonly string[];
  readonly nationalIdDetails: readonly string[];
  readonly positions: readonly string[];
}

/** What both UK lists say of a person; numbered values are taken apart. */
export function addUkPerson(
  draft: Draft,
  person: UkPerson,
  place: { readonly file: string; readonly line: number; readonly report: (issue: Issue) => void },
): void {
  for (const text of person.births) {
    const day = readWrittenDay(text);
    if (day) addBirthDate(draft, day);
    else {
      addUnique(draft.remarks, `DOB ${text}`);
      place.report({
        code: 'AS_FIELD',
        message: `"${text}" is not a date; it is kept as a remark.`,
        file: place.file,
        line: place.line,
        field: 'DOB',
        lost: false,
      });
    }
  }
  const towns = person.towns.flatMap(splitEnumerated);
  const countries = person.countries.flatMap(splitEnumerated);
  for (let at = 0; at < Math.max(towns.length, countries.length); at++) {
    addUnique(draft.birthPlaces, [towns[at], countries[at] ?? countries.at(-1)].filter(Boolean).join(', '));
  }
  for (const text of person.nationalities.flatMap(splitEnumerated)) {
    addCountry(draft, 'nationalities', text.replace(/\.$/, ''));
  }
  addDocuments(draft, 'passport', person.passports, person.passportDetails);
  addDocuments(draft, 'national id', person.nationalIds, person.nationalIdDetails);
  for (const position of person.positions.flatMap(splitEnumerated)) addUnique(draft.titles, position);
}

function addDocuments(
  draft: Draft,
  kind: 'passport' | 'national id',
  numbers: readonly string[],
  details: readonly string[],
): void {
  const texts = details.flatMap(splitEnumerated);
  for (const [at, number] of numbers.flatMap(splitEnumerated).entries()) {
    const first = texts[at] ?? texts[0];
    addIdentifier(draft, kind, number, { issuer: countryCode(first?.replace(/\.$/, '')) });
  }
  for (const text of texts) addAttribute(draft, `${kind} details`, text);
}
