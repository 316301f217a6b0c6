import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../../archive/storage/durable-file.ts';
import { rehearsalReport, reportFolder, supposedBy } from '../../engine/index.ts';
import { calendarOf, changesCsv } from '../../report/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { rehearsalSummary } from '../rehearsal-summary.ts';
import { sharedOptions } from '../shared-options.ts';
import { openPortfolios } from './rehearse.ts';

/** The main question of the product: the scenario that `npm start` rehearses. */
const mainScenario = 'hikvision-sdn';

export function define(command: Command): void {
  command
    .description(
      'Rehearses Hikvision on the SDN list for the three demo portfolios, writes the report, and serves the pages on this machine.',
    )
    .option('--no-serve', 'write the report and stop')
    .option('--port <number>', 'port of the pages; another is taken where it is not free', '7117')
    .addHelpText('after', '\nExample:\n  aftershock start --no-serve')
    .action((options: { serve: boolean; port: string }) => run(options, command));
}

async function run(options: { serve: boolean; port: string }, command: Command): Promise<void> {
  const { home } = sharedOptions(command);
  const engine = openEngineFor({ home, outlivesToday: options.serve });
  const scenario = engine.scenario(mainScenario);
  const rehearsals = openPortfolios(engine, undefined).map((portfolio) =>
    engine.rehearse(scenario, portfolio),
  );
  process.stdout.write(rehearsalSummary(rehearsals, engine.regimeTitle, supposedBy(engine, scenario)));

  const folder = reportFolder(home);
  makeFolder(folder);
  const files = {
    [`${mainScenario}.html`]: rehearsalReport(engine, scenario, rehearsals),
    [`${mainScenario}.json`]: `${JSON.stringify(rehearsals, null, 2)}\n`,
    [`${mainScenario}.csv`]: changesCsv(rehearsals),
    [`${mainScenario}.ics`]: calendarOf(
      scenario.title,
      scenario.on,
      rehearsals.flatMap((rehearsal) => rehearsal.deadlines),
    ),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  process.stdout.write(
    `\nReport: ${join(folder, `${mainScenario}.html`)} (beside it .json, .csv and .ics)\n`,
  );
  if (engine.versions.length === 0)
    process.stdout.write('Used: the casebook alone. “aftershock update” brings the full official lists.\n');
  if (!options.serve) return;
  const { serve } = await import('../serve.ts');
  return serve(engine, folder, Number(options.port));
}
