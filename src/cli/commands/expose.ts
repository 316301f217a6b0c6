import { closeSync, openSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../../archive/storage/durable-file.ts';
import {
  type Engine,
  type ExposedInventory,
  engineVersion,
  exposeInventory,
  largeTextFile,
  openLargeInventory,
} from '../../engine/index.ts';
import { createKnownValues } from '../../equipment/index.ts';
import {
  byGravityThenAsset,
  type StreamedExposure,
  streamExposure,
  type Unsettled,
} from '../../exposure/index.ts';
import {
  type Actor,
  type Asset,
  type Day,
  type Effect,
  effects,
  Fault,
  type Finding,
  gravity,
  type Issue,
  nearWords,
  type Portfolio,
} from '../../model/index.ts';
import { findingCsvLine, findingsCsvHead, unsettledCsvLine } from '../../report/index.ts';
import { actorOption } from '../actor-option.ts';
import { writeJsonPieces } from '../json-pieces.ts';
import { openEngineFor } from '../open-engine.ts';
import { askedDay, sharedOptions, withSharedOptions } from '../shared-options.ts';
import { progress } from '../terminal.ts';
import { threadsHelp, threadsOption } from '../threads-option.ts';
import { unwritable } from '../write-file.ts';
import { exposureText } from './expose/exposure-text.ts';
import { barePortfolio, openLargeFile } from './expose/large-file.ts';

interface Options {
  readonly failOn?: string;
  readonly csv?: string;
  readonly as?: string;
  readonly all?: boolean;
  readonly threads?: string;
}

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'What the law and the lists ask of you about your own assets: what to stop using or buying, what to ask or disclose, what to find out first, each with the path to the listing and the citation.',
    )
    .argument('<portfolio>', 'demo portfolio, folder with portfolio.yaml, or file or folder of exports')
    .option(
      '--as <roles>',
      'who asks, such as "federal contractor,reseller" (default: as portfolio.yaml says)',
    )
    .option('--csv <file>', 'write every finding as a line of a table')
    .option('--all', 'show every line, not only the first of each rule')
    .option(
      '--fail-on <effect>',
      'exit with 3 where a finding has this effect or a graver one; “undetermined” also where something is open',
    )
    .option('--threads <count>', threadsHelp)
    .addHelpText(
      'after',
      `\nEffects, gravest first: ${effects.join(', ')}.\n\nExamples:\n  aftershock expose marrow-creek-systems --on 2022-06-01\n  aftershock expose assets.csv --as "federal contractor" --csv findings.csv --fail-on prohibited`,
    )
    .action(async (word: string, options: Options) => run(word, options, command));
}

