import { child, childrenOf, childText, descendants, type XmlElement } from '../../formats/xml.ts';
import { addDays, type Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { PartySchema } from '../../model/party.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';
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
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { recordsOfXml, xmlList } from '../xml-list.ts';
import fields from './fields.json' with { type: 'json' };

/** SECO’s list: the whole of it, or an amendment with the targets that changed. */
export function secoXmlFormat(kind: 'whole-list' | 'amendment'): Format {
  return {
    id: `ch-seco-${kind}-xml`,
    title: kind === 'whole-list' ? 'SECO sanctions list, XML' : 'SECO amendment, XML',
    files: [{ pattern: /\.xml$/i, required: true }],
    ...(kind === 'amendment' ? { partial: true } : {}),
    recognises: (head) =>
      head.includes('<swiss-sanctions-list') && /list-type="amendment"/.test(head) === (kind === 'amendment'),
    read: (files, report) => readSeco(files[0]!, report),
    mapped: fields.mapped,
    leftOut: fields.leftOut,
  };
}

interface Context {
  /** Sanctions sets by number, as `program: set`. */
  readonly sets: Map<string, string>;
  readonly places: Map<string, { text: string; country: string | undefined }>;
}

/** Two passes: places may stand behind the targets that refer to them. */
function* readSeco(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const format = secoXmlFormat('whole-list');
  const context: Context = { sets: new Map(), places: new Map() };
  let published: Day | undefined;
  const first = xmlList(file, {
    format,
    report,
    root: 'swiss-sanctions-list',
    records: new Set(['sanctions-program', 'place']),
    onRoot: (attributes) => {
      published = readExactDay(attributes.date);
    },
  });
  for (const element of first) {
    if (element.name === 'sanctions-program') takeProgram(element, context);
    else takePlace(element, context);
  }
  const options = { format, report, root: 'swiss-sanctions-list', entries: ['target'] };
  const targets = yield* recordsOfXml(file, options, (element) =>
    readTarget(element, context, file.name, report),
  );
  return { counts: { targets }, ...(published ? { published } : {}) };
}

function inEnglish(elements: readonly XmlElement[]): string | undefined {
  return (elements.find((element) => element.attributes.lang === 'eng') ?? elements[0])?.text;
}

function takeProgram(element: XmlElement, { sets }: Context): void {
  const key = inEnglish(childrenOf(element, 'program-key')) ?? '';
  for (const set of childrenOf(element, 'sanctions-set')) {
    const id = set.attributes.ssid ?? '';
    if (!sets.has(id) || set.attributes.lang === 'eng') sets.set(id, `${key}: ${set.text}`);
  }
}

function takePlace(element: XmlElement, { places }: Context): void {
  const country = child(element, 'country');
  const parts = [childText(element, 'location'), childText(element, 'area'), country?.text];
  places.set(element.attributes.ssid ?? '', {
    text: parts.filter(Boolean).join(', '),
    country: country?.attributes['iso-code'] ?? country?.text,
  });
}

function readTarget(
  element: XmlElement,
  context: Context,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const body = element.children.find((inner) => /^(?:individual|entity|object)$/.test(inner.name));
  const id = element.attributes.ssid;
  const draft = startRecord(id ?? '', schemaOf(body), file, element.line);
  const identities = [...childrenOf(body, 'identity')].sort((a, b) => rank(a) - rank(b));
  for (const identity of identities) readIdentity(draft, identity, context);
  if (!id || !body || draft.names.length === 0) {
    report(lostRow(file, 'The target has no id or no name.', element.line));
    return undefined;
  }
  if (body.attributes.sex === 'male' || body.attributes.sex === 'female') draft.gender = body.attributes.sex;
  for (const text of childrenOf(body, 'other-information')) readInformation(draft, text.text);
  for (const relation of childrenOf(body, 'relation')) readRelation(draft, relation);
  for (const attribute of childrenOf(body, 'generic-attribute')) {
    addAttribute(draft, attribute.attributes.name ?? 'attribute', attribute.text);
  }
  addIdentifier(draft, 'source id', id, { issuer: 'ch-seco' });
  addAttribute(draft, 'foreign identifier', childText(element, 'foreign-identifier'));
  addListings(draft, element, body, context);
  return finishRecord(draft);
}

function rank(identity: XmlElement): number {
  return identity.attributes.main === 'true' ? 0 : 1;
}

function schemaOf(body: XmlElement | undefined): PartySchema {
  if (body?.name !== 'object') return schemaOfKind(body?.name);
  return body.attributes['object-type'] === 'aircraft' ? 'Airplane' : 'Vessel';
}

function readIdentity(draft: Draft, identity: XmlElement, context: Context): void {
  for (const name of childrenOf(identity, 'name')) readName(draft, name);
  for (const nationality of childrenOf(identity, 'nationality')) {
    const country = child(nationality, 'country');
    addCountry(draft, 'nationalities', country?.attributes['iso-code'] ?? country?.text);
  }
  for (const birth of childrenOf(identity, 'day-month-year')) {
    const { day, month, year, quality } = birth.attributes;
    const text = [
      year,
      ...(month ? [month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : []),
    ].join('-');
    const written = readWrittenDay(quality === 'low' ? `circa ${text}` : text);
    if (written && draft.schema === 'Person') addBirthDate(draft, written);
    else addAttribute(draft, 'date', text);
  }
  for (const place of childrenOf(identity, 'place-of-birth')) {
    addUnique(draft.birthPlaces, context.places.get(place.attributes['place-id'] ?? '')?.text);
  }
  for (const address of childrenOf(identity, 'address')) {
    const place = context.places.get(address.attributes['place-id'] ?? '');
    addAddress(draft, {
      street: [
        childText(address, 'c-o'),
        childText(address, 'address-details'),
        childText(address, 'p-o-box'),
      ]
        .filter(Boolean)
        .join(', '),
      city: place?.text,
      postalCode: childText(address, 'zip-code'),
    });
    addCountry(draft, 'countries', place?.country);
    addUnique(draft.remarks, childText(address, 'remark'));
  }
  for (const document of childrenOf(identity, 'identification-document')) {
    const type = document.attributes['document-type'] ?? '';
    const issuer = child(document, 'issuer');
    addIdentifier(
      draft,
      type === 'passport' ? 'passport' : /id|tax/i.test(type) ? 'national id' : 'other',
      childText(document, 'number'),
      {
        issuer: countryCode(issuer?.attributes.code) ?? issuer?.text,
        label: type,
      },
    );
    const details = [
      childText(document, 'date-of-issue'),
      childText(document, 'expiry-date'),
      childText(document, 'remark'),
    ];
    if (details.some(Boolean)) addAttribute(draft, 'document details', details.filter(Boolean).join('; '));
  }
}

/** A name in parts, each with spelling variants in other languages and scripts. */
function readName(draft: Draft, name: XmlElement): void {
  const parts = [...childrenOf(name, 'name-part')].sort(
    (a, b) => Number(a.attributes.order ?? 0) - Number(b.attributes.order ?? 0),
  );
  const given = parts.filter((part) => part.attributes['name-part-type'] !== 'family-name');
  const family = parts.filter((part) => part.attributes['name-part-type'] === 'family-name');
  const ordered = [...given, ...family];
  const text = ordered.map((part) => childText(part, 'value') ?? '').join(' ');
  const type = name.attributes['name-type'];
  const isWeak = name.attributes.quality === 'low';
  const isPrimary = type === 'primary-name' && draft.names.length === 0;
  addName(
    draft,
    text,
    isPrimary || draft.names.length === 0
      ? 'primary'
      : isWeak
        ? 'weak alias'
        : type === 'formerly-known-as'
          ? 'former'
          : 'alias',
  );
  for (const variant of variantsOf(ordered)) {
    const script = scriptOf(variant);
    addName(draft, variant, isWeak ? 'weak alias' : 'alias', {
      script: script === 'Latn' ? undefined : script,
    });
  }
}

/** Spellings of the whole name: parts that have a variant in a language take it, the others stay. */
function variantsOf(parts: readonly XmlElement[]): string[] {
  const keys = new Set<string>();
  for (const part of parts) {
    for (const [at, variant] of childrenOf(part, 'spelling-variant').entries())
      keys.add(variantKey(variant, at));
  }
  return [...keys].map((key) =>
    parts
      .map((part) => {
        const variants = childrenOf(part, 'spelling-variant');
        return (
          variants.find((variant, at) => variantKey(variant, at) === key)?.text ??
          childText(part, 'value') ??
          ''
        );
      })
      .join(' '),
  );
}

function variantKey(variant: XmlElement, at: number): string {
  return `${variant.attributes.lang ?? ''} ${variant.attributes.script ?? ''} ${at}`;
}

function readInformation(draft: Draft, text: string): void {
  const imo = /IMO Number:?\s*(\d{7})/i.exec(text)?.[1];
  if (imo) addIdentifier(draft, 'IMO', imo);
  addUnique(draft.remarks, text);
}

function readRelation(draft: Draft, relation: XmlElement): void {
  const type = relation.attributes['relation-type'] ?? 'related-to';
  const remark = [...descendants(relation, 'remark')].map((element) => element.text).join('; ');
  const kind = /owned|controlled/.test(type)
    ? 'control'
    : /family|child|parent|spouse|sibling/.test(type)
      ? 'family'
      : 'other';
  draft.relations.push({
    kind,
    end: kind === 'control' ? 'owned' : 'owner',
    ...(relation.attributes['target-id'] ? { otherEntry: relation.attributes['target-id'] } : {}),
    text: remark ? `${type}: ${remark}` : type,
  });
}

/** One listing for each sanctions set, with the days of the modifications. */
function addListings(draft: Draft, target: XmlElement, body: XmlElement, context: Context): void {
  const days = (type: string) =>
    childrenOf(target, 'modification')
      .filter((modification) => modification.attributes['modification-type'] === type)
      .map((modification) => readExactDay(modification.attributes['effective-date']))
      .filter((day) => day !== undefined)
      .sort();
  const from = days('listed')[0];
  const delisted = days('de-listed').at(-1);
  const relisted = days('listed').at(-1);
  const until = delisted && !(relisted && relisted > delisted) ? addDays(delisted, -1) : undefined;
  const justification = childrenOf(body, 'justification').map((element) => element.text);
  for (const modification of childrenOf(target, 'modification')) {
    const { attributes } = modification;
    const dated = ['enactment-date', 'publication-date', 'effective-date'].filter((name) => attributes[name]);
    addAttribute(
      draft,
      'modifications',
      [attributes['modification-type'], ...dated.map((name) => `${name} ${attributes[name]}`)].join(' '),
    );
  }
  const sets = childrenOf(target, 'sanctions-set-id').map((element) => element.text);
  for (const set of sets.length > 0 ? sets : ['']) {
    const program = context.sets.get(set);
    const listing: RecordListing = {
      regime: regime('ch-seco'),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(program ? { citation: program } : {}),
      programs: set ? [program?.split(': ')[0] ?? `set ${set}`] : [],
      ...(justification.length > 0 ? { remarks: justification.join('; ') } : {}),
    };
    draft.listings.push(listing);
  }
}
