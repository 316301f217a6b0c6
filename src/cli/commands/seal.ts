import type { Command } from 'commander';
import { canonicalJson, seal } from '../../desk/index.ts';
import { openEngine } from '../../engine/index.ts';
import { recordOfAnswer } from '../answer-record.ts';
import { sharedOptions, today } from '../shared-options.ts';
import { readSigningKey } from '../signing-key.ts';
import { writeResult } from '../write-file.ts';

export function define(command: Command): void {
  command
    .description('Asks a question and keeps the answer as a sealed record that verify can replay.')
    .argument('<record>', 'the file to write')
    .argument('<command...>', 'the command and its words, after --')
    .option('--sign <key>', 'sign with the private Ed25519 key of this PEM file')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock seal answer.json -- ask --as exporter --activity export --party Hikvision --on 2020-01-01 --json\n  aftershock verify answer.json',
    )
    .action((path: string, words: string[], options: { sign?: string }) =>
      run(path, words, options, command),
    );
}

function run(path: string, words: readonly string[], options: { sign?: string }, command: Command): void {
  const { home } = sharedOptions(command);
  const key = options.sign === undefined ? undefined : readSigningKey(options.sign);
  const engine = openEngine({ home, today: today(), known: today() });
  const { content, output } = recordOfAnswer(engine, home, words, today());
  process.stdout.write(output);
  writeResult(path, `${canonicalJson(seal(content, key))}\n`);
}
