import type { Command } from 'commander';
import { parseRecord } from '../../desk/index.ts';
import { openEngine, type Replay, readText, replayRehearsals } from '../../engine/index.ts';
import { isDay } from '../../model/index.ts';
import { sharedOptions, today, withSharedOptions } from '../shared-options.ts';
import { textTable, writeJson } from '../terminal.ts';

export function define(command: Command): void {
  withSharedOptions(command)
    .description(
      'Replays a sealed record and says whether it still gives the same bytes, or exactly what differs.',
    )
    .argument('<record>', 'a file that rehearse --seal wrote')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock rehearse hikvision-sdn --seal record.json\n  aftershock verify record.json',
    )
    .action((path: string) => run(path, command));
}

function run(path: string, command: Command): void {
  const common = sharedOptions(command);
  const record = parseRecord(readText(path), path);
  const settings = record.content.settings as { known?: unknown } | null;
  const known =
    common.known ??
    (typeof settings?.known === 'string' && isDay(settings.known) ? settings.known : undefined);
  const engine = openEngine({
    home: common.home,
    today: known ?? today(),
    ...(known ? { known } : {}),
    lists: common.lists ?? [...new Set(record.content.versions.map(({ source }) => source))],
  });
  const replay = replayRehearsals(engine, record);
  if (common.json) writeJson(replay);
  else process.stdout.write(text(replay));
  if (!replay.seal.intact || replay.seal.signed === 'invalid' || !replay.same) process.exitCode = 1;
}

function text({ seal, same, otherwise, differences }: Replay): string {
  const lines = [
    seal.intact ? 'The seal is whole.' : 'The seal is broken: the record is not as it was sealed.',
    {
      valid: 'The signature is valid.',
      invalid: 'The signature is not valid.',
      'not signed': 'The record is not signed.',
    }[seal.signed],
    ...otherwise,
    same
      ? 'Replayed: the same bytes.'
      : `Replayed: the result differs in ${differences.length} places${differences.length >= 100 ? ' or more' : ''}.`,
  ];
  const table = same
    ? ''
    : `\n${textTable(
        [{ title: 'Place' }, { title: 'Sealed', most: 50 }, { title: 'Now', most: 50 }],
        differences.slice(0, 25).map((one) => [one.path, one.sealed, one.now]),
      )}`;
  return `${lines.join('\n')}\n${table}`;
}
