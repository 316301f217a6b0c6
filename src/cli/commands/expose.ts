import type { Command } from 'commander';
import { openEngine } from '../../engine/index.ts';
import { expose } from '../../exposure/index.ts';
import { type Finding, gravity, moneyText, sumMoney } from '../../model/index.ts';
import { commonOptions, today, withCommonOptions } from '../common-options.ts';
import { effectText, styled, textTable, wrap, writeJson } from '../terminal.ts';
import { openPortfolios } from './rehearse.ts';

export function define(command: Command): void {
  withCommonOptions(command)
    .description(
      'Findings of a portfolio: what the lists and the law say of the user’s own things, with the path to each listing.',
    )
    .argument('<portfolio>', 'demo portfolio, folder with portfolio.yaml, or file of exports')
    .option('--fail-on <effect>', 'exit with 3 where a finding has this effect or a graver one')
    .addHelpText('after', '\nExample:\n  aftershock expose marrow-creek-systems --on 2022-06-01')
    .action((word: string, options: { failOn?: string }) => run(word, options, command));
}

function run(word: string, options: { failOn?: string }, command: Command): void {
  const common = commonOptions(command);
  const engine = openEngine({
    home: common.home,
    today: today(),
    ...(common.known ? { known: common.known } : {}),
    ...(common.lists ? { lists: common.lists } : {}),
    onWork: (what) => process.stderr.write(`${what}\n`),
  });
  const portfolio = openPortfolios(engine, [word])[0]!;
  const on = common.on ?? engine.today;
  const touched = engine.touched(portfolio);
  const findings = expose(portfolio, touched, engine.world().ask, on);
  if (common.json)
    writeJson({
      portfolio: portfolio.title,
      on,
      known: engine.known,
      register: engine.register.hash,
      findings,
    });
  else process.stdout.write(text(portfolio.title, on, portfolio.assets.length, findings, engine.regimeTitle));
  if (
    options.failOn !== undefined &&
    findings.some((finding) => gravity(finding.effect) >= gravity(options.failOn as Finding['effect']))
  )
    process.exitCode = 3;
}

function text(
  title: string,
  on: string,
  assets: number,
  findings: readonly Finding[],
  regimeTitle: (id: string) => string,
): string {
  const groups = new Map<
    string,
    { finding: Finding; count: number; values: NonNullable<Finding['value']>[] }
  >();
  for (const finding of findings) {
    const what =
      finding.assetKind === 'device' ? (finding.touch.path[0]?.from ?? finding.label) : finding.label;
    const key = JSON.stringify([
      what,
      finding.activity,
      finding.effect,
      finding.touch.party,
      finding.touch.confidence,
    ]);
    const group = groups.get(key) ?? { finding: { ...finding, label: what }, count: 0, values: [] };
    group.count += finding.count;
    if (finding.value) group.values.push(finding.value);
    groups.set(key, group);
  }
  const rows = [...groups.values()].map(({ finding, count, values }) => {
    const provision = finding.answer.provisions[0];
    return [
      effectText(finding.effect),
      finding.label,
      finding.activity,
      String(count),
      sumMoney(values)
        .map((value) => moneyText(value, true))
        .join(' + '),
      finding.touch.confidence,
      provision ? `${regimeTitle(provision.regime)}: ${provision.citation}` : '',
    ];
  });
  const touchedAssets = new Set(findings.map((finding) => finding.asset)).size;
  return [
    `${styled('bold', title)} on ${on}: ${touchedAssets} of ${assets} assets touch a party known here.\n\n`,
    textTable(
      [
        { title: 'Effect' },
        { title: 'What', most: 40 },
        { title: 'Dealing' },
        { title: 'Items', align: 'right' },
        { title: 'Value', align: 'right' },
        { title: 'Match' },
        { title: 'Rule', most: 60 },
      ],
      rows,
    ),
    '\n',
    wrap('Possible matches, no verdict; what is not here is not cleared.'),
  ].join('');
}