async function run(word: string, options: Options, command: Command): Promise<void> {
  const common = sharedOptions(command);
  // Words first: nobody should wait for an answer that cannot be used.
  const failOn = options.failOn === undefined ? undefined : effectOf(options.failOn);
  const actor = options.as === undefined ? undefined : actorOption(options.as);
  threadsOption(options.threads);
  const engine = openEngineFor(common);
  const on = askedDay(common);
  // All findings at once as JSON are held by one thread; everything else of a large table is done by all.
  if (!common.json && largeTextFile(word) === 'table') {
    const exposed = await exposeLarge(engine, word, actor, on, options);
    if (exposed) {
      exitOn(failOn, exposed.gravest, exposed.isOpen);
      return;
    }
  }
  const opened = open(engine, word, actor);
  const exposure = streamExposure({
    portfolio: opened.portfolio,
    knowledge: opened.knowledge ?? engine.knowledge(opened.portfolio),
    ask: engine.world().ask,
    on,
    options: { disclosures: true },
  });
  const caption = (party: Finding['touch']['party']) => engine.register.party(party)?.caption ?? party;
  const csv = options.csv === undefined ? undefined : csvWriter(options.csv);
  const findings: Finding[] = [];
  const unsettled: Unsettled[] = [];
  let gravest = 0;
  let isOpen = false;
  const shown = progress('Assets looked at');
  for (const asset of opened.assets) {
    const one = exposure.add(asset);
    for (const finding of one.findings) {
      gravest = Math.max(gravest, finding.effect === 'undetermined' ? 0 : gravity(finding.effect));
      isOpen ||= finding.effect === 'undetermined' || finding.touch.confidence === 'possible';
      if (common.json) findings.push(finding);
      csv?.write(findingCsvLine(finding, caption));
    }
    if (one.unsettled) {
      isOpen = true;
      if (common.json) unsettled.push(one.unsettled);
      if (one.findings.length === 0) csv?.write(unsettledCsvLine(one.unsettled));
    }
    if (exposure.assets % 256 === 0) shown.at(exposure.assets, opened.total);
  }
  shown.end();
  csv?.end();
  const lost = opened.issues.filter((issue) => issue.lost);
  if (common.json)
    await printJson(engine, opened, exposure, findings.sort(byGravityThenAsset), unsettled, on, lost);
  else {
    tellNotices(opened.portfolio);
    tellLost(lost, word);
    process.stdout.write(
      exposureText({
        portfolio: opened.portfolio,
        assumedActor: opened.isBare && actor === undefined,
        on,
        known: engine.known,
        versions: engine.versions,
        exposure: {
          assets: exposure.assets,
          touched: exposure.touched,
          duties: exposure.groups(),
          notices: exposure.notices(),
        },
        lost: lost.length,
        regimeTitle: engine.regimeTitle,
        all: options.all === true,
      }),
    );
  }
  exitOn(failOn, gravest, isOpen);
}

function exitOn(failOn: Effect | undefined, gravest: number, isOpen: boolean): void {
  if (failOn === undefined) return;
  const fails =
    failOn === 'undetermined' ? isOpen || gravest > gravity('allowed') : gravest >= gravity(failOn);
  if (fails) process.exitCode = 3;
}

/** A large table in threads; nothing where it cannot be cut into ranges. */
async function exposeLarge(
  engine: Engine,
  word: string,
  actor: Actor | undefined,
  on: Day,
  options: Options,
): Promise<ExposedInventory | undefined> {
  const inventory = await openLargeInventory(word, {
    values: createKnownValues(engine.casebook.signatures),
    threads: threadsOption(options.threads),
  });
  if (!inventory) return undefined;
  tellLarge(word);
  const portfolio = barePortfolio(basename(word), actor);
  const csv = options.csv === undefined ? undefined : csvWriter(options.csv);
  const shown = progress('Assets looked at');
  const exposed = await exposeInventory(inventory, engine, {
    actor: portfolio.actor,
    on,
    options: { disclosures: true },
    onProgress: (devices) => shown.at(devices),
    ...(csv ? { onCsv: (text: Uint8Array) => csv.write(new TextDecoder().decode(text)) } : {}),
  });
  shown.end();
  csv?.end();
  for (const { line, message } of inventory.shape.dayIssues)
    process.stderr.write(`${inventory.shape.file}:${line}: ${message}\n`);
  for (const name of inventory.shape.mapping.dropped)
    process.stderr.write(
      `${portfolio.title}: column "${name}" may hold secrets or is about a person: not read\n`,
    );
  tellLost(exposed.lost.first, word, exposed.lost.count);
  process.stdout.write(
    exposureText({
      portfolio,
      assumedActor: actor === undefined,
      on,
      known: engine.known,
      versions: engine.versions,
      exposure: exposed,
      lost: exposed.lost.count,
      regimeTitle: engine.regimeTitle,
      all: options.all === true,
    }),
  );
  return exposed;
}

function tellLarge(word: string): void {
  process.stderr.write(
    `${basename(word)} is large: its rows are read one by one and not brought together.\n`,
  );
}

