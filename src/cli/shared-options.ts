import type { Command } from 'commander';
import { type Day, Fault, parseDay } from '../model/index.ts';

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
    .option('--on <day>', 'the legal day the question is about, such as 2022-06-01 (default: today)')
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
    ...(given.known === undefined ? {} : { known: parseDay(given.known, { field: '--known' }) }),
    ...(given.lists === undefined ? {} : { lists: splitList(given.lists) }),
    ...(given.require === undefined ? {} : { require: splitList(given.require) }),
    json: given.json === true,
  };
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
