import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { openEngine } from '../../engine/index.ts';
import { csvLine } from '../../formats/index.ts';
import {
  type ListedParty,
  listedParty,
  measureAccuracy,
  NameMatcher,
  OfacLikeMatcher,
  presets,
  reportCells,
  reportPage,
  reportTable,
} from '../../match/index.ts';
import { Fault } from '../../model/index.ts';
import { readEntities } from '../read-entities.ts';
import { sharedOptions, today, withSharedOptions } from '../shared-options.ts';
import { writeJson } from '../terminal.ts';

interface Options {
  readonly entities?: string;
  readonly preset: string;
  readonly sample: string;
  readonly clean: string;
  readonly seed: string;
  readonly threshold?: string;
  readonly out?: string;
}

/** Not a preset of our engine but an imitation of another rule. */
const ofacLike = 'ofac-like';

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'Tries variations of the listed names and names of others against the name engine, and reports what was found: for examiners.',
    )
    .option('--entities <file>', 'parties from a JSONL file instead of the lists held')
    .option('--preset <id>', `settings: ${[...presets.map(({ id }) => id), ofacLike].join(', ')}`, 'standard')
    .option('--sample <count>', 'tries for each variation; 0 tries every listed name', '500')
    .option('--clean <count>', 'names of unlisted people', '10000')
    .option('--seed <number>', 'start of the random choices; the same seed gives the same report', '1')
    .option('--threshold <score>', 'threshold to try (default: that of the settings)')
    .option('--out <file>', 'report as .html, .csv or .json')
    .addHelpText('after', '\nExample:\n  aftershock accuracy --out accuracy.html')
    .action((options: Options, self: Command) => run(options, self));
}

function run(options: Options, command: Command): void {
  const settings = presets.find(({ id }) => id === options.preset);
  if (!settings && options.preset !== ofacLike) {
    throw new Fault('AS_UNKNOWN_WORD', `There is no preset "${options.preset}".`, {
      remedy: `Choose one of: ${[...presets.map(({ id }) => id), ofacLike].join(', ')}.`,
    });
  }
  const common = sharedOptions(command);
  const parties =
    options.entities === undefined ? heldParties(common.home, common.lists) : readEntities(options.entities);
  const matcher = settings ? NameMatcher.of(parties, settings) : new OfacLikeMatcher(parties);
  const report = measureAccuracy(matcher, parties, {
    perCategory: whole(options.sample, '--sample'),
    cleanNames: whole(options.clean, '--clean'),
    seed: whole(options.seed, '--seed'),
    ...(options.threshold === undefined ? {} : { threshold: Number(options.threshold) }),
    onProgress: (category) => process.stderr.write(`trying: ${category}\n`),
  });
  if (options.out) {
    const title = 'Accuracy of the name engine on the lists held';
    const about = [matcher.settings.summary, `Seed ${options.seed}; ${today()}.`];
    const lower = options.out.toLowerCase();
    writeFileSync(
      options.out,
      lower.endsWith('.csv')
        ? `${reportCells(report)
            .map((cells) => csvLine(cells))
            .join('\r\n')}\r\n`
        : lower.endsWith('.json')
          ? `${JSON.stringify(report, null, 2)}\n`
          : reportPage(report, { title, about }),
    );
    process.stderr.write(`Written to ${options.out}.\n`);
  }
  if (common.json) writeJson(report);
  else process.stdout.write(reportTable(report));
}

function heldParties(home: string, lists: readonly string[] | undefined): ListedParty[] {
  const { register } = openEngine({ home, today: today(), ...(lists === undefined ? {} : { lists }) });
  return [...register.parties()].map(listedParty);
}

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Fault('AS_USAGE', `${name} is "${text}".`, { remedy: 'Give a whole number.' });
  }
  return value;
}
