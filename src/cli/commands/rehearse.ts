import type { Command } from 'commander';
import { canonicalJson, seal } from '../../desk/index.ts';
import { type Engine, recordOfRehearsals, rehearsalReport, supposedBy } from '../../engine/index.ts';
import { Fault, type Portfolio } from '../../model/index.ts';
import { calendarOf, changesCsv } from '../../report/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { rehearsalSummary } from '../rehearsal-summary.ts';
import { onlyKnown, sharedOptions, splitList, today, withSharedOptions } from '../shared-options.ts';
import { readSigningKey } from '../signing-key.ts';
import { writeJson } from '../terminal.ts';
import { writeResult } from '../write-file.ts';

interface Options {
  readonly portfolio?: string[];
  readonly report?: string;
  readonly csv?: string;
  readonly calendar?: string;
  readonly seal?: string;
  readonly sign?: string;
}

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'Rehearses a scenario: what a designation would change for each portfolio, before and after.',
    )
    .argument('<scenario>', 'a scenario that ships (such as hikvision-sdn) or the path of a YAML file')
    .option(
      '--portfolio <word...>',
      'demo portfolio, folder with portfolio.yaml, or file of exports (default: the three demo portfolios)',
    )
    .option('--report <file>', 'write the report as one HTML file')
    .option('--csv <file>', 'write the changes as CSV')
    .option('--calendar <file>', 'write the deadlines as a calendar file (.ics)')
    .option('--seal <file>', 'keep everything as a sealed record that verify can replay')
    .option('--sign <key>', 'sign that record with the private Ed25519 key of this PEM file')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock rehearse hikvision-sdn --portfolio harlow-prairie-school-district --report report.html',
    )
    .action((scenario: string, options: Options) => run(scenario, options, command));
}

function run(word: string, options: Options, command: Command): void {
  const common = sharedOptions(command);
  // A record says by which day its lists were known, so that later lists do not change its replay.
  const known = common.known ?? (options.seal === undefined ? undefined : today());
  const engine = openEngineFor({ ...common, known });
  if (options.sign !== undefined && options.seal === undefined)
    throw new Fault('AS_USAGE', 'There is no record to sign.', { remedy: 'Add --seal FILE.' });
  const key = options.sign === undefined ? undefined : readSigningKey(options.sign);
  const scenario = engine.scenario(word, common.on);
  const portfolios = openPortfolios(engine, options.portfolio);
  const rehearsals = portfolios.map((portfolio) => engine.rehearse(scenario, portfolio));
  if (options.report) writeResult(options.report, rehearsalReport(engine, scenario, rehearsals));
  if (options.csv) writeResult(options.csv, changesCsv(rehearsals));
  if (options.calendar)
    writeResult(
      options.calendar,
      calendarOf(
        scenario.title,
        scenario.on,
        rehearsals.flatMap((rehearsal) => rehearsal.deadlines),
      ),
    );
  if (options.seal)
    writeResult(
      options.seal,
      `${canonicalJson(seal(recordOfRehearsals(engine, scenario, portfolios, rehearsals), key))}\n`,
    );
  if (common.json) {
    const listStandings = engine.listStandings(scenario.on);
    const answers = rehearsals.map((rehearsal) => ({ ...rehearsal, listStandings }));
    writeJson(answers.length === 1 ? answers[0] : answers);
  } else
    process.stdout.write(
      rehearsalSummary(rehearsals, engine.regimeTitle, supposedBy(engine, scenario), onlyKnown(common.known)),
    );
}

/** The portfolios named, or the demo portfolios; what was lost in reading goes to stderr. */
export function openPortfolios(engine: Engine, words: readonly string[] | undefined): Portfolio[] {
  const wanted = words?.flatMap(splitList) ?? engine.casebook.portfolios.map((one) => one.id);
  return wanted.map((word) => {
    const { portfolio, issues } = engine.portfolio(word);
    const lost = issues.filter((issue) => issue.lost);
    // A deadline counted from a day that was read the wrong way round is a wrong deadline.
    const days = issues.filter(({ code, lost: isLost }) => code === 'AS_DAY' && !isLost);
    for (const issue of [...days, ...lost.slice(0, 10)])
      process.stderr.write(`${issue.file ?? word}${issue.line ? `:${issue.line}` : ''}: ${issue.message}\n`);
    if (lost.length > 10)
      process.stderr.write(`… and ${lost.length - 10} more rows that could not be used.\n`);
    return portfolio;
  });
}
