import type { NameKind, Party } from '../model/index.ts';
import { buildIndex, buildIndexChunks } from './build-index.ts';
import { compareFacts, evidenceWeight } from './evidence.ts';
import { explain, explainIdentifier } from './explanation.ts';
import { kindOfSchema, type MatchKind, type QueryKind } from './kind.ts';
import type { ListedParty, PartyFacts } from './listed-party.ts';
import {
  firstName,
  type NameIndex,
  nameKind,
  nameText,
  openIndex,
  partyFacts,
  partyId,
  partyKind,
} from './name-index.ts';
import { type Hit, NameSearch } from './name-search.ts';
import type { PairScorer } from './pair-scorer.ts';
import { alignmentPieces, type Piece, round } from './pieces.ts';
import { readName } from './reader.ts';
import { type Settings, standardSettings } from './settings.ts';
import { calibratedStrength, rawStrength } from './strength.ts';

/** Whom to look for: a name, or several names and facts of one party. */
export interface MatchQuery extends PartyFacts {
  readonly names: readonly string[];
  readonly kind?: QueryKind;
}

export interface MatchOptions {
  /** Least score of a hit; the default is that of the settings. */
  readonly threshold?: number;
  /** At most this many, best first. Without it all. */
  readonly limit?: number;
}

/** A listed party that a query matches, with everything its score is made of. */
export interface Match {
  readonly id: string;
  readonly kind: MatchKind;
  /** The score that thresholds apply to: similarity, moved by facts that speak for or against. */
  readonly score: number;
  /** How alike the two names are, 0 to 1. */
  readonly similarity: number;
  /** Probability that both are one party, from all the evidence; see `docs/accuracy.md`. */
  readonly strength: number;
  /** Whether the score reaches the default threshold of the settings. */
  readonly match: boolean;
  readonly matched: { readonly query: string; readonly name: string; readonly kind: NameKind };
  readonly pieces: readonly Piece[];
  /** One plain sentence. */
  readonly explanation: string;
}

/** What facts can add to or take from the similarity of names at most. */
const mostSupport = 0.5;
const mostDoubt = 0.5;
/** A shared identifier decides: no name scores lower with it. */
const identifierScore = 0.98;

/**
 * Finds listed parties by name. Retrieval loses nothing: the answer is that of scoring every listed name.
 *
 * @example
 * const matcher = NameMatcher.of([{ id: 'a', kind: 'company', names: [{ text: 'Hangzhou Hikvision Digital Technology Co., Ltd.', kind: 'primary' }] }]);
 * matcher.search('Hik-Vision Digital Tech')[0].id // 'a'
 */
export class NameMatcher {
  readonly index: NameIndex;
  readonly settings: Settings;
  readonly #search: NameSearch;

  private constructor(index: NameIndex, settings: Settings) {
    this.index = index;
    this.settings = settings;
    this.#search = new NameSearch(index, settings, readName);
  }

  /** Builds an index of the parties and opens it. */
  static of(parties: readonly ListedParty[], settings: Settings = standardSettings): NameMatcher {
    return NameMatcher.open(NameMatcher.index(parties).buffer, settings);
  }

  /** The index of the parties as bytes, to be kept in a file. */
  static index(parties: readonly ListedParty[]): Uint8Array<ArrayBuffer> {
    return buildIndex(parties, readName);
  }

  /**
   * The same in pieces, for lists that do not fit into memory. The parties come one by one, in the order of their ids;
   * throws `AS_USAGE` where one is out of order.
   */
  static indexChunks(parties: Iterable<ListedParty>): Iterable<Uint8Array<ArrayBufferLike>> {
    return buildIndexChunks(parties, readName);
  }

  /** Opens an index in place. A SharedArrayBuffer lets threads share it. */
  static open(buffer: ArrayBufferLike, settings: Settings = standardSettings): NameMatcher {
    return new NameMatcher(openIndex(buffer), settings);
  }

