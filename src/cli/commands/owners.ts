import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { StandingsInBrief } from '../../archive/index.ts';
import { loadCasebook } from '../../casebook/index.ts';
import { fileChunks } from '../../engine/index.ts';
import {
  type Day,
  Fault,
  type Issue,
  isWithin,
  type Link,
  type Listing,
  type PartyId,
} from '../../model/index.ts';
import {
  buildGraph,
  caseAnswer,
  drawProof,
  evaluate,
  findOwnershipTest,
  type OwnershipTest,
  readOwnership,
  type Verdict,
} from '../../ownership/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { type SharedOptions, sharedOptions, splitList, today, withSharedOptions } from '../shared-options.ts';
import { styled, wrap, writeJson } from '../terminal.ts';

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
  find(word: string): PartyId;
  /** Where the lists held were asked: how they stand. */
  listStandings?(on: Day): StandingsInBrief;
}

export function define(command: Command): void {
  withSharedOptions(
    command
      .description(
        "Applies the regimes' ownership tests to a party: whether it is reached through its owners, with the proof,\nhow far from the threshold it is, and what would settle it where that is open.",
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
  const { on = today(), json } = common;
  const facts = options.in === undefined ? fromRegister(common) : fromFile(options.in);
  const tests = chosenTests(facts.tests, options.regime);
  const party = facts.find(word);
  const assumed =
    options.assume === undefined ? [] : splitList(options.assume).map((text) => facts.find(text));
  const graph = buildGraph(facts.links);
  for (const issue of graph.issues) report(issue);
  const { nameOf } = facts;
  const verdicts = tests.map((test) => {
    const active = facts.listings.filter(
      (listing) => test.regimes.includes(listing.regime) && isInForce(listing, on),
    );
    const listed = new Set([...active.map((listing) => listing.party), ...assumed]);
    const listedSince = new Map(active.flatMap(({ party: id, from }) => (from ? [[id, from] as const] : [])));
    return evaluate(graph, test, listed, on, { nameOf, listedSince }).verdict(party);
  });
  if (json) {
    writeJson({
      party,
      name: nameOf(party),
      on,
      assumed,
      tests: verdicts.map((verdict) => caseAnswer(null, verdict)),
      ...(facts.listStandings ? { listStandings: facts.listStandings(on) } : {}),
    });
    return;
  }
  process.stdout.write(
    `${styled('bold', nameOf(party))} (${party}), ${on}${assumed.length > 0 ? `, if ${assumed.map(nameOf).join(', ')} were listed` : ''}\n`,
  );
  for (const [index, verdict] of verdicts.entries())
    process.stdout.write(textOf(tests[index]!, verdict, nameOf));
}

function isInForce(listing: Listing, on: Day): boolean {
  return isWithin(on, { from: listing.from ?? listing.seen, until: listing.until });
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
  const { casebook, register, resolve, listStandings } = openEngineFor(common);
  return {
    tests: casebook.ownershipTests,
    links: [...register.links()],
    listings: [...register.listings()],
    nameOf: (id) => register.party(id)?.caption ?? id,
    find: resolve,
    listStandings,
  };
}

function fromFile(file: string): Facts {
  if (!existsSync(file)) {
    throw new Fault('AS_FILE_MISSING', 'There is no such file.', {
      place: { file },
      remedy: 'Check the path.',
    });
  }
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

function textOf(test: OwnershipTest, verdict: Verdict, nameOf: (id: string) => string): string {
  const signs = { caught: '■', 'not caught': '○', undetermined: '?' } as const;
  const style = { caught: 'red', 'not caught': 'green', undetermined: 'yellow' } as const;
  const head = styled(style[verdict.result], `${signs[verdict.result]} ${verdict.result}`);
  const lines = [`\n${head}  ${styled('bold', test.title)} [${test.verified}]\n`];
  const isDrawn = verdict.limit !== undefined && verdict.proof.steps.some((step) => step.links.length > 0);
  if (verdict.result !== verdict.byShares || !isDrawn) lines.push(wrap(verdict.because, 100, '  '));
  if (isDrawn) lines.push(...drawProof(verdict, nameOf).map((line) => wrap(line.trim(), 100, '    ')));
  if (verdict.settle) lines.push(wrap(`Would settle it: ${verdict.settle}.`, 100, '  '));
  if (verdict.lookThrough && verdict.limit) {
    const { min, max } = verdict.lookThrough;
    lines.push(
      `  Beside it: look-through ${min === max ? min : `${min} to ${max}`} % of the economic interest.\n`,
    );
  }
  for (const flag of verdict.flags)
    lines.push(wrap(`${flag.closer ? '⚑ ' : ''}${flag.flag}: ${flag.text}`, 100, '  '));
  lines.push(wrap(`Source of the test: ${test.citation}`, 100, '  '));
  return lines.join('');
}

function report(issue: Issue): void {
  const place = [issue.file, issue.line].filter((part) => part !== undefined).join(':');
  process.stderr.write(`${place}${place ? ': ' : ''}${issue.message}${issue.lost ? ' (left out)' : ''}\n`);
}
