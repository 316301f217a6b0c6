import type { Command } from 'commander';
import { loadCasebook } from '../../casebook/index.ts';
import { stamped } from '../../engine/index.ts';
import { checkLaw, type LawConcern, ladder, type MatrixRow, matrix } from '../../law/index.ts';
import { type Day, dayInWords, Fault, unknownStart } from '../../model/index.ts';
import { actorOption } from '../actor-option.ts';
import { openEngineFor } from '../open-engine.ts';
import { askedDay, onlyKnown, sharedOptions, withSharedOptions } from '../shared-options.ts';
import { effectText, wrap, writeJson } from '../terminal.ts';
import { regimeText } from './law/regime-text.ts';

interface Options {
  readonly check?: boolean;
  readonly matrix?: string;
  readonly ladder?: string;
  readonly as?: string;
  readonly jurisdiction?: string;
}

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'The regimes and their provisions; what they make of a party; what of them is due for a look.',
    )
    .argument('[regime]', 'a regime, such as us-bis-entity-list')
    .option('--check', 'provisions past their review day, facts not verified, rules whose fate is not known')
    .option('--matrix <party>', 'one party under every regime, with the effect on the usual activities')
    .option('--ladder <party>', 'regimes from mild to grave, with what each would add')
    .option('--as <roles>', 'who asks (commas between; default: us-person)')
    .option('--jurisdiction <codes>', 'of the actor (default: as the roles say, else us)')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock law --matrix Hikvision --as "federal contractor" --on 2021-01-01',
    )
    .action((regime: string | undefined, options: Options) => run(regime, options, command));
}

function run(id: string | undefined, options: Options, command: Command): void {
  const common = sharedOptions(command);
  const on = askedDay(common);
  const party = options.matrix ?? options.ladder;
  // What the law says rests on no list; only what it makes of a party does.
  const { regimes } = loadCasebook();
  if (options.check) {
    const concerns = checkLaw(regimes, on);
    if (common.json) writeJson(concerns);
    else process.stdout.write(concernsText(concerns));
    return;
  }
  if (party !== undefined) {
    const engine = openEngineFor(common);
    const world = engine.world();
    const input = {
      book: world.book,
      standing: world.standing(engine.resolve(party), on),
      actor: actorOption(options.as ?? 'us-person', options.jurisdiction),
      on,
    };
    const about = { party: input.standing.party, name: input.standing.name };
    const known = common.known === undefined ? '' : `\n${onlyKnown(common.known)}\n`;
    if (options.ladder !== undefined) {
      const steps = ladder(input);
      if (common.json) writeJson(stamped(engine, { ...about, ladder: steps }, on));
      else process.stdout.write(ladderText(steps, about.name, on) + known);
    } else {
      const rows = matrix(input);
      if (common.json) writeJson(stamped(engine, { ...about, matrix: rows }, on));
      else process.stdout.write(matrixText(rows, about.name, on) + known);
    }
    return;
  }
  if (id === undefined) {
    show(common.json, regimes, (all) =>
      all.map((one) => `${one.id.padEnd(26)} ${one.short}: ${one.name}\n`).join(''),
    );
    return;
  }
  const regime = regimes.find((one) => one.id === id);
  if (!regime)
    throw new Fault('AS_UNKNOWN_REGIME', `There is no regime “${id}”.`, {
      remedy: '`aftershock law` shows all.',
    });
  show(common.json, regime, regimeText);
}

function show<T>(json: boolean, value: T, text: (value: T) => string): void {
  if (json) writeJson(value);
  else process.stdout.write(text(value));
}

function concernsText(concerns: readonly LawConcern[]): string {
  const groups = Map.groupBy(concerns, (concern) => concern.what);
  const lines: string[] = [];
  for (const [what, list] of groups) {
    lines.push(`${what} (${list.length})`);
    for (const concern of list) lines.push(`  ${concern.regime} ${concern.where}: ${concern.text}`);
  }
  return lines.length === 0 ? 'Nothing is due.\n' : `${lines.join('\n')}\n`;
}

function matrixText(rows: ReturnType<typeof matrix>, name: string, on: Day): string {
  const lines = [`${name} on ${dayInWords(on)}`];
  for (const row of rows) {
    if (row.standing === 'not listed') continue;
    lines.push(
      '',
      `${row.short}${row.jurisdiction === '' ? '' : ` (${row.jurisdiction})`}: ${row.standing}${periodText(row)}`,
    );
    for (const cell of row.cells)
      lines.push(
        `  ${cell.activity.padEnd(26)} ${effectText(cell.effect)}${cell.policy ? ` (${cell.policy})` : ''}`,
      );
  }
  const clear = rows.filter((row) => row.standing === 'not listed').map((row) => row.short);
  const rest = wrap(`Not listed on: ${clear.join(', ')}. That is no clearance.`);
  return `${lines.join('\n')}\n\n${rest}`;
}

function periodText({ standing, since, seen, absent, until }: MatrixRow): string {
  const end = until === undefined ? '' : ` until ${until}`;
  if (since !== undefined) return `${standing === 'listed later' ? ', from' : ' since'} ${since}${end}`;
  return seen === undefined ? end : ` (${unknownStart({ seen, absent }, (day) => day)})${end}`;
}

function ladderText(steps: ReturnType<typeof ladder>, name: string, on: Day): string {
  const about = wrap(
    `${name} on ${dayInWords(on)}: the regimes from mild to grave, and what being put on each would add to how it stands. The number before a regime is its severity, a judgement and not law.`,
  );
  const rungs = steps
    .map((step) => {
      const adds = step.adds.map((one) => `    ${one.activity}: ${one.before} → ${one.after}\n`).join('');
      const note = step.present ? ' (stands on it)' : adds === '' ? ' (adds nothing for this actor)' : '';
      return `${String(step.weight).padStart(3)}  ${step.short} (${step.jurisdiction})${note}\n${adds}`;
    })
    .join('');
  return `${about}\n${rungs}`;
}
