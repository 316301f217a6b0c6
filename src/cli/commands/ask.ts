import type { Command } from 'commander';
import { type Engine, type Namesake, stamped, withNamesakes, worldUnder } from '../../engine/index.ts';
import type { NamedQuestion } from '../../exposure/index.ts';
import { type Answer, type Day, Fault, parseDay } from '../../model/index.ts';
import { answerLines, type GivenLine } from '../answer-lines.ts';
import { openEngineFor } from '../open-engine.ts';
import { askedDay, onlyKnown, sharedOptions, splitList, withSharedOptions } from '../shared-options.ts';
import { effectText, prose, writeJson } from '../terminal.ts';

interface Options {
  readonly as?: string;
  readonly jurisdiction?: string;
  readonly activity?: string;
  readonly party?: string;
  readonly item?: string;
  readonly eccn?: string;
  readonly origin?: string;
  readonly maker?: string;
  readonly fact?: string[];
  readonly assume?: string[];
  readonly in?: string;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
}

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'May this actor do this with this party on this day? With provision, citation and what is missing.',
    )
    .option('--as <roles>', 'who asks, such as exporter or "federal contractor" (commas between)')
    .option('--jurisdiction <codes>', 'of the actor, such as us or de (default: us)')
    .option('--activity <word>', 'what is done, such as buy, export or "sell securities"')
    .option('--party <name>', 'with whom: a name, alias, identifier or id')
    .option('--item <text>', 'what is dealt in, such as "network camera"')
    .option('--eccn <number>', 'its export control number, EAR99, or "not subject to the EAR"')
    .option('--origin <country>', 'its country of origin')
    .option('--maker <name>', 'who made it, where that is not the party')
    .option('--fact <key=value...>', 'further facts, such as "purpose=public safety"')
    .option(
      '--assume <party:regime:day...>',
      'a supposed listing, such as hikvision:us-ofac-sdn-glomag:2022-06-01',
    )
    .option('--explain', 'all reasons, also of what does not apply')
    .option('--in <file>', 'questions as JSON lines from a file')
    .option('--jsonl', 'questions as JSON lines from standard input or --in, answers as JSON lines')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock ask --as exporter --activity export --party Hikvision --on 2020-01-01 --item "integrated circuit" --eccn EAR99' +
        '\n\nAll words are in docs/law-vocabulary.md.',
    )
    .action((options: Options) => run(options, command));
}

async function run(options: Options, command: Command): Promise<void> {
  const common = sharedOptions(command);
  const engine = openEngineFor(common);
  if (options.jsonl || options.in !== undefined) {
    const day = askedDay(common);
    return answerLines(options.in, (given) => answerOf(engine, given, day));
  }
  const question = questionOf(options, askedDay(common));
  const world = worldUnder(engine, (options.assume ?? []).map(assumedListing));
  // A single question with a name that nobody knows is a slip of the pen; a file of them is answered line by line.
  engine.resolve(question.counterparty ?? '');
  const answer = withNamesakes(engine, world.askNamed(question), question.counterparty, question.on);
  if (common.json) writeJson(stamped(engine, answer, question.on));
  else process.stdout.write(written(answer, options.explain === true, onlyKnown(common.known)));
}

function questionOf(options: Options, on: Day): NamedQuestion & { readonly on: Day } {
  if (options.activity === undefined || options.party === undefined) {
    throw new Fault('AS_USAGE', 'An activity and a party are needed.', {
      remedy: 'Give --activity and --party, or questions with --jsonl.',
    });
  }
  const facts: Record<string, string> = {};
  for (const text of options.fact ?? []) {
    const at = text.indexOf('=');
    if (at < 1)
      throw new Fault('AS_USAGE', `“${text}” is no fact.`, {
        remedy: 'Write --fact "purpose=public safety".',
      });
    facts[text.slice(0, at)] = text.slice(at + 1);
  }
  return {
    on,
    actor: {
      roles: options.as === undefined ? [] : splitList(options.as),
      jurisdictions: options.jurisdiction === undefined ? [] : splitList(options.jurisdiction),
    },
    activity: options.activity,
    counterparty: options.party,
    item: { description: options.item, eccn: options.eccn, origin: options.origin, maker: options.maker },
    facts,
  };
}

