import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packagedCasebook } from '../../casebook/index.ts';
import { type JsonLine, jsonLines } from '../../formats/index.ts';
import { type Day, Fault, parseDay } from '../../model/index.ts';
import { answerCase, type OwnershipTest, parseOwnershipTests } from '../../ownership/index.ts';
import { withFileFault } from '../file-fault.ts';
import { today } from '../shared-options.ts';

interface Options {
  readonly in?: string;
  readonly on?: string;
  readonly jsonl?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Answers ownership cases, one JSON object a line: which test, who is listed, who owns what, about whom. Each answer comes with its proof, or with the fact that would settle it.',
    )
    .option('--in <file>', 'cases, one JSON object a line; - or nothing for standard input')
    .option('--on <day>', 'the day of cases that name none (default: today)')
    .option('--jsonl', 'one JSON object a line; there is no other form')
    .addHelpText(
      'after',
      `\nExample:\n  echo '{"id":"1","regime":"us-ofac-50pct","on":"2022-06-01","listed":["A"],"links":[{"owner":"A","owned":"B","share":"50"}],"party":"B"}' | aftershock ownership --jsonl`,
    )
    .action(async (options: Options) => run(options));
}

async function run(options: Options): Promise<void> {
  const tests = casebookOwnershipTests();
  const day = options.on === undefined ? today() : parseDay(options.on, { field: '--on' });
  const file = options.in === undefined || options.in === '-' ? undefined : options.in;
  if (file === undefined && process.stdin.isTTY) {
    throw new Fault('AS_USAGE', 'There are no cases.', {
      remedy: 'Give a file with --in, or cases on standard input.',
    });
  }
  const stream = file === undefined ? process.stdin : createReadStream(file);
  const name = file ?? 'standard input';
  for await (const lines of withFileFault(linesOf(stream, name), name)) {
    const text = lines.map((line) => `${JSON.stringify(answerLine(line, tests, day))}\n`).join('');
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function answerLine(line: JsonLine, tests: readonly OwnershipTest[], day: Day): unknown {
  if ('value' in line) return answerCase(line.value, line.line, tests, day);
  const { code, message } = line.issue;
  return { id: null, error: { code, message, line: line.line } };
}

/** Complete lines as they come, so that a caller who waits for each answer gets it. */
async function* linesOf(stream: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<JsonLine[]> {
  let rest: Uint8Array[] = [];
  let line = 0;
  const take = (bytes: readonly Uint8Array[]): JsonLine[] => {
    const from = line;
    const lines = [...jsonLines(bytes, file)].map((each) => ({ ...each, line: each.line + from }));
    for (const part of bytes) for (const byte of part) if (byte === 10) line++;
    return lines;
  };
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    const lines = take([...rest, chunk.subarray(0, end + 1)]);
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    if (lines.length > 0) yield lines;
  }
  const last = take(rest);
  if (last.length > 0) yield last;
}

/** The tests of the packaged casebook, without the rest of it. */
function casebookOwnershipTests(): readonly OwnershipTest[] {
  const path = join(packagedCasebook, 'ownership-tests.yaml');
  return parseOwnershipTests(readFileSync(path, 'utf8'), 'casebook/ownership-tests.yaml');
}
