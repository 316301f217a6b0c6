import type { StandingsInBrief } from '../../archive/index.ts';
import type { Match, MatchQuery } from '../../match/index.ts';
import {
  type Day,
  type Link,
  type Listing,
  type ListingState,
  listingState,
  type RegisterView,
} from '../../model/index.ts';
import { engineVersion } from '../engine-version.ts';
import type { PartyNames } from '../names/party-names.ts';
import { withIdentifiersNamed } from './by-identifier.ts';
import type { ScreenRow } from './read-rows.ts';

/** One listed or known party that a row matches. */
export interface ScreenResult extends Omit<Match, 'kind'> {
  readonly caption: string;
  readonly schema: string;
  readonly datasets: readonly string[];
  readonly listings: readonly ListingNote[];
  /** Relations to others, where the party itself is on no list. */
  readonly related?: readonly string[];
}

export interface ListingNote {
  readonly regime: string;
  /** First day in force; absent where the list gives none. */
  readonly from?: Day;
  /** Then: the first version that has it, and the last whole one before that lacked it. */
  readonly seen?: Day;
  readonly absent?: Day;
  readonly until?: Day;
  /** On the day asked about. Not known before a listing without a day was first seen. */
  readonly state: ListingState;
  readonly citation: string;
  readonly programs: readonly string[];
}

export interface ScreenAnswer {
  readonly id: string;
  readonly row: number;
  readonly status: 'hit' | 'clear' | 'error';
  readonly results: readonly ScreenResult[];
  /** Others match too, less well, whom the limit left out. */
  readonly more?: true;
  readonly error?: { readonly code: string; readonly message: string; readonly line: number };
  /** The day asked about, and the day up to which publications count. */
  readonly on: Day;
  readonly known: Day;
  readonly register: string;
  readonly engine: string;
  /** What is stale, standing in or missing of the lists searched. */
  readonly listStandings?: StandingsInBrief;
}

export interface ScreenContext {
  readonly names: PartyNames;
  readonly register: RegisterView;
  readonly on: Day;
  readonly threshold: number;
  readonly limit: number;
  /** Where only some lists are to be searched: whether a listing is on one of them. */
  readonly isChosen?: (listing: Listing) => boolean;
  /** Where every answer is to carry them. */
  readonly listStandings?: StandingsInBrief;
}

/** The best matches of a row as another thread found them. */
export interface FoundMatches {
  readonly matches: readonly Match[];
  /** There are more than these. */
  readonly isCut: boolean;
}

/** Screens a row, or answers with what was `found` for it. What failed is `error`, never `clear`. */
export function answerRow(row: ScreenRow, context: ScreenContext, found?: FoundMatches): ScreenAnswer {
  const { listStandings } = context;
  const base = {
    id: row.id,
    row: row.number,
    on: context.on,
    known: context.register.known,
    register: context.register.hash,
    engine: engineVersion,
    ...(listStandings === undefined ? {} : { listStandings }),
  };
  if (!row.query) {
    const { code, message } = row.problem ?? { code: 'AS_ROW', message: 'The row cannot be read.' };
    return { ...base, status: 'error', results: [], error: { code, message, line: row.line } };
  }
  return { ...base, ...screen(row.query, context, found) };
}

type Screened = Pick<ScreenAnswer, 'status' | 'results' | 'more'>;

function screen(query: MatchQuery, context: ScreenContext, found?: FoundMatches): Screened {
  if (found) {
    const screened = resultsOf(found.matches, context);
    // Of matches that another thread cut off it is not known whether one of them is on a list.
    if (!found.isCut || screened.more) return screened;
  }
  const asked = withIdentifiersNamed(query, context.register);
  return resultsOf(context.names.search(asked, { threshold: context.threshold }), context);
}

/** What the register says of those who match, best first; who is on no list and linked to nobody is left out. */
function resultsOf(matches: readonly Match[], context: ScreenContext): Screened {
  const results: ScreenResult[] = [];
  const { register, isChosen = () => true } = context;
  const listingsOf = (party: string) => register.listingsOf(party).filter(isChosen);
  /** Of some lists only, a relation counts that leads to somebody on them. */
  const isNear = (party: string) => (link: Link) =>
    context.isChosen === undefined || listingsOf(link.owner === party ? link.owned : link.owner).length > 0;
  for (const { kind: _kind, ...match } of matches) {
    const party = register.party(match.id);
    const listings = listingsOf(match.id);
    const links = listings.length > 0 ? [] : register.linksOf(match.id).filter(isNear(match.id));
    if (!party || (listings.length === 0 && links.length === 0)) continue;
    if (results.length >= context.limit) return { status: 'hit', results, more: true };
    results.push({
      ...match,
      caption: party.caption,
      schema: party.schema,
      datasets: [...new Set(listings.flatMap(listsOf))].sort(),
      listings: listings.map((listing) => listingNote(listing, context.on)),
      ...(links.length > 0
        ? { related: links.slice(0, 5).map((link) => relation(link, match.id, register)) }
        : {}),
    });
  }
  return { status: results.length > 0 ? 'hit' : 'clear', results };
}

/** The lists whose entries state a listing; its regime where only the casebook does. */
function listsOf({ sourceEntry, otherEntries = [], regime }: Listing): string[] {
  return sourceEntry ? [sourceEntry, ...otherEntries].map((entry) => entry.source) : [regime];
}

/** A listing as it stands on a day. */
export function listingNote(listing: Listing, on: Day): ListingNote {
  const { regime, from, seen, absent, until, citation, programs } = listing;
  return {
    regime,
    ...(from === undefined ? {} : { from }),
    ...(from !== undefined || seen === undefined ? {} : { seen }),
    ...(from !== undefined || absent === undefined ? {} : { absent }),
    ...(until === undefined ? {} : { until }),
    state: listingState(listing, on),
    citation,
    programs,
  };
}

function relation(link: Link, party: string, register: RegisterView): string {
  const other = link.owner === party ? link.owned : link.owner;
  const caption = register.party(other)?.caption ?? other;
  return link.owner === party ? `${link.kind} of ${caption}` : `${link.kind} by ${caption}`;
}
