import type { Command } from 'commander';
import { loadCasebook } from '../../casebook/index.ts';
import { type Engine, fileChunks, stamped } from '../../engine/index.ts';
import {
  type Day,
  dayInWords,
  Fault,
  type Issue,
  isWithin,
  type Link,
  type Listing,
  listingState,
  type PartyId,
  unknownStart,
} from '../../model/index.ts';
import {
  buildGraph,
  caseAnswer,
  evaluate,
  findOwnershipTest,
  isSpared,
  type OwnershipTest,
  readOwnership,
  type Verdict,
} from '../../ownership/index.ts';
import { openEngineFor } from '../open-engine.ts';
import {
  askedDay,
  type SharedOptions,
  sharedOptions,
  splitList,
  withSharedOptions,
} from '../shared-options.ts';
import { writeJson } from '../terminal.ts';
import { type Tested, verdictsText } from './owners/verdicts-text.ts';

interface Options {
  readonly regime?: string;
  readonly assume?: string;
  readonly in?: string;
}

/** What is known: of casebook and lists, or of the file given. */
interface Facts {
  readonly tests: readonly OwnershipTest[];
  readonly links: readonly Link[];
  readonly listings: readonly Listing[];
  nameOf(id: string): string;
  countriesOf(id: PartyId): readonly string[];
  find(word: string): PartyId;
  /** Where the casebook and the lists held were asked. */
  readonly engine?: Engine;
}

export function define(command: Command): void {
  withSharedOptions(
    command
      .description(
        "Applies the regimes' ownership tests to a party: whether it is reached through its owners, with the proof, how far from the threshold it is, and what would settle it where that is open.",
      )
      .argument('<party>', 'id or name')
      .option('--regime <regime>', 'one test only, such as us-ofac-50pct, EU, uk-ghr (default: all)')
      .option('--assume <parties>', 'parties taken as listed too, with commas between')
      .option(
        '--in <file>',
        'ownership data (BODS, GLEIF, UK PSC, FollowTheMoney, CSV) instead of the casebook and the lists held',
      ),
  )
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock owners hikrobot --assume hikvision --regime OFAC --on 2022-06-01\n  aftershock owners B --in links.csv --assume A',
    )
    .action((party: string, options: Options) => run(party, options, command));
}

function run(word: string, options: Options, command: Command): void {
  const common = sharedOptions(command);
  const on = askedDay(common);
  const { json } = common;
  if (options.in !== undefined && options.assume === undefined) {
    throw new Fault('AS_USAGE', 'A file says who owns whom, not who is listed.', {
      remedy: 'Name those to be taken as listed with --assume.',
    });
  }
  const facts = options.in === undefined ? fromRegister(common) : fromFile(options.in);
  const tests = chosenTests(facts.tests, options.regime);
  const party = facts.find(word);
  const assumed =
    options.assume === undefined ? [] : splitNames(options.assume).map((text) => facts.find(text));
  const graph = buildGraph(facts.links);
  for (const issue of graph.issues) report(issue);
  const { nameOf } = facts;
  const above = standingAbove(facts.links, party, on);
  const tested = tests.map((test): Tested => {
    const { listed, open } = listedOn(facts.listings, test, on, assumed);
    const noneListed = ![...listed.keys(), ...open.keys()].some((id) => above.has(id));
    const listedSince = new Map([...listed].flatMap(([id, from]) => (from ? [[id, from] as const] : [])));
    const judge = (ids: Iterable<PartyId>) =>
      evaluate(graph, test, new Set(ids), on, { nameOf, listedSince }).verdict(party);
    const sure = judge(listed.keys());
    if (!listed.has(party) && isSpared(test, facts.countriesOf(party)))
      return { test, verdict: spared(sure, nameOf(party)), noneListed };
    if (sure.result === 'caught' || open.size === 0) return { test, verdict: sure, noneListed };
    const possible = judge([...listed.keys(), ...open.keys()]);
    if (possible.result !== 'caught') return { test, verdict: sure, noneListed };
    return { test, verdict: leftOpen(possible, open, nameOf), noneListed };
  });
  if (json) {
    const answer = {
      party,
      name: nameOf(party),
      on,
      assumed,
      tests: tested.map(({ verdict }) => caseAnswer(null, verdict)),
    };
    writeJson(facts.engine ? stamped(facts.engine, answer, on) : answer);
    return;
  }
  const about = {
    name: nameOf(party),
    id: party,
    on,
    known: options.in === undefined ? common.known : undefined,
    assumed: assumed.map(nameOf),
  };
  process.stdout.write(verdictsText(about, tested, nameOf));
}

/** Names with commas between; a legal form after a comma belongs to the name before it. */
function splitNames(text: string): string[] {
  return splitList(
    text.replace(
      /,\s*(?=(?:ltd|inc|llc|llp|lp|limited|corp|co|s\.?a|plc|gmbh|b\.?v|n\.?v|ag|jsc|pte)\b)/gi,
      '\0 ',
    ),
  ).map((name) => name.replaceAll('\0', ','));
}

