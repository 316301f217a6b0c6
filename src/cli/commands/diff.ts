import type { Command } from 'commander';
import {
  type Change,
  checkNamedLists,
  deltaCsv,
  deltaHtml,
  diffLists,
  type EntryDelta,
  type ListDelta,
  openArchive,
} from '../../archive/index.ts';
import { type TouchingDelta, type TouchingEntry, touchingDeltas } from '../../engine/index.ts';
import { type Day, Fault, parseDay } from '../../model/index.ts';
import { namesList } from '../../sources/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { splitList } from '../shared-options.ts';
import { styled, textTable } from '../terminal.ts';
import { writeResult } from '../write-file.ts';

interface Options {
  readonly home: string;
  readonly from: string;
  readonly to: string;
  readonly lists?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly html?: string;
  readonly portfolio?: string;
}

export function define(command: Command): void {
  command
    .description(
      'What changed on the lists between two days: who was added, removed, renamed, and every field, before and after.',
    )
    .requiredOption('--from <day>', 'the versions that counted on this day')
    .requiredOption('--to <day>', 'and on this one')
    .option('--lists <ids>', 'only these lists, with commas between')
    .option('--portfolio <word>', 'only what touches this portfolio: a demo portfolio, a folder or a file')
    .option('--all', 'every change on the screen, not only the first of each kind')
    .option('--json', 'the result as JSON on stdout')
    .option('--csv', 'one row for each change on stdout')
    .option('--html <file>', 'write a page')
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock diff --from 2021-07-07 --to 2023-12-28 --lists us-ofac-sdn\n  aftershock diff --from 2024-01-01 --to 2024-06-30 --csv > changes.csv',
    )
    .action((_options: unknown, self: Command) => run(self.optsWithGlobals()));
}

function run(options: Options): void {
  const from = parseDay(options.from, { field: '--from' });
  const to = parseDay(options.to, { field: '--to' });
  if (from > to)
    throw new Fault('AS_USAGE', '--from is after --to.', { remedy: 'Give the earlier day with --from.' });
  const archive = openArchive(options.home);
  const lists = options.lists === undefined ? undefined : splitList(options.lists);
  checkNamedLists(archive, lists ?? []);
  const found = diffLists(archive, from, to, lists);
  checkHeld(found, lists ?? [], to);
  const deltas = options.portfolio === undefined ? found : touching(options.home, options.portfolio, found);
  const touchesOf = options.portfolio === undefined ? undefined : assetsOf;
  if (options.html !== undefined) {
    writeResult(options.html, [...deltaHtml(deltas, from, to, touchesOf)].join(''));
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ from, to, lists: deltas }, null, 2)}\n`);
  else if (options.csv) for (const line of deltaCsv(deltas, touchesOf)) process.stdout.write(line);
  else if (options.html === undefined) {
    print(deltas, options.all === true);
    if (options.portfolio !== undefined && deltas.every(({ entries }) => entries.length === 0)) {
      process.stdout.write(
        `\nNone of the changes touches ${options.portfolio} by what is known here. That is no clearance.\n`,
      );
    }
  }
}

/** Nothing is compared of a list that is not held; saying so is another thing than saying that nothing changed. */
function checkHeld(found: readonly ListDelta[], lists: readonly string[], to: Day): void {
  const missing = lists.find((id) => !found.some(({ source }) => namesList([id], source)));
  if (missing !== undefined) {
    throw new Fault('AS_LIST_MISSING', `No version of ${missing} published by ${to} is held.`, {
      remedy: 'See what is held with "aftershock lists --all".',
    });
  }
  if (found.length === 0) {
    throw new Fault('AS_LIST_MISSING', `No list version published by ${to} is held.`, {
      remedy: 'Bring the lists with "aftershock update".',
    });
  }
}

function touching(home: string, word: string, deltas: readonly ListDelta[]): TouchingDelta[] {
  const engine = openEngineFor({ home });
  return touchingDeltas(engine, engine.portfolio(word).portfolio, deltas);
}

/** The assets that an entry touches, as their owner knows them: id and label. */
function assetsOf(entry: EntryDelta | TouchingEntry): string[] {
  return 'touches' in entry ? entry.touches.map(({ asset, label }) => `${asset} ${label}`) : [];
}

const shownOfEach = 10;

function print(deltas: readonly ListDelta[], all: boolean): void {
  const number = { align: 'right' as const };
  process.stdout.write(
    textTable(
      [
        { title: 'list' },
        { title: 'before' },
        { title: 'after' },
        { title: 'added', ...number },
        { title: 'removed', ...number },
        { title: 'changed', ...number },
      ],
      deltas.map((delta) => [
        delta.source,
        delta.from?.published ?? 'not held',
        delta.to?.published ?? 'not held',
        String(delta.added),
        String(delta.removed),
        String(delta.changed),
      ]),
    ),
  );
  for (const delta of deltas) {
    for (const notice of delta.notices) process.stderr.write(`${delta.source}: ${notice}\n`);
    for (const state of ['added', 'removed', 'changed'] as const) {
      const entries = delta.entries.filter((entry) => entry.state === state);
      if (entries.length === 0) continue;
      process.stdout.write(`\n${styled('bold', `${delta.source}: ${state}`)}\n`);
      for (const entry of all ? entries : entries.slice(0, shownOfEach))
        process.stdout.write(entryText(entry));
      const more = entries.length - shownOfEach;
      if (!all && more > 0) process.stdout.write(`  and ${more} more (--all shows them)\n`);
    }
  }
}

function entryText(entry: EntryDelta | TouchingEntry): string {
  const head = `  ${entry.name} [${entry.entry}] ${entry.regimes.join(', ')}\n`;
  const changes = entry.state === 'changed' ? entry.changes.map(changeText).join('') : '';
  return head + changes + ('touches' in entry ? touchesText(entry.touches) : '');
}

function touchesText(touches: TouchingEntry['touches']): string {
  const first = touches.slice(0, 3).map(({ label, because }) => `    touches ${label}: ${because}\n`);
  const more = touches.length - first.length;
  return first.join('') + (more > 0 ? `    and ${more} more of yours\n` : '');
}

function changeText(change: Change): string {
  const about = change.about === undefined ? '' : ` (${change.about})`;
  const values = [change.before, change.after].filter((value) => value !== undefined);
  return `    ${change.kind}${about}: ${values.join(' → ')}\n`;
}
