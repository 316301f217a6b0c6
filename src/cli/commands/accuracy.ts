import type { Command } from 'commander';
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
import { numberOption } from '../number-option.ts';
import { openEngineFor } from '../open-engine.ts';
import { readEntities } from '../read-entities.ts';
import { type SharedOptions, sharedOptions, today, withSharedOptions } from '../shared-options.ts';
import { writeJson } from '../terminal.ts';
import { writeResult } from '../write-file.ts';

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
  const count = { least: 0, most: 2 ** 31 - 1, whole: true };
  const threshold = numberOption(options.threshold, '--threshold', { least: 0, most: 1 });
  const parties = options.entities === undefined ? heldParties(common) : readEntities(options.entities);
  const matcher = settings ? NameMatcher.of(parties, settings) : new OfacLikeMatcher(parties);
  const report = measureAccuracy(matcher, parties, {
    perCategory: numberOption(options.sample, '--sample', count)!,
    cleanNames: numberOption(options.clean, '--clean', count)!,
    seed: numberOption(options.seed, '--seed', count)!,
    ...(threshold === undefined ? {} : { threshold }),
    onProgress: (category) => process.stderr.write(`trying: ${category}\n`),
  });
  if (options.out) {
    const title = 'Accuracy of the name engine on the lists held';
    const about = [matcher.settings.summary, `Seed ${options.seed}; ${today()}.`];
    const lower = options.out.toLowerCase();
    writeResult(
      options.out,
      lower.endsWith('.csv')
        ? `${reportCells(report)
            .map((cells) => csvLine(cells))
            .join('\r\n')}\r\n`
        : lower.endsWith('.json')
          ? `${JSON.stringify(report, null, 2)}\n`
          : reportPage(report, { title, about }),
    );
  }
  if (common.json) writeJson(report);
  else process.stdout.write(reportTable(report));
}

function heldParties(common: SharedOptions): ListedParty[] {
  return [...openEngineFor(common).register.parties()].map(listedParty);
}
