import { join } from 'node:path';
import {
  openArchive,
  type StandingsInBrief,
  standingDay,
  standingsFor,
  standingsInBrief,
} from '../archive/index.ts';
import { type Casebook, loadCasebook } from '../casebook/index.ts';
import {
  createWorld,
  type Knowledge,
  type NamedParty,
  type NameFinding,
  type TouchedAsset,
  touchPortfolio,
  type World,
} from '../exposure/index.ts';
import type { MatchQuery } from '../match/index.ts';
import type {
  Actor,
  Assumption,
  Day,
  ListVersion,
  PartyId,
  Portfolio,
  RegisterView,
} from '../model/index.ts';
import {
  type Price,
  parsePrices,
  type Rehearsal,
  type RehearsedWorld,
  rehearse,
  type Scenario,
} from '../rehearsal/index.ts';
import { engineVersion } from './engine-version.ts';
import { readText } from './files.ts';
import { openHeldRegister } from './held-register.ts';
import { createKnowledge } from './knowledge.ts';
import { listedOn } from './listed-on.ts';
import { needsNameIndex, openNameFinder } from './names/name-finder.ts';
import type { PartyNames } from './names/party-names.ts';
import { type OpenedPortfolio, openPortfolio } from './portfolios.ts';
import { resolveParty } from './resolve-party.ts';
import { openScenario, scenarioWords } from './scenarios.ts';
import { withIdentifiersNamed } from './screening/by-identifier.ts';

export interface EngineOptions {
  /** Folder of the archive; the casebook alone where it holds no lists. */
  readonly home: string;
  readonly today: Day;
  /** Tells today anew, for an engine that outlives the day on which it was opened. */
  readonly clock?: () => Day;
  readonly known?: Day;
  readonly lists?: readonly string[];
  /** Told when something has to be built that takes seconds. */
  readonly onWork?: (what: string) => void;
}

export interface RehearseOptions {
  /** Leaves `sensitivity` empty, which is most of the work: for answers while somebody waits. */
  readonly withoutSensitivity?: boolean;
}

/** Everything opened and put together: what the commands and the service ask. */
export interface Engine {
  readonly home: string;
  readonly today: Day;
  readonly known: Day;
  readonly casebook: Casebook;
  readonly register: RegisterView;
  readonly versions: readonly ListVersion[];
  readonly names: PartyNames;
  /** Whether `names` has to be built first, which takes seconds; then it is kept in a file. */
  readonly needsIndex: boolean;
  /** The world under assumptions; none gives the world as it is. */
  world(assumptions?: readonly Assumption[]): World;
  /** The party meant by an id or an exact name; a fault with near names otherwise. */
  resolve(text: string): PartyId;
  knowledge(portfolio: Portfolio): Knowledge;
  /** What of a portfolio touches whom; found once for a portfolio. */
  touched(portfolio: Portfolio): readonly TouchedAsset[];
  portfolio(word: string, actor?: Actor): OpenedPortfolio;
  scenario(word: string, on?: Day): Scenario;
  rehearse(scenario: Scenario, portfolio: Portfolio, options?: RehearseOptions): Rehearsal;
  /** What is stale, standing in or missing of the lists that an answer for a day rests on; today where none is given. */
  listStandings(on?: Day): StandingsInBrief;
  /** Has the standings say what was checked or refused since, where the lists held are still those of the register. */
  readStandingsAgain(): void;
  regimeTitle(id: string): string;
  sourceTitle(code: string): string;
}