function assumedListing(text: string): unknown {
  // The id of a list's entry has a colon of its own.
  const [, party, regime, from] = /^(.+):([^:]+):([^:]+)$/.exec(text) ?? [];
  if (!party || !regime || !from) {
    throw new Fault('AS_USAGE', `“${text}” is no assumed listing.`, {
      remedy: 'Write --assume hikvision:us-ofac-sdn-glomag:2022-06-01.',
    });
  }
  return { party, regime, from: parseDay(from, { field: '--assume' }) };
}

/** The answer of one line of many; `id` is given back. */
function answerOf(engine: Engine, given: GivenLine, day: Day): unknown {
  // Checked by the schema of a question when it is asked.
  const question = { on: day, ...given } as NamedQuestion & { on: Day };
  const { counterparty } = question;
  const answer = withNamesakes(
    engine,
    worldUnder(engine, given['assume']).askNamed(question),
    counterparty,
    question.on,
  );
  const notices = [...(answer.notices ?? [])];
  if (given['known'] !== undefined && given['known'] !== engine.known)
    notices.push(
      `The field "known" was not used: what was published by ${engine.known} counts, by --known of the command.`,
    );
  const told = notices.length === 0 ? answer : { ...answer, notices };
  return { id: given['id'] ?? null, ...stamped(engine, told, question.on) };
}

/** The rules behind the one that leads, by name. */
function alsoApplies({ provisions }: Answer): string {
  const [lead, ...others] = provisions.map(({ effect, regime }) => `${effectText(effect)} (${regime})`);
  const said = [...new Set(others)].filter((text) => text !== lead);
  return said.length === 0 ? '' : `Also: ${said.join('; ')}. --explain gives every rule and reason.`;
}

const mostNamed = 10;

/** Whom the answer is not about, though it may be the same party: what one entry leaves free another may bar. */
function others(namesakes: readonly Namesake[]): string[] {
  const lists = [...new Set(namesakes.flatMap(({ listedOn }) => listedOn))].sort().join(', ');
  const left = namesakes.length - mostNamed;
  return [
    prose(
      `Listed under this name or one like it (on ${lists}), kept apart, and maybe the same party; what was said is about none of them:`,
    ),
    ...namesakes
      .slice(0, mostNamed)
      .map(({ caption, party, listedOn }) =>
        prose(`${caption} (${party}), ${listedOn.join(', ')}`, '  ', '    '),
      ),
    ...(left > 0 ? [`  and ${left} more; --json names them all`] : []),
  ];
}

function written(answer: ReturnType<typeof withNamesakes>, explain: boolean, known: string): string {
  const lines = [
    `${effectText(answer.effect)}${answer.policy ? ` (${answer.policy})` : ''}`,
    '',
    prose(answer.plain),
    ...(known === '' ? [] : ['', prose(known)]),
  ];
  const also = alsoApplies(answer);
  if (!explain && also !== '') lines.push('', prose(also));
  if (explain) {
    for (const applied of answer.provisions) {
      lines.push('', `${effectText(applied.effect)}  ${applied.regime} / ${applied.provision}`);
      for (const text of [applied.because, `${applied.citation} [${applied.verified}]`])
        lines.push(prose(text, '  '));
      for (const step of applied.path)
        lines.push(`  ${step.from} ${step.relation} ${step.to}${step.share ? `, ${step.share}` : ''}`);
    }
    if (answer.considered.length > 0) lines.push('', 'Considered and not applied:');
    for (const one of answer.considered)
      lines.push(prose(`${one.regime} / ${one.provision}: ${one.because}`, '  ', '    '));
    if (answer.unknowns.length > 0) lines.push('', 'Not stated:');
    for (const one of answer.unknowns) lines.push(prose(`${one.question} ${one.wouldChange}`, '  ', '    '));
    if (answer.notForbidden.length > 0) lines.push('', 'What these regimes do not do:');
    for (const one of answer.notForbidden) lines.push(prose(one, '  ', '    '));
  }
  if (answer.namesakes) lines.push('', ...others(answer.namesakes));
  for (const notice of answer.notices ?? []) lines.push('', prose(notice));
  return `${lines.join('\n')}\n`;
}
