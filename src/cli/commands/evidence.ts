import type { Command } from 'commander';
import { engineVersion } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import {
  evidenceForm,
  evidencePack,
  evidencePackCsv,
  evidencePackForms,
  evidencePackPage,
} from '../../report/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { askedDay, onlyKnown, sharedOptions, withSharedOptions } from '../shared-options.ts';
import { writeJson } from '../terminal.ts';
import { writeResult } from '../write-file.ts';

interface Options {
  readonly for?: string;
  readonly out?: string;
  readonly csv?: string;
}

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'The evidence for a representation or attestation: what was looked at, what was found, what could not be decided, what was not looked at. A draft for a person to sign, never a certificate.',
    )
    .argument('<portfolio>', 'demo portfolio, folder with portfolio.yaml, or file or folder of exports')
    .requiredOption('--for <form>', evidencePackForms.map(({ id }) => id).join(', '))
    .option('--out <file>', 'write the pack as one HTML file that prints')
    .option('--csv <file>', 'write every asset that was found or is open as a line of a table')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock evidence marrow-creek-systems --for far-52.204-24 --on 2022-06-01 --out pack.html --csv pack.csv',
    )
    .action((word: string, options: Options) => run(word, options, command));
}

function run(word: string, options: Options, command: Command): void {
  const common = sharedOptions(command);
  const form = evidenceForm(options.for ?? '');
  if (options.out === undefined && options.csv === undefined && !common.json) {
    throw new Fault('AS_USAGE', 'Nothing says where the pack goes.', {
      remedy: 'Give --out FILE.html, --csv FILE or --json.',
    });
  }
  const engine = openEngineFor(common);
  const { portfolio, issues } = engine.portfolio(word);
  if (portfolio.assets.length === 0) {
    throw new Fault('AS_FILE_EMPTY', 'There is nothing in it to look at.', {
      place: { file: word },
      remedy: 'Check the export; see docs/portfolios.md for what is recognised.',
    });
  }
  const input = {
    form: form.id,
    portfolio,
    issues,
    touched: engine.touched(portfolio),
    knowledge: engine.knowledge(portfolio),
    ask: engine.world().ask,
    on: askedDay(common),
    known: engine.known,
    versions: engine.versions,
    register: engine.register.hash,
    engine: engineVersion,
  };
  if (options.out !== undefined) writeResult(options.out, evidencePackPage(input));
  if (options.csv !== undefined) writeResult(options.csv, evidencePackCsv(input));
  const pack = evidencePack(input);
  if (common.json) {
    writeJson({
      ...pack,
      on: input.on,
      known: input.known,
      register: input.register,
      engine: input.engine,
      files: portfolio.files,
      lists: input.versions,
    });
    return;
  }
  for (const { question, looked, found, open, applies } of pack.results) {
    process.stdout.write(
      applies
        ? `${question.paragraph}: ${found} found, ${open} not decided, of ${looked} looked at\n`
        : `${question.paragraph}: applies from ${question.from}\n`,
    );
  }
  const said = onlyKnown(common.known);
  process.stdout.write(
    `${said}${said === '' ? '' : ' '}A draft for a person to check and sign; what is not in it is not cleared.\n`,
  );
}