/** Opens casebook, archive and name index. What is not asked for is not built. */
export function openEngine(options: EngineOptions): Engine {
  const clock = options.clock ?? (() => options.today);
  const casebook = loadCasebook();
  const register = openHeldRegister({
    home: options.home,
    today: options.today,
    casebook,
    known: options.known,
    lists: options.lists,
    onBuild: () => options.onWork?.('Bringing the lists together (once for these versions).'),
  });
  const regimes = new Map<string, string>(casebook.regimes.map((regime) => [regime.id, regime.short]));
  const worlds = new Map<string, World>();
  let finder: PartyNames | undefined;
  let makeKnowledge: ((portfolio: Portfolio) => Knowledge) | undefined;
  const knowledgeOf = new WeakMap<Portfolio, Knowledge>();
  const touchedOf = new WeakMap<Portfolio, readonly TouchedAsset[]>();

  const names = (): PartyNames => {
    finder ??= openNameFinder(options.home, register);
    return finder;
  };
  let base: World | undefined;
  const world = (assumptions: readonly Assumption[] = []): World => {
    base ??= createWorld({ register, casebook });
    if (assumptions.length === 0) return base;
    const key = JSON.stringify(assumptions);
    let known = worlds.get(key);
    if (!known) {
      known = base.under(assumptions);
      worlds.set(key, known);
      if (worlds.size > 32) worlds.delete(worlds.keys().next().value!);
    }
    return known;
  };
  const resolve = (text: string): PartyId => resolveParty(text, world(), names, register);

  // Of the lists as they were when the register was opened, whatever is taken in meanwhile.
  let archive = openArchive(options.home);
  const standings = new Map<Day, StandingsInBrief>();
  const listStandings = (on?: Day): StandingsInBrief => {
    const { known, lists } = options;
    const today = clock();
    const asOf = standingDay({ today, on, known });
    let brief = standings.get(asOf);
    if (!brief) {
      brief = standingsInBrief(standingsFor({ archive, today, on, known, lists }), asOf);
      standings.set(asOf, brief);
      if (standings.size > 256) standings.delete(standings.keys().next().value!);
    }
    return brief;
  };

  const engine: Engine = {
    home: options.home,
    get today() {
      return clock();
    },
    known: register.known,
    casebook,
    register,
    versions: register.versions,
    get names() {
      return names();
    },
    get needsIndex() {
      return finder === undefined && needsNameIndex(options.home, register);
    },
    world,
    resolve,
    knowledge(portfolio) {
      let known = knowledgeOf.get(portfolio);
      if (!known) {
        makeKnowledge ??= createKnowledge(casebook, register, (party) => findNames(names(), register, party));
        known = makeKnowledge(portfolio);
        knowledgeOf.set(portfolio, known);
      }
      return known;
    },
    touched(portfolio) {
      let touched = touchedOf.get(portfolio);
      if (!touched) {
        touched = touchPortfolio(portfolio, engine.knowledge(portfolio));
        touchedOf.set(portfolio, touched);
      }
      return touched;
    },
    portfolio: (word, actor) => openPortfolio(word, casebook, actor),
    scenario: (word, on) => openScenario(word, casebook, scenarioWords(casebook, resolve, register), on),
    rehearse: (scenario, portfolio, options) => rehearseWith(engine, scenario, portfolio, options),
    listStandings,
    readStandingsAgain() {
      archive = openArchive(options.home);
      standings.clear();
    },
    regimeTitle: (id) => regimes.get(id) ?? id,
    sourceTitle: (code) => casebook.sources[code] ?? code,
  };
  return engine;
}

function findNames(finder: PartyNames, register: RegisterView, party: NamedParty): NameFinding[] {
  // All of them: lists that share no identifier have a party each, and the one that bars may be the last.
  const query: MatchQuery = {
    names: [party.name],
    kind: party.schema === 'Company' ? 'company' : 'any',
    identifiers: party.identifiers,
    ...(party.country === undefined ? {} : { countries: [party.country.toLowerCase()] }),
  };
  const matches = finder.search(withIdentifiersNamed(query, register));
  return matches.map((match) => ({
    // Ids of the index are ids of the register it was made from.
    party: match.id as PartyId,
    score: match.score,
    strength: match.strength,
    matchedName: match.matched.name,
    explanation: match.explanation,
  }));
}

function rehearseWith(
  engine: Engine,
  scenario: Scenario,
  portfolio: Portfolio,
  options: RehearseOptions = {},
): Rehearsal {
  const { casebook, register } = engine;
  const state = (assumptions: readonly Assumption[]): RehearsedWorld => engine.world(assumptions);
  return rehearse({
    portfolio,
    scenario,
    knowledge: engine.knowledge(portfolio),
    touched: engine.touched(portfolio),
    world: state,
    alternatives: casebook.alternatives,
    criteria: casebook.criteria,
    listedOn: (party, on) => listedOn(register, engine.regimeTitle, party, on),
    sourceTitle: engine.sourceTitle,
    regimes: casebook.regimes,
    prices: publishedPrices(casebook),
    versions: engine.versions,
    known: engine.known,
    register: register.hash,
    engine: engineVersion,
    ...options,
  });
}

const pricesOf = new WeakMap<Casebook, readonly Price[]>();

function publishedPrices(casebook: Casebook): readonly Price[] {
  let prices = pricesOf.get(casebook);
  if (!prices) {
    const path = join(casebook.folder, 'prices.yaml');
    prices = parsePrices(readText(path), path);
    pricesOf.set(casebook, prices);
  }
  return prices;
}

/** Where reports of the main job are written. */
export function reportFolder(home: string): string {
  return join(home, 'reports');
}
