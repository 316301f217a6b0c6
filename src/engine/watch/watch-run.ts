import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Archive,
  diffSince,
  type ListSince,
  type SeenVersions,
  versionsSeen,
} from '../../archive/index.ts';
import type { Actor, Day, Issue, Portfolio } from '../../model/index.ts';
import type { Engine } from '../engine.ts';
import { engineVersion } from '../engine-version.ts';
import { unreadable } from '../files.ts';
import type { ChangedParties } from './changed-parties.ts';
import { openSeenStates, type SeenState } from './seen-state.ts';
import { type WatchAnswer, watchPortfolio } from './watch-portfolio.ts';
import { partiesOfFile, partiesOfPortfolio, type WatchedParty } from './watched-parties.ts';

/** What is to be watched: a portfolio as `expose` takes it, or a file as `screen --in` does. */
export type WatchTarget =
  | { readonly kind: 'portfolio'; readonly word: string; readonly actor?: Actor }
  | { readonly kind: 'file'; readonly word: string; readonly columns: Readonly<Record<string, string>> };

export interface WatchOptions {
  readonly engine: Engine;
  readonly archive: Archive;
  readonly targets: readonly WatchTarget[];
  /** Only these lists are looked at; what was told of the others stays. */
  readonly lists?: readonly string[];
  /** Tell from the versions that counted on this day, whatever was told before. */
  readonly since?: Day;
  /** Ask for every party as `screen` does, however many there are. */
  readonly thorough?: boolean;
}

/** What was found for one target. */
export interface WatchedTarget extends Omit<WatchAnswer, 'unknown'> {
  readonly word: string;
  readonly kind: WatchTarget['kind'];
  readonly title: string;
  readonly actor?: Actor;
  /** Nothing was told of it before, so that there is nothing to compare with: it is watched from now on. */
  readonly begins: boolean;
  /** When it was last told of, as an ISO instant. */
  readonly toldAt?: string;
  readonly devices: number;
  /** Rows that could not be read and are not watched, and the first reports of the reading. */
  readonly lost: number;
  readonly issues: readonly Issue[];
  readonly lists: readonly ListLook[];
  readonly unasked: ChangedParties['unknown'];
  readonly notices: readonly string[];
}

