import type { Command } from 'commander';
import { type Day, dayInWords, Fault, parseDay } from '../model/index.ts';

/** Options that mean the same everywhere. */
export interface SharedOptions {
  readonly home: string;
  readonly on?: Day;
  readonly known?: Day;
  readonly lists?: readonly string[];
  readonly require?: readonly string[];
  readonly json: boolean;
}

/** Adds `--on`, `--known`, `--lists`, `--require` and `--json` with their one meaning. */
export function withSharedOptions(command: Command): Command {
  return command
    .option(
      '--on <day>',
      'the legal day the question is about, such as 2022-06-01 (default: that of --known, else today)',
    )
    .option('--known <day>', 'what had been published by then counts (default: all that is held)')
    .option('--lists <ids>', 'only these lists, with commas between')
    .option('--require <ids>', 'fail when one of these lists is not held or stale')
    .option('--json', 'the result as JSON on stdout');
}

/** The common options as given; days are checked. */
export function sharedOptions(command: Command): SharedOptions {
  const given: {
    home?: string;
    on?: string;
    known?: string;
    lists?: string;
    require?: string;
    json?: boolean;
  } = command.optsWithGlobals();
  return {
    home: given.home ?? '.aftershock',
    ...(given.on === undefined ? {} : { on: parseDay(given.on, { field: '--on' }) }),
    ...(given.known === undefined ? {} : { known: knownDay(given.known) }),
    ...(given.lists === undefined ? {} : { lists: splitList(given.lists) }),
    ...(given.require === undefined ? {} : { require: splitList(given.require) }),
    json: given.json === true,
  };
}

/** A day of knowledge. Throws `AS_DAY` for one that has not come: what will have been published by then is not known. */
function knownDay(text: string): Day {
  const known = parseDay(text, { field: '--known' });
  if (known <= today()) return known;
  throw new Fault('AS_DAY', `Nothing is known yet on ${known}; today is ${today()}.`, {
    place: { field: '--known' },
    remedy: 'Give a day up to today, or leave it out; --on may lie ahead.',
  });
}

/** The day that a question is about: a question about what was known on a past day is about that day unless it says another. */
export function askedDay({ on, known }: Pick<SharedOptions, 'on' | 'known'>): Day {
  return on ?? known ?? today();
}

/** A sentence for every answer in words that leaves out what was published since; nothing where all that is held counts. */
export function onlyKnown(known: Day | undefined): string {
  return known === undefined ? '' : `Only what had been published by ${dayInWords(known)} counts.`;
}

/** `a, b` as a list. Throws `AS_USAGE` for an empty one. */
export function splitList(text: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0)
    throw new Fault('AS_USAGE', 'The list is empty.', { remedy: 'Write ids with commas between.' });
  return parts;
}

/** Today as a calendar day in UTC. The only clock of the command line. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10) as Day;
}
