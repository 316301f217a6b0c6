import { setTimeout as sleep } from 'node:timers/promises';
import {
  type FetchedList,
  fetchLists,
  openArchive,
  readListSettings,
  type TakeInResult,
  takeIn,
  type VersionRecord,
} from '../../../archive/index.ts';
import { loadCasebook } from '../../../casebook/index.ts';
import { needsNameIndex, openHeldRegister, openNameFinder } from '../../../engine/index.ts';
import { type Day, Fault, parseDay } from '../../../model/index.ts';
import type { DataSetFound, Source } from '../../../sources/index.ts';
import { splitList, today } from '../../shared-options.ts';
import { progress } from '../../terminal.ts';
import { fetchProgress } from './fetch-progress.ts';

/** Where lists are brought from, and which: the options of `update`. */
export interface BringOptions {
  readonly home: string;
  readonly from?: string;
  readonly only?: string;
  readonly published?: string;
  readonly acceptLoss?: string;
}

/** What became of the lists that were to be brought. */
export interface BroughtLists {
  readonly lines: readonly BroughtList[];
  readonly unrecognised: readonly string[];
}

/** Fetches the lists, or takes them in from files; `all` is the list that all these files are of, by the user's word. */
export async function bringLists(options: BringOptions, all?: Source): Promise<BroughtLists> {
  const archive = openArchive(options.home);
  const only = options.only === undefined ? {} : { only: splitList(options.only) };
  const acceptLoss = options.acceptLoss === undefined ? {} : { acceptLoss: splitList(options.acceptLoss) };
  const now = () => new Date().toISOString();
  if (options.from === undefined) {
    if (options.published !== undefined) {
      throw new Fault('AS_USAGE', '--published is for files given with --from.');
    }
    const bar = fetchProgress();
    const waiting = { sleep: (milliseconds: number) => sleep(milliseconds), random: Math.random };
    const lists = await fetchLists(archive, {
      ...only,
      ...acceptLoss,
      settings: readListSettings(options.home),
      waiting,
      clock: now,
      ...bar,
    });
    bar.end();
    return { lines: lists.map((list) => fetchedLine(list, options.only !== undefined)), unrecognised: [] };
  }
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
  const lines = takenLines(result);
  if (lines.length > 0) return { lines, unrecognised: result.unrecognised };
  const { unrecognised, notWanted } = result;
  if (notWanted.length > 0) {
    throw new Fault('AS_USAGE', `What is there is of ${notWanted.join(', ')}, which --only leaves out.`, {
      place: { file: options.from },
      remedy: 'Leave --only out, or name those.',
    });
  }
  throw new Fault(
    'AS_FILE_FORMAT',
    unrecognised.length === 1
      ? 'It is no list that is known here.'
      : `None of ${unrecognised.length} files is a list that is known here.`,
    {
      place: { file: options.from },
      remedy:
        'See docs/sources.md for the lists that are read. A table of your own is read with --mapping (docs/mapping.md).',
    },
  );
}

/** Brings the parties of all lists together and indexes their names, so that the next question finds both done. */
export function makeReady(home: string): void {
  const register = openHeldRegister({
    home,
    today: today(),
    casebook: loadCasebook(),
    onBuild: () => process.stderr.write('Bringing the parties of all lists together ...\n'),
  });
  if (register.versions.length === 0) return;
  if (needsNameIndex(home, register)) process.stderr.write('Indexing their names ...\n');
  openNameFinder(home, register);
}

/** What became of one list. */
export interface BroughtList {
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

function takenLines(result: TakeInResult): BroughtList[] {
  const unclear = result.unclear.map(({ path, sources, what }): BroughtList => {
    return { source: sources.join(' or '), files: [path], state: 'refused', reason: what, failed: true };
  });
  return unclear.concat(takenSets(result));
}

function takenSets(result: TakeInResult): BroughtList[] {
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

/** Of a list that was asked for by its name it is a failure that nobody here knows where it is published. */
function fetchedLine({ source, outcome }: FetchedList, isNamed: boolean): BroughtList {
  switch (outcome.state) {
    case 'refused':
      return { source, state: 'refused', reason: outcome.refusal.reason, failed: true };
    case 'failed':
      return { source, state: 'failed', reason: outcome.fault.toString(), failed: true };
    case 'no address':
      return {
        source,
        state: 'no address',
        reason: 'Download it from its publisher and give the file with --from.',
        failed: isNamed,
      };
    default:
      return { source, state: outcome.state, version: withoutIssues(outcome.version), failed: false };
  }
}

function withoutIssues({ issueList: _issues, ...version }: VersionRecord): Omit<VersionRecord, 'issueList'> {
  return version;
}