/** Who is surely listed on the day, since when; and of whom that is not known, as the list gives no day. */
function listedOn(
  listings: readonly Listing[],
  test: OwnershipTest,
  on: Day,
  assumed: readonly PartyId[],
): { listed: Map<PartyId, Day | undefined>; open: Map<PartyId, Listing> } {
  const listed = new Map<PartyId, Day | undefined>(assumed.map((id) => [id, undefined]));
  const open = new Map<PartyId, Listing>();
  for (const listing of listings) {
    if (!test.regimes.includes(listing.regime)) continue;
    const state = listingState(listing, on);
    if (state === 'in force') listed.set(listing.party, listing.from ?? listed.get(listing.party));
    else if (state === 'not known') open.set(listing.party, listing);
  }
  for (const id of listed.keys()) open.delete(id);
  return { listed, open };
}

/** The party and everybody from whom links of the day lead down to it. */
function standingAbove(links: readonly Link[], party: PartyId, on: Day): ReadonlySet<PartyId> {
  const ofOwned = Map.groupBy(links, (link) => link.owned);
  const above = new Set([party]);
  for (const owned of above)
    for (const link of ofOwned.get(owned) ?? []) if (isWithin(on, link)) above.add(link.owner);
  return above;
}

/** Whoever owns it: the rule does not reach parties organised where this one is. */
function spared(verdict: Verdict, name: string): Verdict {
  if (verdict.byShares === 'not caught') return verdict;
  return {
    ...verdict,
    result: 'not caught',
    because: `${name} is organised where the rule reaches nobody, whatever the shares below.`,
  };
}

/** Caught only if a listing had begun of which the list gives no day. */
function leftOpen(verdict: Verdict, open: ReadonlyMap<PartyId, Listing>, nameOf: Facts['nameOf']): Verdict {
  const owner = verdict.proof.listed.find((id) => open.has(id)) ?? verdict.party;
  const known = unknownStart(open.get(owner) ?? {}, dayInWords);
  return {
    ...verdict,
    result: 'undetermined',
    byShares: 'undetermined',
    because: `It is caught only if ${nameOf(owner)} was listed by then, which is not known.`,
    settle: `since when ${nameOf(owner)} is listed (${known})`,
    flags: verdict.flags.filter(({ flag }) => flag !== 'listed'),
  };
}

function chosenTests(tests: readonly OwnershipTest[], word: string | undefined): readonly OwnershipTest[] {
  if (word === undefined) return tests;
  const test = findOwnershipTest(tests, word);
  if (test) return [test];
  throw new Fault('AS_UNKNOWN_REGIME', `There is no ownership test "${word}".`, {
    remedy: `Use one of ${tests.map((each) => each.id).join(', ')}, or the id of a regime.`,
  });
}

function fromRegister(common: SharedOptions): Facts {
  const engine = openEngineFor(common);
  const { casebook, register, resolve } = engine;
  return {
    tests: casebook.ownershipTests,
    links: [...register.links()],
    listings: [...register.listings()],
    nameOf: (id) => register.party(id)?.caption ?? id,
    countriesOf: (id) => register.party(id)?.countries ?? [],
    find: resolve,
    engine,
  };
}

function fromFile(file: string): Facts {
  const links: Link[] = [];
  const captions = new Map<string, string>();
  for (const record of readOwnership(fileChunks(file), file)) {
    if (record.kind === 'link') links.push(record.link);
    else if (record.kind === 'party') captions.set(record.party.id, record.party.name);
    else if (record.kind === 'issue') report(record.issue);
    else process.stderr.write(`${record.owned}: an owner is not named (${record.reason})\n`);
  }
  const ids = new Set<string>([...captions.keys(), ...links.flatMap((link) => [link.owner, link.owned])]);
  const nameOf = (id: string) => captions.get(id) ?? id;
  const named = [...ids].map((id) => ({ id: id as PartyId, texts: [nameOf(id)] }));
  return {
    tests: loadCasebook().ownershipTests,
    links,
    listings: [],
    nameOf,
    countriesOf: () => [],
    find: (word) => findAmong(named, word),
  };
}

/** By id, then by whole name, then by a part of a name that only one party has. */
function findAmong(
  named: readonly { readonly id: PartyId; readonly texts: readonly string[] }[],
  word: string,
): PartyId {
  const wanted = word.trim().toLowerCase();
  const byId = named.filter(({ id }) => id.toLowerCase() === wanted);
  const byName = named.filter(({ texts }) => texts.some((text) => text.toLowerCase() === wanted));
  const byPart = named.filter(({ texts }) => texts.some((text) => text.toLowerCase().includes(wanted)));
  const found = [byId, byName, byPart].find((parties) => parties.length > 0) ?? [];
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) {
    throw new Fault('AS_UNKNOWN_PARTY', `No party is called "${word}".`, {
      remedy: 'Give its id, or more of its name.',
    });
  }
  throw new Fault(
    'AS_AMBIGUOUS_PARTY',
    `"${word}" may be ${found
      .slice(0, 8)
      .map(({ id }) => id)
      .join(', ')}${found.length > 8 ? ', ...' : ''}.`,
    {
      remedy: 'Give the id of the one meant.',
    },
  );
}

function report(issue: Issue): void {
  const place = [issue.file, issue.line].filter((part) => part !== undefined).join(':');
  process.stderr.write(`${place}${place ? ': ' : ''}${issue.message}${issue.lost ? ' (left out)' : ''}\n`);
}
