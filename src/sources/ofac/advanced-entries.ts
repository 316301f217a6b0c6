import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import { addDays, type Day } from '../../model/day.ts';
import type { LinkKind } from '../../model/party.ts';
import type { RecordListing, RecordRelation } from '../../model/source-record.ts';
import { addAttribute, addUnique, regime } from '../record-draft.ts';
import { dayOfPoint } from './advanced-dates.ts';
import type { PendingParty } from './advanced-party.ts';
import type { ReferenceValues } from './advanced-values.ts';
import { addListings, type OfacList, ofacListing, programsOfRegime, regimeOfList } from './listings.ts';

/** One `SanctionsEntry`: a party on one of OFAC's lists since a day, with programmes, measures and legal basis. */
export interface AdvancedEntry {
  readonly list: string;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly programs: readonly string[];
  readonly measures: readonly string[];
  readonly legalBasis: readonly string[];
  readonly comments: readonly string[];
}

export function readSanctionsEntry(element: XmlElement, values: ReferenceValues): AdvancedEntry {
  const programs: string[] = [];
  const measures: string[] = [];
  for (const measure of childrenOf(element, 'SanctionsMeasure')) {
    const type = values.text('SanctionsType', measure.attributes.SanctionsTypeID);
    const comment = childText(measure, 'Comment');
    if (type === 'Program' && comment) programs.push(comment);
    else if (type) measures.push(comment ? `${type}: ${comment}` : type);
  }
  const started: Day[] = [];
  const ended: Day[] = [];
  const legalBasis: string[] = [];
  const comments: string[] = [];
  for (const event of childrenOf(element, 'EntryEvent')) {
    const day = dayOfPoint(child(event, 'Date'));
    const type = values.text('EntryEventType', event.attributes.EntryEventTypeID) ?? '';
    if (day) (/remov|delist|delete/i.test(type) ? ended : started).push(day);
    addUnique(comments, childText(event, 'Comment'));
    const basis = values.text('LegalBasis', event.attributes.LegalBasisID);
    if (basis && basis !== 'Unknown' && !legalBasis.includes(basis)) legalBasis.push(basis);
  }
  const end = ended.sort().at(-1);
  return {
    list: values.text('List', element.attributes.ListID) ?? `list ${element.attributes.ListID ?? ''}`,
    from: started.sort()[0],
    until: end ? addDays(end, -1) : undefined,
    programs,
    measures,
    legalBasis,
    comments,
  };
}

/**
 * Puts an entry on the party as listing of its regime. Gives `false` for `Consolidated List`, which holds all non-SDN
 * lists and is no regime.
 */
export function addEntryListing(party: PendingParty, entry: AdvancedEntry): boolean {
  const id = regimeOfList(entry.list);
  if (!id) return false;
  const others = entry.programs.filter((program) => program !== 'GLOMAG');
  if (id === 'us-ofac-sdn' && entry.programs.includes('GLOMAG')) {
    if (others.length > 0) push(party, entry, id, programsOfRegime(id, others));
    push(party, entry, 'us-ofac-sdn-glomag', ['GLOMAG']);
  } else push(party, entry, id, programsOfRegime(id, entry.programs));
  return true;
}

/** For a party that stands on no list of its own, the regimes are told by the programmes of `leftOver` entries. */
export function finishListings(
  party: PendingParty,
  leftOver: readonly AdvancedEntry[],
  list: OfacList,
): void {
  const { draft, dates } = party;
  if (draft.listings.length > 0) {
    for (const date of dates) addAttribute(draft, 'dates', `${date.what} (${date.of}) ${date.day}`);
    return;
  }
  const tags = [...new Set(leftOver.flatMap((entry) => entry.programs))];
  addListings(draft, list, tags, dates);
}

function push(party: PendingParty, entry: AdvancedEntry, id: string, programs: readonly string[]): void {
  const base = ofacListing(party.draft, id, programs, party.dates, entry.from);
  const requirement = [...entry.measures, ...(base.requirement ? [base.requirement] : [])].join('; ');
  const listing: RecordListing = {
    ...base,
    regime: regime(id),
    ...(entry.until ? { until: entry.until } : {}),
    ...(entry.legalBasis.length > 0 ? { citation: entry.legalBasis.join('; ') } : {}),
    ...(requirement ? { requirement } : {}),
    ...(entry.comments.length > 0 ? { remarks: entry.comments.join('; ') } : {}),
  };
  const known = party.draft.listings.findIndex((other) => other.regime === listing.regime);
  if (known < 0) party.draft.listings.push(listing);
}

const kinds: readonly (readonly [RegExp, LinkKind, RecordRelation['end']])[] = [
  [/owned or controlled by/i, 'control', 'owned'],
  [/acting for|on behalf of/i, 'acts for', 'owner'],
  [/family/i, 'family', 'owner'],
  [/leader|official|officer|executive|significant role/i, 'officer', 'owner'],
];

/** What OFAC's words for a relation mean as a link, and at which end the entry that states it stands. */
export function relationKind(type: string): { readonly kind: LinkKind; readonly end: RecordRelation['end'] } {
  const known = kinds.find(([pattern]) => pattern.test(type));
  return known ? { kind: known[1], end: known[2] } : { kind: 'other', end: 'owner' };
}

/** A `ProfileRelationship`, as said of the party at its `From` end. */
export function readRelationship(
  element: XmlElement,
  values: ReferenceValues,
  otherName: string | undefined,
): RecordRelation {
  const type = values.text('RelationType', element.attributes.RelationTypeID) ?? 'Related to';
  const former = element.attributes.Former === 'true' ? ' (former)' : '';
  const comment = childText(element, 'Comment');
  return {
    ...relationKind(type),
    ...(element.attributes['To-ProfileID'] ? { otherEntry: element.attributes['To-ProfileID'] } : {}),
    ...(otherName ? { otherName } : {}),
    text: `${type}${former}${otherName ? ` ${otherName}` : ''}${comment ? `: ${comment}` : ''}`,
  };
}