  /** All parties that match, best first: by score, then strength, then id. */
  search(query: string | MatchQuery, options: MatchOptions = {}): Match[] {
    const asked: MatchQuery = typeof query === 'string' ? { names: [query] } : query;
    const threshold = options.threshold ?? this.settings.threshold;
    const best = this.#bestHits(asked, this.#namesThreshold(asked, threshold));
    const matches: Match[] = [];
    const named = new Set<number>();
    for (const { hit, name } of best) {
      const match = this.#describe(asked, name, hit);
      if (match.score < threshold) continue;
      matches.push(match);
      named.add(hit.party);
    }
    for (const party of this.#sharingIdentifier(asked))
      if (!named.has(party)) matches.push(this.#byIdentifier(asked, party));
    matches.sort((a, b) => b.score - a.score || b.strength - a.strength || (a.id < b.id ? -1 : 1));
    return options.limit === undefined ? matches : matches.slice(0, options.limit);
  }

  /** Names alone: hits without pieces, for bulk work and the line protocol. */
  hits(name: string, kind: QueryKind, threshold: number): Hit[] {
    return this.#search.search(name, { kind, threshold });
  }

  /** For tests and calibration: the scorer and reader behind the search. */
  get scorer(): PairScorer {
    return this.#search.scorer;
  }

  get readName(): typeof readName {
    return readName;
  }

  /** The same as `hits` by scoring every listed name; for proofs. */
  hitsOfAll(name: string, kind: QueryKind, threshold: number): Hit[] {
    return this.#search.searchAll(name, { kind, threshold });
  }

  /** Facts can lift a name that alone stays below the threshold. */
  #namesThreshold(asked: MatchQuery, threshold: number): number {
    const hasFacts =
      Boolean(asked.birthDates?.length) ||
      Boolean(asked.countries?.length) ||
      Boolean(asked.identifiers?.length) ||
      Boolean(asked.gender) ||
      Boolean(asked.addresses?.length);
    return hasFacts ? Math.max(0.4, 1 - (1 - threshold) / (1 - mostSupport)) : threshold;
  }

  #identifiers: Map<string, number[]> | undefined;

  /** Parties with an identifier of the query: found whatever they are called. */
  #sharingIdentifier(asked: MatchQuery): number[] {
    if (!asked.identifiers?.length) return [];
    this.#identifiers ??= identifierOwners(this.index);
    const found = new Set<number>();
    for (const one of asked.identifiers) {
      for (const party of this.#identifiers.get(identifierKey(one)) ?? []) {
        const kind = asked.kind ?? 'any';
        if (kind === 'any' || kind === partyKind(this.index, party)) found.add(party);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  /** A match by identifier alone; its names are unlike. */
  #byIdentifier(asked: MatchQuery, party: number): Match {
    const facts = compareFacts(asked, partyFacts(this.index, party));
    const name = firstName(this.index, party);
    const matched = {
      query: asked.names[0] ?? '',
      name: nameText(this.index, name),
      kind: nameKind(this.index, name),
    };
    return {
      id: partyId(this.index, party),
      kind: partyKind(this.index, party),
      score: identifierScore,
      similarity: 0,
      strength: round(calibratedStrength(rawStrength(0.5, 0, evidenceWeight(facts)))),
      match: true,
      matched,
      pieces: asked.names.length === 0 ? facts : [...facts, { code: 'rule', rule: 'the names differ' }],
      explanation: explainIdentifier(matched, facts),
    };
  }

  #bestHits(asked: MatchQuery, threshold: number): Iterable<{ hit: Hit; name: string }> {
    const best = new Map<number, { hit: Hit; name: string }>();
    for (const name of asked.names) {
      for (const hit of this.#search.search(name, { kind: asked.kind ?? 'any', threshold })) {
        const known = best.get(hit.party);
        if (!known || hit.score > known.hit.score) best.set(hit.party, { hit, name });
      }
    }
    return best.values();
  }

  #describe(asked: MatchQuery, name: string, hit: Hit): Match {
    const { pieces, rarity } = alignmentPieces(this.#search.scorer, hit.query, hit.form, readName);
    const facts = compareFacts(asked, partyFacts(this.index, hit.party));
    const evidence = evidenceWeight(facts);
    const sharesIdentifier = facts.some((one) => one.code === 'identifier' && one.verdict === 'same');
    const score = withEvidence(hit.score, evidence, sharesIdentifier);
    const all = [...pieces, ...facts];
    const matched = { query: name, name: hit.nameText, kind: hit.nameKind };
    return {
      id: hit.partyId,
      kind: hit.kind,
      score: round(score),
      similarity: round(hit.score),
      strength: round(calibratedStrength(rawStrength(hit.score, rarity, evidence))),
      match: score >= this.settings.threshold,
      matched,
      pieces: all,
      explanation: explain(matched, all),
    };
  }
}

/** Identifiers that a party shares with nobody, by design of the register that gives them. */
function identifierOwners(index: NameIndex): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (let party = 0; party < index.counts.parties; party++) {
    for (const one of partyFacts(index, party).identifiers ?? []) {
      const key = identifierKey(one);
      owners.set(key, [...(owners.get(key) ?? []), party]);
    }
  }
  return owners;
}

function identifierKey({ kind, value }: { readonly kind: string; readonly value: string }): string {
  return `${kind} ${value.toUpperCase().replace(/^IMO\s*|[^\p{L}\p{N}]/gu, '')}`;
}

/** Similarity moved by the facts, within 0 to 1. */
export function withEvidence(similarity: number, evidence: number, sharesIdentifier: boolean): number {
  if (sharesIdentifier) return Math.max(similarity, identifierScore);
  if (evidence >= 0) return similarity + (1 - similarity) * Math.min(mostSupport, evidence * 0.08);
  return similarity * (1 - Math.min(mostDoubt, -evidence * 0.07));
}

/** A party of the register in the form that the index takes in. */
export function listedParty(party: Party): ListedParty {
  const names = party.names.length > 0 ? party.names : [{ text: party.caption, kind: 'primary' as const }];
  return {
    id: party.id,
    kind: kindOfSchema(party.schema),
    names: names.map(({ text, kind }) => ({ text, kind })),
    birthDates: party.birthDates.flatMap(({ earliest, latest }) =>
      earliest === latest
        ? [earliest]
        : earliest.slice(0, 7) === latest.slice(0, 7)
          ? [earliest.slice(0, 7)]
          : years(earliest, latest),
    ),
    countries: [...new Set([...party.countries, ...party.nationalities])].sort(),
    identifiers: party.identifiers.map(({ kind, value }) => ({ kind, value })),
    ...(party.gender === undefined ? {} : { gender: party.gender }),
    addresses: party.addresses.map(({ full }) => full),
  };
}

/** The years of a span, where it is short enough to say something. */
function years(earliest: string, latest: string): string[] {
  const from = Number(earliest.slice(0, 4));
  const to = Number(latest.slice(0, 4));
  return to - from > 10 ? [] : Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}
