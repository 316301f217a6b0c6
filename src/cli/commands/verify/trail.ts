import { existsSync } from 'node:fs';
import { readTrail } from '../../../desk/index.ts';
import { Fault } from '../../../model/index.ts';
import {
  type AuditTable,
  isFileStore,
  openStore,
  storeAddress,
  storeFault,
  storeName,
} from '../../../store/index.ts';
import { wrap, writeJson } from '../../terminal.ts';

export interface TrailOptions {
  readonly home: string;
  readonly json: boolean;
  /** The hash of a line, or its beginning, as it was kept elsewhere. */
  readonly line?: string;
}

interface TrailVerdict {
  /** Where the trail is kept. */
  readonly trail: string;
  /** Whether each line has its own hash and that of the line before. */
  readonly whole: boolean;
  /** The number of the first line that does not follow from the one before. */
  readonly brokenAt?: number;
  /** The line whose hash was given; null where there is none. */
  readonly line?: number | null;
  readonly lines: readonly AuditTable[];
}

/** Reads the audit trail of a home folder and says whether a line of it was altered or taken out. */
export async function verifyTrail({ home, json, line }: TrailOptions): Promise<void> {
  const given = line === undefined ? undefined : hashOf(line);
  const address = storeAddress(home);
  const { lines, brokenAt } = await read(address);
  const found = given === undefined ? undefined : lines.find(({ hash }) => hash.startsWith(given));
  const verdict: TrailVerdict = {
    trail: storeName(address),
    whole: brokenAt === undefined,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    ...(given === undefined ? {} : { line: found?.number ?? null }),
    lines,
  };
  if (json) writeJson(verdict);
  else process.stdout.write(textOf(verdict));
  if (!verdict.whole || verdict.line === null) process.exitCode = 1;
}

function hashOf(text: string): string {
  const hash = text.trim().toLowerCase();
  if (/^[0-9a-f]{16,64}$/.test(hash)) return hash;
  throw new Fault('AS_USAGE', 'This is not the hash of a line.', {
    place: { field: '--line' },
    remedy: 'Give the 64 signs that watch printed, or the first 16 of them.',
  });
}

async function read(address: string): Promise<Awaited<ReturnType<typeof readTrail>>> {
  if (isFileStore(address) && !existsSync(address)) {
    throw new Fault('AS_FILE_MISSING', 'There is no audit trail.', {
      place: { file: address },
      remedy: 'Name the home folder of the runs with --home before verify; watch writes the trail.',
    });
  }
  const store = await openStore(address);
  try {
    return await readTrail(store);
  } catch (cause) {
    throw storeFault('The audit trail could not be read', address, cause);
  } finally {
    await store.destroy();
  }
}

function textOf(verdict: TrailVerdict): string {
  return [...sentences(verdict)].map((sentence) => wrap(sentence)).join('');
}

function* sentences({ trail, lines, brokenAt, line }: TrailVerdict): Generator<string> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) yield `The audit trail in ${trail} has no lines.`;
  else if (brokenAt === undefined) {
    yield `The audit trail in ${trail} is whole: ${countOf(lines)} from ${first.at} to ${last.at}, each with its hash and that of the line before.`;
    yield `Last: line ${last.number}, ${last.event}, ${last.hash}`;
  } else {
    const broken = lines.find(({ number }) => number === brokenAt)!;
    yield `The audit trail in ${trail} is broken at line ${brokenAt} of ${lines.length} (${broken.at}, ${broken.event}): it was altered, or a line before it was altered or taken out. The lines before it are whole.`;
  }
  if (line === null)
    yield 'No line has the hash that was given: lines were taken out, or the trail was written anew.';
  else if (line !== undefined)
    yield brokenAt === undefined || line < brokenAt
      ? `Line ${line} has the hash that was given: it and those before it are as they were when the hash was kept.`
      : `Line ${line} names the hash that was given, but the trail is broken there or before it.`;
  else if (last && brokenAt === undefined)
    yield 'Lines missing at the end, or a trail written anew from the beginning, do not show by this: keep the hash of a last line elsewhere, and give it with --line.';
}

function countOf(lines: readonly unknown[]): string {
  return `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
}
