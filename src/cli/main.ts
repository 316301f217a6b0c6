import { enableCompileCache } from 'node:module';
import { Command, CommanderError } from 'commander';
import { Fault, faultCodes } from '../model/fault.ts';
import { commands } from './commands.ts';
import { systemRefusal } from './system-refusal.ts';

enableCompileCache();

const program = new Command('aftershock')
  .description(
    'From a name on a government list to all that it touches, as it stood on any date, and under a designation that has not happened yet.',
  )
  .version('0.1.0')
  .option('--home <dir>', 'folder of the archive and the database', '.aftershock')
  .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
  .exitOverride();

let wantedCommand: string | undefined;

/** What was wrong, what was meant perhaps, and where an example is: in one line. */
function oneLine(text: string): string {
  const [problem, ...more] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const guess = more.map((line) => ` ${line.replace(/^\(|\)$/g, '')}`).join('');
  const help = wantedCommand === undefined ? 'aftershock --help' : `aftershock ${wantedCommand} --help`;
  return `aftershock: ${problem}.${guess} See "${help}".\n`;
}

/** Runs the command line and gives the exit code: 0 done, 1 failed, 2 wrong use, 3 done with findings. */
async function main(argv: readonly string[]): Promise<number> {
  const words = argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--home');
  const wanted = words[0] === 'help' ? words[1] : words[0];
  wantedCommand = commands.some(({ name }) => name === wanted) ? wanted : undefined;
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary);
    command.copyInheritedSettings(program);
    if (entry.name === wanted) (await entry.load()).define(command);
    else command.allowUnknownOption();
  }
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argumentsOf(argv, words, wanted), { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

/** “help X” as “X --help”; and an unknown X is told before any help is. */
function argumentsOf(
  argv: readonly string[],
  words: readonly string[],
  wanted: string | undefined,
): string[] {
  if (wanted !== undefined && wantedCommand === undefined)
    return words[0] === 'help' ? [wanted] : argv.filter((word) => word !== '--help' && word !== '-h');
  return words[0] === 'help' && wanted !== undefined ? [wanted, '--help'] : [...argv];
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Fault) {
    process.stderr.write(`aftershock: ${error.toString()}\n`);
    return faultCodes[error.code].exit;
  }
  if (isClosedPipe(error)) return 0;
  const refusal = systemRefusal(error);
  if (refusal) return report(refusal);
  process.stderr.write(
    `aftershock: a defect in Aftershock, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

// A reader that has seen enough, such as `head`, is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    process.exit(report(error));
  });

if (process.stdout.isTTY || process.stderr.isTTY) {
  const { guardTerminal } = await import('./terminal-guard.ts');
  guardTerminal(process.stdout);
  guardTerminal(process.stderr);
}

process.exitCode = await main(process.argv.slice(2));
