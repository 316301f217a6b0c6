import type { Command } from 'commander';
import { checkNamedLists, listStandings, openArchive, requireLists } from '../../archive/index.ts';
import { type Json, note } from '../../desk/index.ts';
import { findChanges, openEngine, takeRunLock, type WatchTarget, watchFolder } from '../../engine/index.ts';
import { type Day, Fault, parseDay } from '../../model/index.ts';
import { openStore, type Store, storeAddress, storeFault } from '../../store/index.ts';
import { actorOption } from '../actor-option.ts';
import { columnHelp, columnOptions } from '../column-option.ts';
import { keepHeapSmall } from '../lean-memory.ts';
import { splitList, today } from '../shared-options.ts';
import { type BroughtList, bringLists, makeReady } from './update/bring-lists.ts';
import { durationOf, rounds, stopOnSignal } from './watch/rounds.ts';
import { checkOut, tell } from './watch/tell.ts';
import { type WatchReport, watchReport } from './watch/watch-report.ts';

interface Options {
  readonly home: string;
  readonly portfolio?: readonly string[];
  readonly in?: readonly string[];
  readonly column: readonly string[];
  readonly as?: string;
  readonly from?: string;
  readonly update: boolean;
  readonly lists?: string;
  readonly require?: string;
  readonly since?: string;
  readonly thorough?: boolean;
  readonly once?: boolean;
  readonly every?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly notify?: string;
  readonly failOn?: string;
}

export function define(command: Command): void {
  command
    .description(
      'Brings the lists, finds the entries that changed since you were last told, and tells which of your parties and assets they touch, what changed, and what it means. Runs once a day until it is stopped, or once with --once.',
    )
    .option('--portfolio <word...>', 'a demo portfolio, a folder or a file, as for expose')
    .option('--in <file...>', 'a file of names or parties, as for screen')
    .option('--column <property=header...>', `of the files of --in, ${columnHelp}`, [])
    .option('--as <roles>', 'who asks, such as "federal contractor" (default: as portfolio.yaml says)')
    .option('--once', 'one run, for cron and CI')
    .option('--every <time>', 'time from run to run, such as 30m, 24h, 7d (default: 24h)')
    .option('--from <path>', 'take the lists in from files, as update does, instead of from their publishers')
    .option('--no-update', 'bring no lists: compare what is held')
    .option('--lists <ids>', 'only these lists, with commas between')
    .option('--require <ids>', 'fail when one of these lists is not held or stale')
    .option('--since <day>', 'tell what changed since the versions of this day, whatever was told before')
    .option(
      '--thorough',
      'ask for every party of a large file as screen does, which takes three times as long',
    )
    .option('--out <file>', 'write the result for the desk: .html, .csv or .json')
    .option('--notify <url>', 'post the result as JSON to this address')
    .option('--fail-on <what>', 'exit with 3 when something was found: change')
    .option('--json', 'the result as JSON on stdout')
    .addHelpText(
      'after',
      '\nA list that could not be brought, is stale or missing is named as not known; it is never taken for unchanged. The\nfirst run of a portfolio has nothing to compare with and only remembers the versions. Every run is noted in the audit\ntrail, which verify --trail checks. What was told is remembered once everything was told: a run that fails before is told again.\n\nExamples:\n  aftershock watch --portfolio ./assets.csv --every 12h --notify https://hooks.example.org/aftershock\n  aftershock watch --once --in vendors.csv --out alerts.html\n  aftershock watch --once --no-update --in vendors.csv --since 2021-07-07',
    )
    .action(async (_options: unknown, self: Command) => run(self.optsWithGlobals()));
}

interface Settings extends Options {
  readonly targets: readonly WatchTarget[];
  readonly only?: readonly string[];
  readonly required: readonly string[];
  readonly day?: Day;
}

async function run(options: Options): Promise<void> {
  const settings = settingsOf(options);
  keepHeapSmall();
  if (options.once) {
    process.exitCode = exitOf(await lockedRound(settings), settings);
    return;
  }
  const every = durationOf(options.every ?? '24h');
  const stop = stopOnSignal(() => process.stderr.write('Stopping once this run is done.\n'));
  let isFirst = true;
  await rounds(
    every,
    async () => {
      // The day of --since is for the first run; the next tell what is new since.
      const { day, ...later } = settings;
      await roundOfMany(isFirst && day !== undefined ? settings : later, isFirst);
      isFirst = false;
      if (!stop.aborted) process.stderr.write(`Next run in ${options.every ?? '24h'}.\n`);
    },
    stop,
  );
}

/** A failed run does not end the watch, unless it is the first and what was asked for cannot be done at all. */
async function roundOfMany(settings: Settings, isFirst: boolean): Promise<void> {
  try {
    await lockedRound(settings);
  } catch (error) {
    if (!(error instanceof Fault) || (isFirst && error.code !== 'AS_NOTIFY')) throw error;
    process.stderr.write(`${new Date().toISOString()} The run failed. ${error.toString()}\n`);
  }
}

