import type { Ask, Knowledge, TouchedAsset } from '../exposure/index.ts';
import { touchPortfolio } from '../exposure/index.ts';
import type {
  Answer,
  AppliedProvision,
  Asset,
  Assumption,
  Day,
  Effect,
  PartyId,
  Portfolio,
  Question,
  RegimeId,
} from '../model/index.ts';
import type { ReachedParty } from './rehearsal.ts';
import { type RehearsalInput, rehearse } from './rehearse.ts';
import type { Scenario, ScenarioAssumption } from './scenario.ts';

// A hand-made world for tests: names are party ids, and the law is a function of question and assumptions.

export const day = (text: string) => text as Day;
export const party = (id: string) => id as PartyId;
export const regime = (id: string) => id as RegimeId;
export const rows = [{ file: 'made.csv', line: 1 }];
export const usd = (units: number) => ({ minor: units * 100, currency: 'USD' });

/** A provision as the fake law applies it; what is not given is plain. */
export function provision(effect: Effect, more: Partial<AppliedProvision> = {}): AppliedProvision {
  return {
    regime: regime('us-ofac-sdn'),
    provision: effect.replaceAll(' ', '-'),
    effect,
    listing: 'l1',
    path: [],
    citation: `cite ${effect}`,
    because: `because ${effect}`,
    verified: 'verified',
    ...more,
  };
}

export function answer(effect: Effect, more: Partial<Answer> = {}): Answer {
  const provisions = effect === 'allowed' ? [] : [provision(effect)];
  return { effect, provisions, considered: [], unknowns: [], notForbidden: [], plain: '', ...more };
}

export type FakeLaw = (question: Question, assumptions: readonly Assumption[]) => Answer;

/** Blocks every dealing with a party from the day on which an assumed listing begins until it ends. */
export const blocksListed: FakeLaw = (question, assumptions) => {
  const holds = assumptions.some(
    (one) =>
      one.kind === 'listing' &&
      one.party === question.counterparty &&
      one.from <= question.on &&
      (one.until === undefined || question.on <= one.until),
  );
  const licensed = assumptions.some(
    (one) => one.kind === 'licence' && one.from <= question.on && question.on <= one.until,
  );
  return answer(holds && !licensed ? 'blocked' : 'allowed');
};

export const knowledge: Knowledge = {
  identify: (device) => ({
    party: device.brand === undefined ? undefined : party(device.brand),
    maker: device.brand,
    brand: device.brand,
    confidence: device.brand === undefined ? 'unknown' : 'certain',
    score: 1,
    evidence: [],
    conflicts: [],
    settle: undefined,
    candidates: [],
  }),
  search: ({ name }) =>
    /^[a-z]+$/.test(name)
      ? [{ party: party(name), score: 1, strength: 1, matchedName: name, explanation: 'the same' }]
      : [],
  byIdentifier: () => undefined,
  caption: (id) => id.toUpperCase(),
};

export function portfolioOf(...assets: Asset[]): Portfolio {
  return {
    id: 'p',
    title: 'P',
    invented: true,
    actor: { jurisdictions: ['us'], roles: ['us-person'] },
    facts: {},
    sites: [],
    assets,
    files: [],
  };
}

export function scenarioOf(on: string, ...assumptions: ScenarioAssumption[]): Scenario {
  return { id: 's', title: 'S', note: undefined, on: day(on), assumptions };
}

export function listing(of: string, from: string, more: { regime?: string; until?: string } = {}) {
  return {
    group: 'designation',
    words: `${of} on the list from ${from}`,
    assumption: {
      kind: 'listing',
      party: party(of),
      regime: regime(more.regime ?? 'us-ofac-sdn'),
      from: day(from),
      ...(more.until === undefined ? {} : { until: day(more.until) }),
    },
  } as const satisfies ScenarioAssumption;
}

export function licence(from: string, until: string, name = 'Licence') {
  return {
    group: 'licence',
    words: `${name}, ${from} to ${until}`,
    assumption: {
      kind: 'licence',
      name,
      regime: regime('us-ofac-sdn'),
      parties: [],
      covers: 'parties',
      activities: [],
      from: day(from),
      until: day(until),
    },
  } as const satisfies ScenarioAssumption;
}

export interface SmallWorld {
  readonly portfolio: Portfolio;
  readonly scenario: Scenario;
  readonly law?: FakeLaw;
  readonly reached?: (assumptions: readonly Assumption[], on: Day) => readonly ReachedParty[];
  readonly more?: Partial<RehearsalInput>;
}

/** Rehearses in a hand-made world. */
export function rehearseSmall({ portfolio, scenario, law = blocksListed, reached, more = {} }: SmallWorld) {
  const touched: readonly TouchedAsset[] = touchPortfolio(portfolio, more.knowledge ?? knowledge);
  return rehearse({
    portfolio,
    scenario,
    knowledge,
    touched,
    world: (assumptions) => ({
      ask: ((question) => law(question, assumptions)) satisfies Ask,
      reached: (on) => reached?.(assumptions, on) ?? [],
    }),
    alternatives: [],
    criteria: [],
    listedOn: () => [],
    sourceTitle: (code) => code,
    versions: [],
    known: day('2026-01-01'),
    register: 'r',
    engine: '0',
    ...more,
  });
}
