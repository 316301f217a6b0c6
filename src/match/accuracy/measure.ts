import type { MatchKind, QueryKind } from '../kind.ts';
import type { ListedParty } from '../listed-party.ts';
import { mutations } from './mutations.ts';
import { nearMisses, recombinedPersons } from './negatives.ts';
import { publicNames, sameWords } from './public-names.ts';
import { SeededRandom } from './seeded-random.ts';

/** Found or not, by kind of variation. */
export interface CategoryResult {
  readonly category: string;
  readonly summary: string;
  readonly tried: number;
  /** True names found at the threshold, or names of others that alerted. */
  readonly found: number;
  /** A few that went wrong: missed true names, or alerts on others. */
  readonly examples: readonly { readonly query: string; readonly listed: string; readonly score: number }[];
}

export interface AccuracyReport {
  readonly settings: string;
  readonly threshold: number;
  readonly parties: number;
  readonly names: number;
  readonly recall: readonly CategoryResult[];
  readonly alerts: readonly CategoryResult[];
  /** Over all variations of true names and all near misses. */
  readonly totals: {
    readonly recall: number;
    readonly nearMissAlerts: number;
    /** On given names and surnames of different listed people put together. */
    readonly cleanAlerts: number;
    /** On names of made-up people of the public. */
    readonly publicAlerts: number;
    readonly f1: number;
  };
}

export interface MeasureOptions {
  /** Tries for each kind of variation; 0 tries every listed name. */
  readonly perCategory: number;
  readonly cleanNames: number;
  readonly seed: number;
  readonly threshold?: number;
  /** Only parties for which this holds: a held-out part. */
  readonly only?: (party: ListedParty, number: number) => boolean;
  readonly onProgress?: (category: string) => void;
}

const mostExamples = 10;

/** A name engine as the measure sees it. */
export interface MeasuredEngine {
  readonly settings: { readonly id: string; readonly version: string; readonly threshold: number };
  readonly index: { readonly counts: { readonly names: number } };
  hits(
    name: string,
    kind: QueryKind,
    threshold: number,
  ): readonly { readonly partyId: string; readonly score: number; readonly nameText: string }[];
}

/**
 * Runs every variation of listed names and every near miss against the matcher. The same seed gives the same report.
 * A true name counts as found when its own party reaches the threshold; another name alerts when any party does.
 */
export function measureAccuracy(
  matcher: MeasuredEngine,
  parties: readonly ListedParty[],
  options: MeasureOptions,
): AccuracyReport {
  const threshold = options.threshold ?? matcher.settings.threshold;
  const random = new SeededRandom(options.seed);
  const pool = options.only ? parties.filter(options.only) : parties;
  const recall = mutations.map((mutation) => {
    options.onProgress?.(mutation.id);
    return tryCategory(mutation, pool, options.perCategory, random, (name, party) => {
      const query = mutation.apply(name, party.kind, random);
      if (query === undefined) return undefined;
      const hit = matcher
        .hits(query, party.kind, Math.min(0.5, threshold))
        .find(({ partyId }) => partyId === party.id);
      return {
        query,
        listed: name,
        score: hit?.score ?? 0,
        counts: (hit?.score ?? 0) >= threshold,
        isWrong: (hit?.score ?? 0) < threshold,
      };
    });
  });
  const alertOf = (query: string, kind: MatchKind) => {
    const [hit] = matcher.hits(query, kind, threshold);
    return {
      query,
      listed: hit?.nameText ?? '',
      score: hit?.score ?? 0,
      counts: hit !== undefined,
      isWrong: hit !== undefined,
    };
  };
  const alerts: CategoryResult[] = nearMisses.map((miss) => {
    options.onProgress?.(miss.id);
    return tryCategory(miss, pool, options.perCategory, random, (name, party) => {
      const query = miss.make(name, party.kind, random);
      if (query === undefined) return undefined;
      const alert = alertOf(query, party.kind);
      // Another number may make the name of another listed ship: that is no false alert.
      return sameWords(query, alert.listed) ? undefined : alert;
    });
  });
  options.onProgress?.('unlisted people');
  const clean = recombinedPersons(pool, options.cleanNames, random).map((name) => alertOf(name, 'person'));
  const cleanResult = summarise(
    'unlisted people',
    'given names and surnames of different listed people put together',
    clean,
  );
  options.onProgress?.('people of the public');
  const publicTries = publicNames(options.cleanNames, random)
    .map((name) => alertOf(name, 'person'))
    .filter(({ query, listed }) => !sameWords(query, listed));
  const publicResult = summarise(
    'people of the public',
    'made-up people of thirteen cultures, without those who have the very words of a listed name',
    publicTries,
  );
  const true_ = sum(recall);
  const near = sum(alerts);
  return {
    settings: `${matcher.settings.id} ${matcher.settings.version}`,
    threshold,
    parties: parties.length,
    names: matcher.index.counts.names,
    recall,
    alerts: [...alerts, cleanResult, publicResult],
    totals: {
      recall: ratio(true_.found, true_.tried),
      nearMissAlerts: ratio(near.found, near.tried),
      cleanAlerts: ratio(cleanResult.found, cleanResult.tried),
      publicAlerts: ratio(publicResult.found, publicResult.tried),
      f1: ratio(2 * true_.found, true_.tried + true_.found + near.found),
    },
  };
}

interface Try {
  readonly query: string;
  readonly listed: string;
  readonly score: number;
  readonly counts: boolean;
  readonly isWrong: boolean;
}

function tryCategory(
  category: { readonly id: string; readonly summary: string },
  parties: readonly ListedParty[],
  count: number,
  random: SeededRandom,
  attempt: (name: string, party: ListedParty) => Try | undefined,
): CategoryResult {
  const tries: Try[] = [];
  if (count === 0) {
    for (const party of parties) {
      for (const name of party.names) {
        const result = isFullName(name) ? attempt(name.text, party) : undefined;
        if (result) tries.push(result);
      }
    }
  } else {
    for (let round = 0; round < count * 40 && tries.length < count && parties.length > 0; round++) {
      const party = random.pick(parties);
      const name = random.pick(party.names);
      const result = isFullName(name) ? attempt(name.text, party) : undefined;
      if (result) tries.push(result);
    }
  }
  return summarise(category.id, category.summary, tries);
}

/** Weak aliases are words that many share; lists say so themselves. */
function isFullName(name: ListedParty['names'][number]): boolean {
  return name.kind !== 'weak alias' && name.text.length > 3;
}

function summarise(category: string, summary: string, tries: readonly Try[]): CategoryResult {
  return {
    category,
    summary,
    tried: tries.length,
    found: tries.filter(({ counts }) => counts).length,
    examples: tries
      .filter(({ isWrong }) => isWrong)
      .slice(0, mostExamples)
      .map(({ query, listed, score }) => ({ query, listed, score: Math.round(score * 1000) / 1000 })),
  };
}

function sum(results: readonly CategoryResult[]): { tried: number; found: number } {
  return results.reduce(
    (total, { tried, found }) => ({ tried: total.tried + tried, found: total.found + found }),
    { tried: 0, found: 0 },
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
