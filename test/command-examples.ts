import { Command } from 'commander';
import { commands } from '../src/cli/commands.ts';

/** What the help of a command shows. */
export interface ShownCommand {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** Long flags, such as `--json`. */
  readonly flags: readonly string[];
  /** Of these, the ones that cannot be left out. */
  readonly required: readonly string[];
  /** Lines as a user would type them. */
  readonly examples: readonly string[];
}

export async function shownCommands(): Promise<ShownCommand[]> {
  const shown: ShownCommand[] = [];
  for (const { name, summary, load } of commands) {
    const command = new Command(name);
    (await load()).define(command);
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    const below = help
      .slice(help.search(/^Examples?:$/m))
      .split('\n')
      .slice(1);
    shown.push({
      name,
      summary,
      description: command.description(),
      flags: command.options.flatMap(({ long }) => long ?? []),
      required: command.options.flatMap(({ mandatory, long }) => (mandatory && long ? [long] : [])),
      examples: below.filter((line) => line.startsWith('  ')).map((line) => line.trim()),
    });
  }
  return shown;
}