/** The effect that a word names. Throws `AS_UNKNOWN_WORD` with the nearest effects. */
function effectOf(text: string): Effect {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .replace('license', 'licence');
  const found = effects.find((effect) => effect === wanted);
  if (found === 'allowed')
    throw new Fault('AS_USAGE', '“allowed” is what most findings are; nothing can fail on it.', {
      place: { field: '--fail-on' },
      remedy: 'Give a graver effect, such as prohibited.',
    });
  if (found) return found;
  const [near] = nearWords(wanted, effects);
  throw new Fault('AS_UNKNOWN_WORD', `“${text}” is not an effect.`, {
    place: { field: '--fail-on' },
    remedy: `${near === undefined ? '' : `Did you mean “${near}”? `}Effects are: ${effects.filter((effect) => effect !== 'allowed').join(', ')}.`,
  });
}

interface Opened {
  readonly portfolio: Portfolio;
  readonly assets: Iterable<Asset>;
  readonly total?: number;
  readonly knowledge?: ReturnType<Engine['knowledge']>;
  readonly issues: readonly Issue[];
  /** Files without a portfolio.yaml, so that nothing says who asks. */
  readonly isBare: boolean;
}

function open(engine: Engine, word: string, actor: Actor | undefined): Opened {
  const kind = largeTextFile(word);
  if (kind !== undefined) {
    tellLarge(word);
    return { ...openLargeFile(engine, word, kind, actor), isBare: true };
  }
  const { portfolio, issues } = engine.portfolio(word, actor);
  if (portfolio.assets.length === 0) {
    throw new Fault(
      'AS_FILE_EMPTY',
      'There are no devices, vendors, contracts, holdings or payments in it.',
      {
        place: { file: word },
        remedy: 'Check the export; see docs/portfolios.md for what is recognised.',
      },
    );
  }
  return {
    portfolio,
    assets: portfolio.assets,
    total: portfolio.assets.length,
    issues,
    isBare: portfolio.id === 'given-files',
  };
}

/** What the reading of the files has to tell: secrets dropped, routers, currencies taken for granted. */
function tellNotices({ files }: Portfolio): void {
  const notices = files.flatMap(({ file, notices: own }) => own.map((notice) => `${file}: ${notice}`));
  for (const notice of notices.slice(0, 10)) process.stderr.write(`${notice}\n`);
  if (notices.length > 10)
    process.stderr.write(`… and ${notices.length - 10} more notices of the reading; --json has all.\n`);
}

function tellLost(lost: readonly Issue[], word: string, count = lost.length): void {
  for (const issue of lost.slice(0, 10))
    process.stderr.write(`${issue.file ?? word}${issue.line ? `:${issue.line}` : ''}: ${issue.message}\n`);
  if (count > 10) process.stderr.write(`… and ${count - 10} more that could not be used.\n`);
}

async function printJson(
  engine: Engine,
  { portfolio }: Opened,
  exposure: StreamedExposure,
  findings: readonly Finding[],
  unsettled: readonly Unsettled[],
  on: Day,
  lost: readonly Issue[],
): Promise<void> {
  await writeJsonPieces({
    portfolio: portfolio.title,
    id: portfolio.id,
    invented: portfolio.invented,
    actor: portfolio.actor,
    on,
    known: engine.known,
    register: engine.register.hash,
    engine: engineVersion,
    lists: engine.versions,
    listStandings: engine.listStandings(on),
    files: portfolio.files,
    lost,
    notices: exposure.notices(),
    assets: exposure.assets,
    touched: exposure.touched,
    questions: exposure.questions,
    duties: exposure.groups(),
    findings,
    unsettled,
  });
}

/** Writes line by line. The file is opened before the work, so that a path that cannot be written is told at once. */
function csvWriter(path: string): { write(line: string): void; end(): void } {
  let buffer = findingsCsvHead();
  const open = (): number => {
    try {
      makeFolder(dirname(path));
      return openSync(path, 'w');
    } catch (cause) {
      throw unwritable(path, cause);
    }
  };
  const handle = open();
  const flush = () => {
    try {
      writeFileSync(handle, buffer);
    } catch (cause) {
      throw unwritable(path, cause);
    }
    buffer = '';
  };
  return {
    write(line) {
      buffer += line;
      if (buffer.length > 2 ** 18) flush();
    },
    end() {
      flush();
      closeSync(handle);
      process.stderr.write(`Written: ${path}\n`);
    },
  };
}
