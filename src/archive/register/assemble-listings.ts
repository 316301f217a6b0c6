import type { Day } from '../../model/day.ts';
import type { Listing, PartyId } from '../../model/party.ts';
import type { Provenance } from '../../model/provenance.ts';
import { entryProvenance } from './assemble-party.ts';
import type { EntryHistory, HistoricListing } from './entry-history.ts';
import { isMadeUp, joinStatements, type Statement } from './join-statements.ts';
import type { Cluster } from './merge-parties.ts';

/**
 * The listings of a party, each with its source entries: what several lists, or the casebook and a list, state of the same
 * regime at the same time is kept once: the list's words, completed by the casebook's dates and citation.
 */
export function assembleListings(
  cluster: Cluster,
  ofCasebook: readonly Listing[],
  titleOf: (source: string) => string,
): Listing[] {
  const statements = cluster.members.flatMap((member) =>
    member.kind === 'casebook'
      ? []
      : member.history.listings.map(
          (stay): Statement => ({
            listing: listingOf(cluster.id, member.history, stay, titleOf),
            history: member.history,
            version: stay.version,
          }),
        ),
  );
  const listings: Listing[] = [];
  const left = new Set(ofCasebook);
  for (const listing of joinStatements(statements)) {
    const twin = [...left].find((other) => isSame(listing, other));
    if (twin) left.delete(twin);
    listings.push(twin ? complete(listing, twin) : listing);
  }
  return [...listings, ...left].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function listingOf(
  party: PartyId,
  history: EntryHistory,
  stay: HistoricListing,
  titleOf: (source: string) => string,
): Listing {
  const listing = stay.listing();
  const number = stay.occurrence > 1 ? `:${stay.occurrence}` : '';
  const until = earlier(listing.until, stay.gone);
  const untilInferred = until !== undefined && until !== listing.until;
  const note = untilInferred ? `no longer in the next version held, so taken to have ended by ${until}` : '';
  return {
    id: `${history.source}:${history.entry}:${listing.regime}${number}`,
    party,
    regime: listing.regime,
    ...(listing.from === undefined ? {} : { from: listing.from }),
    ...(until === undefined ? {} : { until }),
    seen: stay.firstSeen,
    ...(stay.absent === undefined ? {} : { absent: stay.absent }),
    citation: listing.citation ?? `${titleOf(history.source)}, entry ${history.entry}`,
    programs: listing.programs,
    ...(listing.requirement === undefined ? {} : { requirement: listing.requirement }),
    ...(listing.policy === undefined ? {} : { policy: listing.policy }),
    ...(listing.dates === undefined ? {} : { dates: listing.dates }),
    basis: 'named',
    ...(listing.remarks === undefined ? {} : { remarks: listing.remarks }),
    sourceEntry: {
      source: history.source,
      entry: history.entry,
      version: stay.version.sha256,
      line: history.line,
    },
    provenance: entryProvenance(history, stay.version, note),
    ...(untilInferred ? { untilInferred } : {}),
  };
}

function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** The same regime, by name on both sides, and periods that meet. */
function isSame(ofList: Listing, ofCasebook: Listing): boolean {
  if (ofList.regime !== ofCasebook.regime || ofCasebook.basis !== 'named') return false;
  const begin = ofList.from ?? ofList.seen!;
  const endsBefore = ofCasebook.until !== undefined && ofCasebook.until < begin;
  const beginsAfter =
    ofList.until !== undefined && ofCasebook.from !== undefined && ofCasebook.from > ofList.until;
  return !endsBefore && !beginsAfter;
}

/**
 * The list's statement with what only the casebook knows; fields taken over carry the casebook's provenance. Of two
 * beginnings the earlier counts where the casebook has it from a document: many lists give the day of their last edition.
 */
function complete(ofList: Listing, ofCasebook: Listing): Listing {
  const fieldProvenance: Record<string, Provenance> = { ...ofCasebook.fieldProvenance };
  const taken: Partial<Record<'from' | 'until' | 'requirement' | 'policy' | 'remarks', unknown>> = {};
  const beganEarlier = beginsEarlier(ofCasebook, ofList);
  for (const field of ['from', 'until', 'requirement', 'policy', 'remarks'] as const) {
    const isOwn =
      ofList[field] !== undefined &&
      !(field === 'until' && ofList.untilInferred) &&
      !(field === 'from' && beganEarlier);
    if (isOwn || ofCasebook[field] === undefined) {
      const ofOther = ofList.fieldProvenance?.[field];
      if (ofOther) fieldProvenance[field] = ofOther;
      else delete fieldProvenance[field];
      continue;
    }
    taken[field] = ofCasebook[field];
    fieldProvenance[field] ??= ofCasebook.provenance;
  }
  const listGivesCitation = !isMadeUp(ofList);
  if (listGivesCitation) delete fieldProvenance.citation;
  else fieldProvenance.citation ??= ofCasebook.provenance;
  const dates = { ...ofCasebook.dates, ...ofList.dates };
  const { untilInferred, ...rest } = ofList;
  return {
    ...rest,
    // Each field is taken from a listing, so that it has the type of that field.
    ...(taken as Partial<Pick<Listing, 'from' | 'until' | 'requirement' | 'policy' | 'remarks'>>),
    ...(untilInferred && taken.until === undefined ? { untilInferred } : {}),
    id: ofCasebook.id,
    citation: listGivesCitation ? ofList.citation : ofCasebook.citation,
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    programs: ofList.programs.length > 0 ? ofList.programs : ofCasebook.programs,
    ...(Object.keys(fieldProvenance).length > 0 ? { fieldProvenance } : {}),
    ...bothStatements(ofList, ofCasebook, beganEarlier),
  };
}

/** Whether the casebook has, from a document and not from memory, that the listing began before the day the list gives. */
function beginsEarlier(ofCasebook: Listing, ofList: Listing): boolean {
  const { verified } = ofCasebook.fieldProvenance?.from ?? ofCasebook.provenance;
  if (verified !== 'verified' && verified !== 'secondary') return false;
  return ofCasebook.from !== undefined && ofList.from !== undefined && ofCasebook.from < ofList.from;
}

/** Both provenances; whichever beginning was not taken is told in its own. */
function bothStatements(
  ofList: Listing,
  ofCasebook: Listing,
  beganEarlier: boolean,
): Pick<Listing, 'provenance' | 'alsoStatedBy'> {
  const differs =
    ofList.from !== undefined && ofCasebook.from !== undefined && ofList.from !== ofCasebook.from;
  const noting = (listing: Listing): Provenance => ({
    ...listing.provenance,
    note: joined(listing.provenance.note, `states from ${listing.from}`),
  });
  return {
    provenance: differs && beganEarlier ? noting(ofList) : ofList.provenance,
    alsoStatedBy: [
      ...(ofList.alsoStatedBy ?? []),
      differs && !beganEarlier ? noting(ofCasebook) : ofCasebook.provenance,
    ],
  };
}

function joined(note: string | undefined, more: string): string {
  return note === undefined ? more : `${note}; ${more}`;
}