function settingsOf(options: Options): Settings {
  const { failOn, once, every, from, update } = options;
  const wrong = (message: string, remedy: string) => new Fault('AS_USAGE', message, { remedy });
  if (once && every !== undefined) throw wrong('--once and --every exclude each other.', 'Give one of them.');
  if (from !== undefined && !update)
    throw wrong('--from brings lists and --no-update does not.', 'Leave out one of them.');
  if (failOn !== undefined && (failOn !== 'change' || !once))
    throw wrong(
      failOn === 'change' ? '--fail-on is for one run.' : `--fail-on does not know "${failOn}".`,
      'Write --once --fail-on change.',
    );
  checkOut(options.out);
  const actor = options.as === undefined ? {} : { actor: actorOption(options.as) };
  const columns = columnOptions(options.column);
  const targets: WatchTarget[] = [
    ...(options.portfolio ?? []).map((word) => ({ kind: 'portfolio' as const, word, ...actor })),
    ...(options.in ?? []).map((word) => ({ kind: 'file' as const, word, columns })),
  ];
  if (targets.length === 0)
    throw wrong('There is nothing to watch.', 'Name a portfolio with --portfolio, or a file with --in.');
  return {
    ...options,
    targets,
    required: options.require === undefined ? [] : splitList(options.require),
    ...(options.lists === undefined ? {} : { only: splitList(options.lists) }),
    ...(options.since === undefined ? {} : { day: parseDay(options.since, { field: '--since' }) }),
  };
}

async function lockedRound(settings: Settings): Promise<WatchReport> {
  const address = storeAddress(settings.home);
  const free = takeRunLock(watchFolder(settings.home));
  try {
    // Before anything is brought or told: a run that cannot be noted is not begun.
    const store = await openStore(address);
    const audit = noteIn(store, address, settings);
    try {
      return await round(settings, audit);
    } catch (error) {
      if (error instanceof Fault) await audit('watch failed', { code: error.code, message: error.message });
      throw error;
    } finally {
      await store.destroy();
    }
  } finally {
    free();
  }
}

/** Brings, finds, tells, notes, and only then remembers. */
async function round(settings: Settings, audit: Audit): Promise<WatchReport> {
  const { home, only, targets, day } = settings;
  const at = new Date().toISOString();
  checkNamedLists(openArchive(home), only ?? []);
  const brought = settings.update ? await bring(settings) : [];
  makeReady(home);
  const engine = openEngine({ home, today: today() });
  if (engine.versions.length === 0)
    throw new Fault('AS_LIST_MISSING', 'No list is held, so that nothing can be watched.', {
      remedy: 'Bring the lists: without --no-update, or with --from a folder of files.',
    });
  const found = await findChanges({
    engine,
    archive: openArchive(home),
    targets,
    ...(only === undefined ? {} : { lists: only }),
    ...(day === undefined ? {} : { since: day }),
    ...(settings.thorough ? { thorough: true } : {}),
  });
  const report = watchReport({ engine, at, targets: found.targets, brought, lists: only });
  const { json, out, notify } = settings;
  await tell(report, {
    home,
    json: json === true,
    compact: !settings.once,
    ...(out === undefined ? {} : { out }),
    ...(notify === undefined ? {} : { notify }),
  });
  await audit('watch run', auditDetail(report));
  found.told(at);
  return report;
}

async function bring({ home, from, lists }: Settings): Promise<readonly BroughtList[]> {
  const { lines } = await bringLists({
    home,
    ...(from === undefined ? {} : { from }),
    ...(lists === undefined ? {} : { only: lists }),
  });
  return lines;
}

/** A failure goes before a finding: what was found is told then, and something else is not known. */
function exitOf(
  { alerts, notKnown }: WatchReport,
  { home, required, failOn, update, from }: Settings,
): number {
  const failed = notKnown.filter(
    ({ why }) => why === 'failed' || why === 'not comparable' || (why === 'refused' && (update || from)),
  );
  if (failed.length > 0) return 1;
  try {
    requireLists(listStandings(openArchive(home), today()), required);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`aftershock: ${error.toString()}\n`);
    return 1;
  }
  return failOn === 'change' && alerts > 0 ? 3 : 0;
}

type Audit = (event: string, detail: Json) => Promise<void>;

/** Adds lines to the audit trail, and says which: whoever keeps the hash elsewhere can tell later that none was taken out. */
function noteIn(store: Store, address: string, { targets }: Settings): Audit {
  const subject = targets.map(({ word }) => word).join(', ');
  return async (event, detail) => {
    try {
      const { number, hash } = await note(store, { event, subject, detail }, new Date().toISOString());
      process.stderr.write(`Noted as line ${number} of the audit trail: ${hash}\n`);
    } catch (cause) {
      throw storeFault('The audit trail could not be written', address, cause);
    }
  };
}

/** What was looked at and what came of it, without names of the user's parties. */
function auditDetail({ at, engine, register, targets, notKnown }: WatchReport): Json {
  return {
    at,
    engine,
    register,
    notKnown: notKnown.map(({ source, why }) => `${source} ${why}`),
    targets: targets.map(({ word, parties, devices, lost, asked, lists, alerts }) => ({
      word,
      parties,
      devices,
      lost,
      asked,
      lists: Object.fromEntries(
        lists.map(({ source, before, now }) => [
          source,
          { before: before.map(({ sha256 }) => sha256), now: now.map(({ sha256 }) => sha256) },
        ]),
      ),
      alerts: alerts.map(({ id }) => id),
    })),
  };
}
