import type { Command } from 'commander';
import { engineVersion } from '../../engine/index.ts';
import { dayInWords, Fault } from '../../model/index.ts';
import { compareScenarios, type ScenarioColumn } from '../../rehearsal/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { onlyKnown, sharedOptions, withSharedOptions } from '../shared-options.ts';
import { styled, textTable, wrap, writeJson } from '../terminal.ts';
import { openPortfolios } from './rehearse.ts';

export function define(command: Command): void {
  withSharedOptions(command)
    .description('Rehearses several scenarios on the same portfolios and sets the results side by side.')
    .argument('<scenario...>', 'scenarios that ship, or paths of YAML files, in the order to compare')
    .option(
      '--portfolio <word...>',
      'demo portfolio, folder with portfolio.yaml, or file of exports (default: the three demo portfolios)',
    )
    .addHelpText(
      'after',
      '\nExample:\n  aftershock compare-scenarios hikvision-sdn ladder-6-sdn ladder-7-sdn-with-allies --portfolio alder-row-fund',
    )
    .action((scenarios: string[], options: { portfolio?: string[] }) => run(scenarios, options, command));
}

function run(words: readonly string[], options: { portfolio?: string[] }, command: Command): void {
  if (words.length < 2) {
    throw new Fault('AS_USAGE', 'One scenario cannot be compared.', {
      remedy: 'Name two or more; for one, use rehearse.',
    });
  }
  const common = sharedOptions(command);
  const engine = openEngineFor(common);
  const scenarios = words.map((word) => engine.scenario(word, common.on));
  const portfolios = openPortfolios(engine, options.portfolio);
  const rows = compareScenarios(
    portfolios.flatMap((portfolio) =>
      scenarios.map((scenario) => engine.rehearse(scenario, portfolio, { withoutSensitivity: true })),
    ),
  );
  if (common.json) {
    // Of scenarios of several days the lists are judged as of today.
    const days = [...new Set(rows.flatMap(({ columns }) => columns.map(({ on }) => on)))];
    const listStandings = engine.listStandings(days.length === 1 ? days[0] : undefined);
    writeJson(
      rows.map((row) => ({
        ...row,
        known: engine.known,
        register: engine.register.hash,
        engine: engineVersion,
        listStandings,
      })),
    );
    return;
  }
  for (const { portfolio, columns } of rows) {
    const days = new Set(columns.map(({ on }) => on));
    const day = days.size === 1 ? `, on ${dayInWords([...days][0]!)}` : '';
    process.stdout.write(`${styled('bold', portfolio.title)}${day}\n${scenarioTable(columns)}\n`);
  }
  process.stdout.write(wrap(`${legend} ${onlyKnown(common.known)}`.trim()));
}

const legend =
  'Assets are counted, each once. Barred: something cannot go on with them once the scenario has run, whatever barred it, the lists of today included; blocked are those whose property is frozen. Open: dealings that a missing fact leaves undetermined. Caught: parties that ownership reaches anew. Then how many assets become stricter or freer than under the row before, and than in the world as it is. Rehearsals of what has not happened; no legal advice.';

function scenarioTable(columns: readonly ScenarioColumn[]): string {
  const days = new Set(columns.map(({ on }) => on));
  return textTable(
    [
      { title: 'Scenario', most: 60 },
      // One day for all is said above the table.
      ...(days.size > 1 ? [{ title: 'Day' }] : []),
      { title: 'Barred', align: 'right' },
      { title: 'blocked', align: 'right' },
      { title: 'Open', align: 'right' },
      { title: 'Caught', align: 'right' },
      { title: 'Than the row before', align: 'right' },
      { title: 'Than today', align: 'right' },
    ],
    columns.map((column) => [
      column.title,
      ...(days.size > 1 ? [column.on] : []),
      String(column.barred.assets),
      String(column.after.find(({ effect }) => effect === 'blocked')?.assets ?? 0),
      String(column.undetermined),
      String(column.caught),
      column.against ? moved(column.against.stricter.length, column.against.freer.length) : '',
      moved(column.stricter, column.freer),
    ]),
  );
}

function moved(stricter: number, freer: number): string {
  const words = [...(stricter > 0 ? [`${stricter} stricter`] : []), ...(freer > 0 ? [`${freer} freer`] : [])];
  return words.length === 0 ? 'the same' : words.join(', ');
}
