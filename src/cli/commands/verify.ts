import type { Command } from 'commander';
import { checkSeal, parseRecord, type SealedRecord } from '../../desk/index.ts';
import { openEngine, type Replay, readText, replayRehearsals } from '../../engine/index.ts';
import { Fault, isDay } from '../../model/index.ts';
import { replayAnswer } from '../answer-record.ts';
import { sharedOptions, today } from '../shared-options.ts';
import { fingerprintOf, readPublicKey } from '../signing-key.ts';
import { textTable, wrap, writeJson } from '../terminal.ts';
import { verifyTrail } from './verify/trail.ts';

export function define(command: Command): void {
  command
    .description(
      'Replays a sealed record and says whether it still gives the same bytes, or exactly what differs. With --trail, says whether the audit trail of watch is whole.',
    )
    .argument('[record]', 'a file that rehearse --seal or seal wrote')
    .option('--known <day>', 'replay with what had been published by then (default: as the record says)')
    .option('--lists <ids>', 'replay with these lists (default: those of the record)')
    .option('--json', 'the result as JSON on stdout')
    .option('--key <file>', 'PEM file of the public key that has to have signed it')
    .option('--trail', 'check the audit trail of the home folder instead')
    .option('--line <hash>', 'of --trail: the hash of a line, kept elsewhere, that the trail has to have')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock rehearse hikvision-sdn --seal record.json\n  aftershock verify record.json\n  aftershock verify --trail',
    )
    .action((path: string | undefined, options: Options) => run(path, options, command));
}

interface Options {
  readonly key?: string;
  readonly trail?: boolean;
  readonly line?: string;
}

async function run(path: string | undefined, options: Options, command: Command): Promise<void> {
  const { key, trail, line } = options;
  const { home, json, known, lists } = sharedOptions(command);
  const wrong = (message: string, remedy: string) => new Fault('AS_USAGE', message, { remedy });
  if (trail) {
    if ([path, key, known, lists].some((given) => given !== undefined))
      throw wrong('--trail checks the audit trail alone.', 'Give with it nothing but --line and --json.');
    await verifyTrail({ home, json, ...(line === undefined ? {} : { line }) });
    return;
  }
  if (line !== undefined) throw wrong('--line is of the audit trail.', 'Give it with --trail.');
  if (path === undefined)
    throw wrong('Nothing was given to verify.', 'Name the file of a sealed record, or give --trail.');
  verifyRecord(path, key, command);
}

interface Verdict extends Replay {
  /** By what a person can tell the key that signed. */
  readonly signedBy?: string;
  /** Whether it was signed by the key that was asked for. */
  readonly byKey?: boolean;
}

function verifyRecord(path: string, key: string | undefined, command: Command): void {
  const common = sharedOptions(command);
  const record = parseRecord(readText(path), path);
  const signature = signatureOf(record, key);
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
  const replay: Replay =
    record.content.command === 'rehearse'
      ? replayRehearsals(engine, record)
      : { seal: checkSeal(record), ...replayAnswer(engine, common.home, record) };
  const verdict: Verdict = { ...replay, ...signature };
  if (common.json) writeJson(verdict);
  else process.stdout.write(text(verdict));
  const signedWrongly = verdict.seal.signed === 'invalid' || verdict.byKey === false;
  if (!verdict.seal.intact || signedWrongly || !verdict.same) process.exitCode = 1;
}

function signatureOf(
  { signature }: SealedRecord,
  wanted: string | undefined,
): Pick<Verdict, 'signedBy' | 'byKey'> {
  const key = wanted === undefined ? undefined : fingerprintOf(readPublicKey(wanted));
  const signedBy = signature === undefined ? undefined : fingerprintOf(signature.publicKey);
  return {
    ...(signedBy === undefined ? {} : { signedBy }),
    ...(key === undefined ? {} : { byKey: key === signedBy }),
  };
}

function text(verdict: Verdict): string {
  const { seal, same, otherwise, onlyNamed, differences } = verdict;
  const many = differences.length >= 100 ? ' or more' : '';
  const lines = [
    seal.intact ? 'The seal is whole.' : 'The seal is broken: the record is not as it was sealed.',
    signatureText(verdict),
    ...otherwise,
    same
      ? 'Replayed: the same bytes.'
      : `Replayed: the result differs in ${differences.length}${many} ${differences.length === 1 ? 'place' : 'places'}.`,
    ...(onlyNamed
      ? [
          'Nothing but the hash of the register or the version of the program that the answer names: what it says is the same.',
        ]
      : []),
  ];
  const table = same
    ? ''
    : `\n${textTable(
        [{ title: 'Place' }, { title: 'Sealed', most: 50 }, { title: 'Now', most: 50 }],
        differences.slice(0, shown).map((one) => [one.path, ...whereApart(one.sealed, one.now)]),
      )}${differences.length > shown ? `… and ${differences.length - shown} more; --json has them.\n` : ''}`;
  return `${lines.map((line) => wrap(line)).join('')}${table}`;
}

const shown = 25;

/** A signature says only that whoever has the key signed; whose key it is, the reader has to know. */
function signatureText({ seal, signedBy, byKey }: Verdict): string {
  if (seal.signed === 'not signed')
    return byKey === false
      ? 'The record is not signed, by that key or any other.'
      : 'The record is not signed.';
  if (seal.signed === 'invalid') return 'The signature is not valid.';
  if (byKey === false) return `The signature is valid, but of another key: ${signedBy}.`;
  return byKey
    ? `The signature is valid, and of that key: ${signedBy}.`
    : `The signature is valid, of the key ${signedBy}; whose that is, --key can check.`;
}

const around = 24;

/** Two long texts from shortly before the first sign in which they differ. */
function whereApart(sealed: string, now: string): [string, string] {
  let at = 0;
  while (at < sealed.length && sealed[at] === now[at]) at++;
  const from = Math.max(0, at - around);
  const cut = (value: string) => {
    const part = value.slice(from, from + 2 * around);
    return `${from > 0 ? '…' : ''}${part}${from + 2 * around < value.length ? '…' : ''}`;
  };
  return [cut(sealed), cut(now)];
}
