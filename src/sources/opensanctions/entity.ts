import type { Issue } from '../../model/fault.ts';
import type { IdentifierKind, PartySchema } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import {
  addAddress,
  addAttribute,
  addBirthDate,
  addCountry,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  finishRecord,
  regime,
  startRecord,
} from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import { scriptOf } from '../script.ts';
import { readWrittenDay } from '../written-day.ts';
import table from './properties.json' with { type: 'json' };

type Json = Readonly<Record<string, unknown>>;

const identifiers: Readonly<Record<string, string>> = table.identifiers;
const schemas: Readonly<Record<string, string>> = table.schemas;
/** Special categories of personal data, which are neither kept nor screened. */
const withheld = new Set(table.withheld);

/**
 * The record of a FollowTheMoney entity; nothing for schemata that are no party (addresses, sanctions, relations), of
 * which `nested` gives those within the entity.
 */
export function recordOfFtmEntity(
  entity: Json,
  file: string,
  line: number,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const schema = schemas[textOf(entity.schema) ?? ''];
  const id = textOf(entity.id);
  if (!schema || !id) return undefined;
  const properties = isObject(entity.properties) ? entity.properties : {};
  const draft = startRecord(id, schema as PartySchema, file, line);
  addName(draft, textOf(entity.caption), 'primary');
  for (const [name, values] of Object.entries(properties)) {
    if (withheld.has(name)) continue;
    for (const value of Array.isArray(values) ? values : [values]) {
      if (typeof value === 'string') addProperty(draft, name, value, file, line, report);
      else if (isObject(value)) addNested(draft, name, value);
    }
  }
  if (draft.names.length === 0) {
    report(lostRow(file, 'The entity has no name.', line));
    return undefined;
  }
  for (const referent of texts(entity.referents)) addAttribute(draft, 'referents', referent);
  const from = texts(properties.listingDate)[0];
  for (const dataset of texts(entity.datasets)) {
    draft.listings.push({
      regime: regime(`os-${dataset}`),
      programs: [...texts(properties.program), ...texts(properties.topics)],
      ...(from ? { remarks: `listed ${from}` } : {}),
    });
  }
  if (draft.listings.length === 0)
    draft.listings.push({ regime: regime('opensanctions'), programs: texts(properties.topics) });
  return finishRecord(draft);
}

function addProperty(
  draft: Draft,
  name: string,
  value: string,
  file: string,
  line: number,
  report: (issue: Issue) => void,
): void {
  switch (name) {
    case 'name':
    case 'alias':
    case 'weakAlias':
    case 'previousName':
    case 'abbreviation': {
      const kind = name === 'weakAlias' ? 'weak alias' : name === 'previousName' ? 'former' : 'alias';
      const script = scriptOf(value);
      addName(draft, value, kind, { script: script === 'Latn' ? undefined : script });
      return;
    }
    case 'birthDate': {
      const day = readWrittenDay(value);
      if (day) addBirthDate(draft, day);
      else {
        addUnique(draft.remarks, `Birth date ${value}`);
        report({
          code: 'AS_FIELD',
          message: `"${value}" is not a date.`,
          file,
          line,
          field: name,
          lost: false,
        });
      }
      return;
    }
    case 'birthPlace':
      addUnique(draft.birthPlaces, value);
      return;
    case 'nationality':
    case 'citizenship':
      addCountry(draft, 'nationalities', countryCode(value.toUpperCase()) ? value.toUpperCase() : value);
      return;
    case 'country':
    case 'jurisdiction':
    case 'mainCountry':
    case 'flag':
      addCountry(draft, 'countries', countryCode(value.toUpperCase()) ? value.toUpperCase() : value);
      return;
    case 'address':
      addAddress(draft, { street: value });
      return;
    case 'gender':
      draft.gender = value === 'male' || value === 'female' ? value : 'other';
      return;
    case 'position':
    case 'title':
      addUnique(draft.titles, value);
      return;
    case 'notes':
    case 'summary':
    case 'description':
      addUnique(draft.remarks, value);
      return;
    default:
      if (identifiers[name])
        addIdentifier(draft, identifiers[name] as IdentifierKind, value, { label: name });
      else addAttribute(draft, name, value);
  }
}

/** Entities written inside another, in `targets.nested.json`: addresses and relations. */
function addNested(draft: Draft, name: string, inner: Json): void {
  const properties = isObject(inner.properties) ? inner.properties : {};
  if (textOf(inner.schema) === 'Address') {
    addAddress(draft, {
      street: texts(properties.full)[0] ?? texts(properties.street)[0],
      country: texts(properties.country)[0]?.toUpperCase(),
    });
    return;
  }
  const others = Object.values(properties)
    .flatMap((values) => (Array.isArray(values) ? values : []))
    .filter(isObject);
  for (const other of others) {
    const otherName = textOf(other.caption);
    draft.relations.push({
      kind: /family|relative/i.test(name)
        ? 'family'
        : /owner|asset|share/i.test(name)
          ? 'ownership'
          : 'other',
      end: /^(?:ownershipAsset|asset)/.test(name) ? 'owned' : 'owner',
      ...(textOf(other.id) ? { otherEntry: textOf(other.id)! } : {}),
      ...(otherName ? { otherName } : {}),
      text: [name, texts(properties.relationship)[0] ?? texts(properties.role)[0], otherName]
        .filter(Boolean)
        .join(' '),
    });
  }
  if (others.length === 0) addAttribute(draft, name, textOf(inner.caption));
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== undefined) : [];
}
