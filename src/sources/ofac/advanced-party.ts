import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import type { PartySchema } from '../../model/party.ts';
import {
  type AddressParts,
  addAddress,
  addAttribute,
  addBirthDate,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  packDraft,
  startRecord,
} from '../record-draft.ts';
import { scriptOf } from '../script.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { dayOfPeriod } from './advanced-dates.ts';
import type { ReferenceValues } from './advanced-values.ts';
import type { OfacFact } from './fact.ts';
import { addLabelled } from './labelled.ts';
import type { RemarkDate } from './remarks.ts';

/** A party whose sanctions entries, which stand at the end of the file, are still to come. */
export interface PendingParty {
  readonly draft: Draft;
  readonly dates: RemarkDate[];
}

/** What stands before the parties in the file and is needed to read them. */
export interface AdvancedContext {
  readonly values: ReferenceValues;
  readonly locations: ReadonlyMap<string, AddressParts>;
  /** Identity documents by the identity that they belong to. */
  readonly documents: ReadonlyMap<string, readonly OfacFact[]>;
}

export function readParty(
  element: XmlElement,
  context: AdvancedContext,
  file: string,
): PendingParty | undefined {
  const profile = child(element, 'Profile');
  const id = profile?.attributes.ID ?? element.attributes.FixedRef;
  if (!profile || !id) return undefined;
  const draft = startRecord(id, schemaOf(profile, context.values), file, element.line);
  const dates: RemarkDate[] = [];
  for (const identity of childrenOf(profile, 'Identity')) readIdentity(draft, identity, context.values);
  for (const feature of childrenOf(profile, 'Feature')) readFeature(draft, feature, context, dates);
  for (const identity of childrenOf(profile, 'Identity')) {
    for (const document of context.documents.get(identity.attributes.ID ?? '') ?? []) {
      addLabelled(draft, document, dates);
    }
  }
  addIdentifier(draft, 'source id', id, { issuer: 'us-ofac' });
  addUnique(draft.remarks, childText(element, 'Comment'));
  addUnique(draft.remarks, childText(profile, 'Comment'));
  return { draft: packDraft(draft), dates };
}

function schemaOf(profile: XmlElement, values: ReferenceValues): PartySchema {
  const subType = profile.attributes.PartySubTypeID;
  const text = values.text('PartySubType', subType);
  if (text === 'Vessel' || text === 'Aircraft') return schemaOfKind(text);
  const type = values.text('PartyType', values.attribute('PartySubType', subType, 'PartyTypeID'));
  return schemaOfKind(type);
}

function readIdentity(draft: Draft, identity: XmlElement, values: ReferenceValues): void {
  const typeOfGroup = new Map<string, string>();
  for (const master of childrenOf(child(identity, 'NamePartGroups'), 'MasterNamePartGroup')) {
    for (const group of childrenOf(master, 'NamePartGroup')) {
      const type = values.text('NamePartType', group.attributes.NamePartTypeID);
      if (type) typeOfGroup.set(group.attributes.ID ?? '', type);
    }
  }
  const aliases = [...childrenOf(identity, 'Alias')].sort((a, b) => rankOf(a) - rankOf(b));
  for (const alias of aliases) {
    const documented = [...childrenOf(alias, 'DocumentedName')].sort(
      (a, b) => statusOf(a, values) - statusOf(b, values),
    );
    for (const [at, name] of documented.entries())
      readName(draft, alias, name, at === 0, typeOfGroup, values);
  }
  if (identity.attributes.False === 'true') addAttribute(draft, 'false identity', draft.names.at(-1)?.text);
}

function rankOf(alias: XmlElement): number {
  return alias.attributes.Primary === 'true' ? 0 : 1;
}

function statusOf(name: XmlElement, values: ReferenceValues): number {
  return values.text('DocNameStatus', name.attributes.DocNameStatusID) === 'Primary Latin' ? 0 : 1;
}

function readName(
  draft: Draft,
  alias: XmlElement,
  name: XmlElement,
  isFirst: boolean,
  typeOfGroup: ReadonlyMap<string, string>,
  values: ReferenceValues,
): void {
  const last: string[] = [];
  const others: string[] = [];
  let scriptId: string | undefined;
  for (const part of childrenOf(name, 'DocumentedNamePart')) {
    const value = child(part, 'NamePartValue');
    if (!value?.text) continue;
    scriptId ??= value.attributes.ScriptID;
    const type = typeOfGroup.get(value.attributes.NamePartGroupID ?? '');
    (type === 'Last Name' ? last : others).push(value.text);
  }
  const text = [last.join(' '), others.join(' ')].filter((part) => part !== '').join(', ');
  const isPrimary = alias.attributes.Primary === 'true' && isFirst && draft.names.length === 0;
  const isWeak = alias.attributes.LowQuality === 'true';
  const isFormer = values.text('AliasType', alias.attributes.AliasTypeID) === 'F.K.A.';
  addName(draft, text, isPrimary ? 'primary' : isWeak ? 'weak alias' : isFormer ? 'former' : 'alias', {
    script: scriptCode(values, scriptId, text),
  });
  if (isWeak && isFormer) addAttribute(draft, 'former name', text);
}

/** The ISO 15924 code where the file has one; the letters tell it otherwise. Latin, the rule, is not said. */
function scriptCode(values: ReferenceValues, id: string | undefined, text: string): string | undefined {
  const code = values.attribute('Script', id, 'ScriptCode') ?? '';
  const script = /^[A-Z][a-z]{3}$/.test(code) ? code : scriptOf(text);
  return script === 'Latn' ? undefined : script;
}

function readFeature(draft: Draft, feature: XmlElement, context: AdvancedContext, dates: RemarkDate[]): void {
  const { values } = context;
  const label = values.text('FeatureType', feature.attributes.FeatureTypeID) ?? 'Feature';
  addUnique(draft.remarks, childText(feature, 'Comment'));
  for (const version of childrenOf(feature, 'FeatureVersion')) {
    addUnique(draft.remarks, childText(version, 'Comment'));
    for (const place of childrenOf(version, 'VersionLocation')) {
      const location = context.locations.get(place.attributes.LocationID ?? '');
      if (!location) continue;
      if (label === 'Location') addAddress(draft, location);
      else addLabelled(draft, { label, value: inWords(location) }, dates);
    }
    const day = dayOfPeriod(child(version, 'DatePeriod'));
    if (day && label === 'Birthdate') addBirthDate(draft, day);
    else if (day) addLabelled(draft, { label, value: day.text }, dates);
    for (const detail of childrenOf(version, 'VersionDetail')) {
      const value = detail.text || values.text('DetailReference', detail.attributes.DetailReferenceID);
      if (value) addLabelled(draft, { label, value }, dates);
    }
  }
}

function inWords(location: AddressParts): string {
  return [location.street, location.city, location.region, location.postalCode, location.country]
    .filter((part) => part)
    .join(', ');
}
