import type { Command } from 'commander';
import { openEngine } from '../../engine/index.ts';
import { Fault, type Money, moneyText } from '../../model/index.ts';
import { compareScenarios, type ScenarioColumn } from '../../rehearsal/index.ts';
import { sharedOptions, today, withSharedOptions } from '../shared-options.ts';
import { effectText, styled, textTable, wrap, writeJson } from '../terminal.ts';
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
  const engine = openEngine({
    home: common.home,
    today: today(),
    ...(common.known ? { known: common.known } : {}),
    ...(common.lists ? { lists: common.lists } : {}),
    onWork: (what) => process.stderr.write(`${what}\n`),
  });
  const scenarios = words.map((word) => engine.scenario(word, common.on));
  const portfolios = openPortfolios(engine, options.portfolio);
  const rows = compareScenarios(
    portfolios.flatMap((portfolio) =>
      scenarios.map((scenario) => engine.rehearse(scenario, portfolio, { withoutSensitivity: true })),
    ),
  );
  if (common.json) {
    writeJson(rows);
    return;
  }
  for (const { portfolio, columns } of rows) {
    process.stdout.write(`${styled('bold', portfolio.title)}\n${scenarioTable(columns)}\n`);
  }
  process.stdout.write(
    wrap(
      'Change: assets with which some dealing differs from the world as it is. Barred: assets with which something cannot go on once the scenario has run, those already barred today included. Rehearsals of what has not happened; no legal advice.',
    ),
  );
}

function scenarioTable(columns: readonly ScenarioColumn[]): string {
  return textTable(
    [
      { title: 'Scenario', most: 50 },
      { title: 'Day' },
      { title: 'Change', align: 'right' },
      { title: 'Value that changes', align: 'right' },
      { title: 'Barred', align: 'right' },
      { title: 'Gravest' },
      { title: 'Caught', align: 'right' },
      { title: 'Open', align: 'right' },
      { title: 'Added/dropped', align: 'right' },
    ],
    columns.map((column) => [
      column.title,
      column.on,
      String(column.changed.assets),
      amounts(column.changed.values),
      String(column.barred.assets),
      column.after[0] ? effectText(column.after[0].effect) : 'nothing',
      String(column.caught),
      String(column.undetermined),
      column.against ? `+${column.against.added.length} −${column.against.dropped.length}` : '',
    ]),
  );
}

function amounts(values: readonly Money[]): string {
  return values.length === 0 ? '–' : values.map((value) => moneyText(value, true)).join(' + ');
}
