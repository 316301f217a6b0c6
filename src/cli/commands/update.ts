import type { Command } from 'commander';
import { keepOwnList } from '../../archive/index.ts';
import { readText } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import type { DataSetFound, Source } from '../../sources/index.ts';
import { keepHeapSmall } from '../lean-memory.ts';
import { styled, textTable } from '../terminal.ts';
import { type BringOptions, type BroughtList, bringLists, makeReady } from './update/bring-lists.ts';
import { countsText } from './update/counts-text.ts';

interface Options extends BringOptions {
  readonly mapping?: string;
  readonly json?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Brings the official lists: from their publishers, or with --from out of a folder of files, every dated version of them. A version goes live whole or not at all; one that is cut off, empty or has shrunk beyond belief is refused.',
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
  const { lines, unrecognised } = await bringLists(options, all);
  makeReady(options.home);
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

function print(lines: readonly BroughtList[], unrecognised: readonly string[]): void {
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