/** A list as it was looked at for one target. */
export interface ListLook extends Pick<ListSince, 'source' | 'title' | 'before' | 'now' | 'notices'> {
  /** `new`: no version was told of before. `not comparable`: the version told of is not held any more. */
  readonly state: 'same' | 'changed' | 'new' | 'not comparable';
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export interface WatchFound {
  readonly targets: readonly WatchedTarget[];
  /**
   * Writes down that all this was told. To be called when it was, and not before: a run that is killed in between is told
   * again by the next.
   */
  told(at: string): void;
}

/** Folder of the watch under the home folder. */
export function watchFolder(home: string): string {
  return join(home, 'watch');
}

/** Finds what changed on the lists since each target was last told of, and whom of it that touches. */
export async function findChanges(options: WatchOptions): Promise<WatchFound> {
  const folder = watchFolder(options.engine.home);
  const states = openSeenStates(join(folder, 'told'));
  const finished: { key: string; state: Omit<SeenState, 'toldAt'> }[] = [];
  const targets: WatchedTarget[] = [];
  const changes = new Map<string, readonly ListSince[]>();
  for (const target of options.targets) {
    const key = keyOf(target);
    const before = states.read(key);
    const seen = seenBy(options, before);
    const text = JSON.stringify(seen);
    const lists = changes.get(text) ?? diffSince(options.archive, seen, options.lists);
    changes.set(text, lists);
    const opened = await openTarget(target, options);
    targets.push(await look(target, opened, lists, before, options));
    const now = Object.fromEntries(lists.map((list) => [list.source, list.now.map(({ sha256 }) => sha256)]));
    const state = { word: target.word, seen: { ...before?.seen, ...seen, ...now }, content: opened.content };
    finished.push({ key, state: { format: 'aftershock-watch/1', ...state } });
  }
  return {
    targets,
    told(at) {
      for (const { key, state } of finished) states.write(key, { ...state, toldAt: at });
    },
  };
}

/** The versions told of; with `since`, those of that day, and for lists not held then those of today. */
function seenBy({ archive, since }: WatchOptions, before: SeenState | undefined): SeenVersions {
  if (since !== undefined) return { ...versionsSeen(archive), ...versionsSeen(archive, since) };
  return before?.seen ?? versionsSeen(archive);
}

async function look(
  target: WatchTarget,
  { parties, portfolio, title, content }: OpenedTarget,
  lists: readonly ListSince[],
  before: SeenState | undefined,
  { engine, since, thorough = false }: WatchOptions,
): Promise<WatchedTarget> {
  const issues: Issue[] = [];
  let lost = 0;
  const report = (issue: Issue): void => {
    if (issue.lost) lost++;
    if (issues.length < mostIssues) issues.push(issue);
  };
  const { unknown, ...answer } = await watchPortfolio({
    engine,
    word: target.word,
    parties: parties(report),
    thorough,
    lists,
    on: engine.today,
    ...(portfolio ? { portfolio } : {}),
  });
  const begins = before === undefined && since === undefined;
  return {
    word: target.word,
    kind: target.kind,
    title,
    ...(portfolio ? { actor: portfolio.actor } : {}),
    begins,
    ...(before ? { toldAt: before.toldAt } : {}),
    devices: portfolio?.assets.filter(({ kind }) => kind === 'device').length ?? 0,
    lost,
    issues,
    lists: lists.map(lookOf),
    unasked: unknown,
    notices: noticesOf(begins, before !== undefined && before.content !== content, target),
    ...answer,
  };
}

function noticesOf(begins: boolean, isOther: boolean, { kind, word }: WatchTarget): string[] {
  const whole = kind === 'file' ? `aftershock screen --in ${word}` : `aftershock expose ${word}`;
  if (begins)
    return [`Watched from now on. What is on the lists already is not told here: run "${whole}" once.`];
  if (isOther)
    return [
      `Its content is not what it was at the last run. Whoever is new in it was asked only about what changed on the lists: run "${whole}" for the rest.`,
    ];
  return [];
}

function lookOf(list: ListSince): ListLook {
  const { source, title, before, now, notices, lost, entries } = list;
  const count = (state: ListSince['entries'][number]['state']) =>
    entries.filter((entry) => entry.state === state).length;
  const isSame = before.length === now.length && now.every(({ sha256 }, at) => before[at]?.sha256 === sha256);
  const state =
    lost.length > 0 ? 'not comparable' : before.length === 0 ? 'new' : isSame ? 'same' : 'changed';
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') };
  return { source, title, state, before, now, ...counts, notices };
}

interface OpenedTarget {
  readonly title: string;
  /** Hash of what is watched. */
  readonly content: string;
  readonly parties: (report: (issue: Issue) => void) => AsyncIterable<WatchedParty> | Iterable<WatchedParty>;
  readonly portfolio?: Portfolio;
}

/** Reports of the reading that are given back; all are counted. */
const mostIssues = 20;

async function openTarget(target: WatchTarget, { engine }: WatchOptions): Promise<OpenedTarget> {
  if (target.kind === 'file') {
    const content = await hashOfFile(target.word, [engineVersion, target.columns]);
    const parties = (report: (issue: Issue) => void) => partiesOfFile(target.word, target.columns, report);
    return { title: target.word, content, parties };
  }
  const { portfolio, issues } = engine.portfolio(target.word, target.actor);
  const hash = createHash('sha256').update(JSON.stringify([portfolio.id, portfolio.actor]));
  for (const asset of portfolio.assets) hash.update(JSON.stringify(asset));
  const content = hash.digest('hex');
  function* parties(report: (issue: Issue) => void) {
    for (const issue of issues) report(issue);
    yield* partiesOfPortfolio(portfolio);
  }
  return { title: portfolio.title, content, parties, portfolio };
}

async function hashOfFile(path: string, settings: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return hash.digest('hex');
}

/** A demo portfolio by its id, a file or folder by where it lies. */
function keyOf({ kind, word }: WatchTarget): string {
  return `${kind} ${existsSync(word) ? resolve(word) : word}`;
}
