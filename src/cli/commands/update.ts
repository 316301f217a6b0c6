import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import {
  type FetchedList,
  fetchLists,
  keepOwnList,
  openArchive,
  readListSettings,
  type TakeInResult,
  takeIn,
  type VersionRecord,
} from '../../archive/index.ts';
import { loadCasebook } from '../../casebook/index.ts';
import { needsNameIndex, openHeldRegister, openNameFinder, readText } from '../../engine/index.ts';
import { type Day, Fault, parseDay } from '../../model/index.ts';
import type { DataSetFound, Source } from '../../sources/index.ts';
import { keepHeapSmall } from '../lean-memory.ts';
import { splitList, today } from '../shared-options.ts';
import { progress, styled, textTable } from '../terminal.ts';
import { countsText } from './update/counts-text.ts';
import { fetchProgress } from './update/fetch-progress.ts';

interface Options {
  readonly home: string;
  readonly from?: string;
  readonly only?: string;
  readonly published?: string;
  readonly acceptLoss?: string;
  readonly mapping?: string;
  readonly json?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Brings the official lists: from their publishers, or with --from out of a folder of files, every dated version of\nthem. A version goes live whole or not at all; one that is cut off, empty or has shrunk beyond belief is refused.',
    )
    .option('--from <path>', 'take in a list file, or all under a folder (dated sub-folders, .gz accepted)')
    .option('--mapping <file>', 'what --from gives is a list of your own, described by this mapping file')
    .option('--only <lists>', 'only these lists, with commas between')
    .option('--published <day>', 'published day of files that tell none (with --from)')
    .option('--accept-loss <lists>', 'take a version of these lists although many entries are gone')
    .option('--json', 'the result as JSON on stdout')
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock update\n  aftershock update --only us-ofac-sdn,un-sc\n  aftershock update --from downloads/\n  aftershock update --mapping watchlist.yaml --from watchlist.csv',
    )
    .action(async (_options: unknown, self: Command) => run(self.optsWithGlobals()));
}

