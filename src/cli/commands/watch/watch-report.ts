import {
  type ListStanding,
  listStandings,
  openArchive,
  type StandingsInBrief,
} from '../../../archive/index.ts';
import { type Engine, engineVersion, type ListLook, type WatchedTarget } from '../../../engine/index.ts';
import { namesList } from '../../../sources/index.ts';
import type { BroughtList } from '../update/bring-lists.ts';

/** One run of the watch, as `--json` and `--notify` give it. */
export interface WatchReport {
  readonly command: 'watch';
  /** When the run began, as an ISO instant. */
  readonly at: string;
  readonly on: string;
  readonly engine: string;
  readonly register: string;
  readonly alerts: number;
  /** Lists of which it is not known what changed: "no alerts" says nothing about them. */
  readonly notKnown: readonly NotKnown[];
  readonly targets: readonly WatchedTarget[];
  readonly listStandings: StandingsInBrief;
  readonly note: string;
}

export interface NotKnown {
  readonly source: string;
  readonly why: 'failed' | 'refused' | 'stale' | 'not held' | 'not comparable';
  readonly text: string;
}

const noClearance = 'No hit is not clearance: lists change, and names are written in many ways.';

export interface ReportInput {
  readonly engine: Engine;
  readonly at: string;
  readonly targets: readonly WatchedTarget[];
  /** What became of the lists that were to be brought; nothing where none were. */
  readonly brought: readonly BroughtList[];
  readonly lists?: readonly string[] | undefined;
}

export function watchReport({ engine, at, targets, brought, lists }: ReportInput): WatchReport {
  const standings = listStandings(openArchive(engine.home), engine.today).filter(
    ({ source }) => lists === undefined || namesList(lists, source),
  );
  return {
    command: 'watch',
    at,
    on: engine.today,
    engine: engineVersion,
    register: engine.register.hash,
    alerts: targets.reduce((sum, target) => sum + target.alerts.length, 0),
    notKnown: notKnown(brought, standings, targets),
    targets,
    listStandings: engine.listStandings(),
    note: noClearance,
  };
}

/** Each list with the reason why it is not known what changed on it, in order of ids; what failed just now goes first. */
function notKnown(
  brought: readonly BroughtList[],
  standings: readonly ListStanding[],
  targets: readonly WatchedTarget[],
): NotKnown[] {
  const found = new Map<string, NotKnown>();
  const add = (one: NotKnown): void => {
    if (!found.has(one.source)) found.set(one.source, one);
  };
  for (const { source, state, reason, failed } of brought) {
    const why = state === 'refused' ? 'refused' : 'failed';
    if (failed) add({ source, why, text: `${source} ${why}: ${reason ?? state}` });
  }
  for (const { lists } of targets) {
    for (const { source, state } of lists) {
      const text = `${source}: the version last told of is not held any more, so that nothing can be compared with it.`;
      if (state === 'not comparable') add({ source, why: 'not comparable', text });
    }
  }
  for (const { source, state, refusals, extra, warnings } of standings) {
    const text = warnings.join(' ');
    if (refusals.length > 0 && state !== 'not held') add({ source, why: 'refused', text });
    else if (state === 'stale') add({ source, why: 'stale', text });
    else if (state === 'not held' && !extra) add({ source, why: 'not held', text });
  }
  return [...found.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** How many lists there are of each reason: `26 stale, one not held`. */
export function reasonsInWords(all: readonly NotKnown[]): string {
  return [...Map.groupBy(all, ({ why }) => why)]
    .map(([why, lists]) => `${lists.length === 1 ? 'one' : lists.length} ${why}`)
    .join(', ');
}

/** What became of a list, in words; one that is not known to be current is never said to be unchanged. */
export function lookInWords({ source, state }: ListLook, notKnown: readonly NotKnown[]): string {
  if (state !== 'same') return state;
  const doubt = notKnown.find((one) => one.source === source);
  return doubt ? `no new version (${doubt.why})` : 'nothing changed';
}

/** What there is to say of a target without alerts. */
export function quietInWords({ lists, asked }: WatchedTarget, notKnown: readonly NotKnown[]): string {
  if (lists.length === 0) return 'no list could be looked at';
  const counted = (count: number) => `${count} ${count === 1 ? 'list' : 'lists'}`;
  const words = lists.map((list) => ({ list, words: lookInWords(list, notKnown) }));
  const same = words.filter((one) => one.words === 'nothing changed').length;
  const open = words.filter(({ list, words: what }) => list.state === 'same' && what !== 'nothing changed');
  const changed = lists.filter(({ state }) => state === 'changed' || state === 'new').length;
  return [
    ...(changed > 0 ? [`${asked} entries changed on ${counted(changed)}, and none of them matches`] : []),
    ...(same > 0 ? [`nothing changed on ${counted(same)}`] : []),
    ...(open.length > 0 ? [`of ${counted(open.length)} it is not known whether anything changed`] : []),
    ...(lists.some(({ state }) => state === 'not comparable') ? ['some lists cannot be compared'] : []),
  ].join('; ');
}
