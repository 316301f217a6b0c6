import type { Command } from 'commander';
import { askedParty } from '../../engine/screening/asked-party.ts';
import { compareParties, presets, queryKindOfSchema, type Settings } from '../../match/index.ts';
import { Fault } from '../../model/index.ts';
import { answerLines } from '../answer-lines.ts';
import { kindOfSchemaOption } from '../schema-option.ts';

interface Options {
  readonly in?: string;
  readonly schema?: string;
  readonly preset?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Says how alike two names or parties are, with the reasons. Pairs as JSONL from --in or standard input.',
    )
    .argument('[left]', 'a name')
    .argument('[right]', 'another name')
    .option('--in <file>', 'JSONL of {"id","schema","left","right"}; left and right are names or parties')
    .option('--schema <schema>', 'Person, Company, Organization, Vessel, Airplane', 'LegalEntity')
    .option('--preset <id>', `settings: ${presets.map((preset) => preset.id).join(', ')}`, 'standard')
    .option('--json', 'the result as JSON')
    .option('--jsonl', 'one JSON object a line (what pairs from a file give)')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock compare "Hik-Vision Digital Tech" "Hangzhou Hikvision Digital Technology Co., Ltd." --schema Company',
    )
    .action((left: string | undefined, right: string | undefined, options: Options) =>
      run(left, right, options),
    );
}

async function run(left: string | undefined, right: string | undefined, options: Options): Promise<void> {
  const settings = presets.find((preset) => preset.id === options.preset);
  if (!settings) {
    throw new Fault('AS_UNKNOWN_WORD', `There is no preset "${options.preset}".`, {
      remedy: `Choose one of: ${presets.map((preset) => preset.id).join(', ')}.`,
    });
  }
  if (left !== undefined && right === undefined) {
    throw new Fault('AS_USAGE', 'Only one name is given.', { remedy: 'Give two names, or pairs with --in.' });
  }
  // Only to refuse a word that is none; lines of a file may carry schemas of other programs.
  kindOfSchemaOption(options.schema);
  if (left !== undefined && right !== undefined) {
    writeOne(compare({ id: undefined, schema: options.schema, left, right }, settings), options);
    return;
  }
  await answerLines(options.in, ({ id, schema, left, right }) =>
    compare({ id, schema, left, right }, settings),
  );
}

interface Pair {
  readonly id: unknown;
  readonly schema: unknown;
  readonly left: unknown;
  readonly right: unknown;
}

function compare(pair: Pair, settings: Settings): { id?: unknown } & ReturnType<typeof compareParties> {
  const left = askedParty(withProperties(pair.left));
  const right = askedParty(withProperties(pair.right));
  if (!left || !right) {
    throw new Fault('AS_FIELD', `The ${left ? 'right' : 'left'} side has no name.`, {
      remedy: 'Give a text, or an object with "name".',
    });
  }
  const schema = typeof pair.schema === 'string' ? pair.schema : undefined;
  return {
    ...(pair.id === undefined ? {} : { id: pair.id }),
    ...compareParties(left, right, queryKindOfSchema(schema), settings),
  };
}

/** A side may be the properties themselves or an entity with `properties`. */
function withProperties(side: unknown): unknown {
  return typeof side === 'object' && side !== null && 'properties' in side ? side.properties : side;
}

function writeOne(result: ReturnType<typeof compare>, options: Options): void {
  if (options.json || options.jsonl) {
    process.stdout.write(`${JSON.stringify(result, null, options.jsonl ? 0 : 2)}\n`);
    return;
  }
  process.stdout.write(
    `${result.match ? 'Alike' : 'Not alike'}: score ${result.score}, similarity ${result.similarity}, strength ${result.strength}\n${result.explanation}\n`,
  );
}