async function run(options: Options): Promise<void> {
  keepHeapSmall();
  const all = options.mapping === undefined ? undefined : ownListOf(options, options.mapping);
  const archive = openArchive(options.home);
  const only = options.only === undefined ? {} : { only: splitList(options.only) };
  const acceptLoss = options.acceptLoss === undefined ? {} : { acceptLoss: splitList(options.acceptLoss) };
  const now = () => new Date().toISOString();
  const settings = readListSettings(options.home);
  let lines: Line[];
  let unrecognised: readonly string[] = [];
  if (options.from === undefined) {
    if (options.published !== undefined) {
      throw new Fault('AS_USAGE', '--published is for files given with --from.');
    }
    const bar = fetchProgress();
    const waiting = { sleep: (milliseconds: number) => sleep(milliseconds), random: Math.random };
    const lists = await fetchLists(archive, {
      ...only,
      ...acceptLoss,
      settings,
      waiting,
      clock: now,
      ...bar,
    });
    bar.end();
    lines = lists.map(fetchedLine);
  } else {
    const bar = progress('Reading');
    const published: Day | undefined =
      options.published === undefined ? undefined : parseDay(options.published, { field: '--published' });
    const result = await takeIn(archive, options.from, {
      ...only,
      ...acceptLoss,
      ...(published === undefined ? {} : { published }),
      ...(all === undefined ? {} : { all }),
      now,
      onProgress: (_message, done, total) => bar.at(done, total),
    });
    bar.end();
    lines = takenLines(result);
    unrecognised = result.unrecognised;
    if (lines.length === 0) {
      throw new Fault(
        'AS_FILE_FORMAT',
        `None of ${unrecognised.length} files is a list that is known here.`,
        {
          place: { file: options.from },
          remedy:
            'See docs/sources.md for the lists that are read. A table of your own is read with --mapping (docs/mapping.md).',
        },
      );
    }
  }
  const register = openHeldRegister({
    home: options.home,
    today: today(),
    casebook: loadCasebook(),
    onBuild: () => process.stderr.write('Bringing the parties of all lists together ...\n'),
  });
  if (register.versions.length > 0) {
    if (needsNameIndex(options.home, register)) process.stderr.write('Indexing their names ...\n');
    openNameFinder(options.home, register);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ lists: lines, unrecognised }, null, 2)}\n`);
  else print(lines, unrecognised);
  if (lines.some((line) => line.failed)) process.exitCode = 1;
}

/** The list of the user's own that a mapping file describes, known to the archive from now on. */
function ownListOf(options: Options, mapping: string): Source {
  if (options.from === undefined) {
    throw new Fault('AS_USAGE', '--mapping describes what --from gives, and there is no --from.', {
      remedy: 'For example: aftershock update --mapping watchlist.yaml --from watchlist.csv',
    });
  }
  return keepOwnList(options.home, readText(mapping), mapping);
}

interface Line {
  readonly source: string;
  readonly state: string;
  readonly files?: readonly string[];
  /** Of an export of OpenSanctions: its data set, and what told it. */
  readonly dataSet?: DataSetFound;
  readonly version?: Omit<VersionRecord, 'issueList'>;
  readonly reason?: string;
  /** Something that is not as the user may expect, so that the command fails. */
  readonly failed: boolean;
}

function takenLines(result: TakeInResult): Line[] {
  const unclear = result.unclear.map(({ path, sources, what }): Line => {
    return { source: sources.join(' or '), files: [path], state: 'refused', reason: what, failed: true };
  });
  return unclear.concat(takenSets(result));
}

function takenSets(result: TakeInResult): Line[] {
  return result.sets.map(({ source, paths, dataSet, outcome }) => {
    const told = dataSet === undefined ? {} : { dataSet };
    if (outcome.state !== 'refused') {
      return {
        source,
        files: paths,
        ...told,
        state: outcome.state,
        version: withoutIssues(outcome.version),
        failed: false,
      };
    }
    // A part of a set left over in a folder of history is no failure of the versions that are whole.
    const failed = outcome.refusal.code !== 'AS_FILE_MISSING';
    return { source, files: paths, ...told, state: 'refused', reason: outcome.refusal.reason, failed };
  });
}

function fetchedLine({ source, outcome }: FetchedList): Line {
  switch (outcome.state) {
    case 'refused':
      return { source, state: 'refused', reason: outcome.refusal.reason, failed: true };
    case 'failed':
      return { source, state: 'failed', reason: outcome.fault.toString(), failed: true };
    case 'no address':
      return { source, state: 'no address', reason: 'Give its files with --from.', failed: false };
    default:
      return { source, state: outcome.state, version: withoutIssues(outcome.version), failed: false };
  }
}

function withoutIssues({ issueList: _issues, ...version }: VersionRecord): Omit<VersionRecord, 'issueList'> {
  return version;
}

function print(lines: readonly Line[], unrecognised: readonly string[]): void {
  const rows = lines.map(({ source, state, version }) => [
    source,
    version?.published ?? '',
    version ? String(version.entries) : '',
    version ? countsText(version.counts) : '',
    version ? String(version.issues) : '',
    state === 'refused' || state === 'failed' ? styled('red', state) : state,
  ]);
  const columns = [
    { title: 'list' },
    { title: 'published' },
    { title: 'entries', align: 'right' as const },
    { title: 'in the files', most: 60 },
    { title: 'issues', align: 'right' as const },
    { title: 'state' },
  ];
  process.stdout.write(textTable(columns, rows));
  for (const line of lines) {
    if (line.reason === undefined) continue;
    const files = line.files ? ` ${line.files.join(', ')}` : '';
    process.stderr.write(`${line.source}:${files} ${line.state}. ${line.reason}\n`);
  }
  for (const { files, dataSet } of lines) if (dataSet) tellGuess(files?.[0] ?? '', dataSet);
  if (unrecognised.length > 0) process.stderr.write(`${notRecognised(unrecognised)}\n`);
}

/** More names than this say less than their number. */
const mostNamed = 12;

function notRecognised(files: readonly string[]): string {
  const rest = files.length - mostNamed;
  const named = rest > 1 ? [...files.slice(0, mostNamed), `and ${rest} more (--json names them)`] : files;
  return `Not recognised as a list (${files.length}): ${named.join(', ')}`;
}

/** What a name of a file or folder tells may be wrong, and a data set under another name is another list. */
function tellGuess(file: string, { dataSet, by }: DataSetFound): void {
  if (by === 'index.json' || by === 'the export') return;
  const remedy = 'The index.json that OpenSanctions publishes beside it would say for certain.';
  const found =
    dataSet === undefined
      ? 'nothing tells of which data set of OpenSanctions it is.'
      : `taken for the data set ${dataSet} of OpenSanctions by its ${by}.`;
  process.stderr.write(`${file}: ${found} ${remedy}\n`);
}
