import {
  checkNamedLists,
  isPartial,
  type ListStanding,
  openArchive,
  requireLists,
  type StandingsInBrief,
  standingDay,
  standingsFor,
  standingsInBrief,
} from '../archive/index.ts';
import { type Day, dayInWords } from '../model/index.ts';
import { namesList } from '../sources/index.ts';
import { today } from './shared-options.ts';
import { warningLine } from './terminal.ts';

export interface ListQuestion {
  readonly home: string;
  /** The day asked about, where it is one for the whole command. */
  readonly on?: Day | undefined;
  readonly known?: Day | undefined;
  /** Only these lists are used. */
  readonly lists?: readonly string[] | undefined;
  /** Lists without which there is to be no answer. */
  readonly require?: readonly string[] | undefined;
}

/**
 * Says on stderr how the lists that an answer rests on stand: which are stale, stand in for a refused version, or are not
 * held; and gives the same for the answer. Throws `AS_LIST_MISSING` or `AS_LIST_STALE` for one that is required, and
 * `AS_UNKNOWN_WORD` for one that there is not.
 */
export function noteLists({ home, on, known, lists, require }: ListQuestion): StandingsInBrief {
  const question = { archive: openArchive(home), today: today(), on, known };
  const all = standingsFor(question);
  requireLists(all, require ?? []);
  checkNamedLists(question.archive, lists ?? []);
  const used = all.filter(({ source }) => lists === undefined || namesList(lists, source));
  const noted = all.filter((standing) => used.includes(standing) || require?.includes(standing.source));
  if (all.every(({ live }) => live === undefined)) {
    process.stderr.write(
      `No official list is held in ${home}: this is the casebook alone. Bring the lists with "aftershock update".\n`,
    );
  }
  for (const note of notesOn(noted)) process.stderr.write(warningLine(note));
  return standingsInBrief(used, standingDay(question));
}

/** The same in words, a sentence or two each; nothing where all is held and fresh, or no list is held at all. */
export function notesOn(standings: readonly ListStanding[]): string[] {
  const held = standings.filter(({ live }) => live !== undefined);
  if (held.length === 0) return [];
  const notes: string[] = [];
  const stale = held.filter(({ state }) => state === 'stale');
  if (stale.length > 0) {
    notes.push(
      `Stale, so that what was added or taken off since is not known: ${stale.map(withDay).join(', ')}.`,
    );
  }
  const refused = held.filter(({ refusals }) => refusals.length > 0);
  if (refused.length > 0) {
    notes.push(`A later version was refused; standing in: ${refused.map(withDay).join(', ')}.`);
  }
  const partial = held.filter(({ live }) => isPartial(live!));
  if (partial.length > 0) {
    const ids = partial.map(({ source }) => source).join(', ');
    notes.push(`Held in part only, so that who is not found may still be on them: ${ids}.`);
  }
  const missing = standings.filter(({ live, extra }) => live === undefined && !extra);
  if (missing.length > 0) notes.push(`Not held, and so not searched: ${someOf(missing)}.`);
  return notes;
}

const mostNamed = 8;

function someOf(standings: readonly ListStanding[]): string {
  const named = standings.slice(0, mostNamed).map(({ source }) => source);
  const more = standings.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more ("aftershock lists" names them)` : '');
}

function withDay({ source, live }: ListStanding): string {
  return `${source} (${dayInWords(live!.published)})`;
}
