import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NameMatcher } from '../../match/index.ts';
import type { Issue } from '../../model/index.ts';
import { readingFingerprint } from '../names/reading-fingerprint.ts';
import { indexedParty, isOdd } from './party-index.ts';
import type { WatchedParty } from './watched-parties.ts';

/** The parties of a portfolio, ready to be asked about changed entries. */
export interface PartyShelf {
  /** Name of its folder; absent for few, which are held in memory. */
  readonly key?: string;
  readonly count: number;
  /** Rows that could not be read and so are not watched: how many, and the first of them. */
  readonly lost: number;
  readonly issues: readonly Issue[];
  /** Finds whom to look at; absent where so few are held that all are. */
  readonly matcher?: NameMatcher;
  /** Those that are looked at whatever the index says. */
  readonly odd: readonly number[];
  read(number: number): WatchedParty;
  close(): void;
}

export interface ShelfInput {
  /** Folder for the shelves of large portfolios. */
  readonly folder: string;
  /** Names the content: the same content is indexed once. */
  readonly content: string;
  readonly parties: (report: (issue: Issue) => void) => AsyncIterable<WatchedParty> | Iterable<WatchedParty>;
  /** Ask about every party however many there are, without an index. */
  readonly thorough?: boolean;
  /** So many parties are held in memory and all asked. */
  readonly few?: number;
  readonly onIndex?: (parties: number) => void;
}

/** So many are all asked in a few seconds, just as `screen` does it. */
const usuallyFew = 5_000;
const mostIssues = 20;

const aboutSchema = z.object({
  count: z.int(),
  lost: z.int(),
  odd: z.array(z.int()),
  // Written below from the same type.
  issues: z.array(z.custom<Issue>()),
});

/**
 * Opens the parties of a portfolio: few in memory; of many, rows and name index lie in a folder named by their content and
 * the code that reads names, made once. Memory while it is made: the index; while it is asked: the index.
 */
export async function openPartyShelf(input: ShelfInput): Promise<PartyShelf> {
  const key = createHash('sha256')
    .update(`${input.content} ${readingFingerprint()} ${input.thorough === true}`)
    .digest('hex');
  const name = key.slice(0, 40);
  const path = join(input.folder, name);
  if (!existsSync(path)) {
    const small = await fill(path, input);
    if (small) return small;
  }
  return { key: name, ...openShelf(path) };
}

/** Writes the rows, then the index, under another name; few rows are given back and leave nothing behind. */
async function fill(path: string, input: ShelfInput): Promise<PartyShelf | undefined> {
  const issues: Issue[] = [];
  let lost = 0;
  const report = (issue: Issue): void => {
    if (issue.lost) lost++;
    if (issues.length < mostIssues) issues.push(issue);
  };
  const first: WatchedParty[] = [];
  const odd: number[] = [];
  const starts: number[] = [0];
  const { few = usuallyFew } = input;
  const temporary = `${path}.new`;
  let writer: RowWriter | undefined;
  let count = 0;
  try {
    for await (const party of input.parties(report)) {
      if (isOdd(party)) odd.push(count);
      count++;
      if (!writer && first.length < few) {
        first.push(party);
        continue;
      }
      if (!writer) {
        rmSync(temporary, { recursive: true, force: true });
        mkdirSync(temporary, { recursive: true });
        writer = new RowWriter(join(temporary, 'rows.jsonl'), starts);
        for (const earlier of first) writer.add(earlier);
      }
      writer.add(party);
    }
    if (!writer) {
      return { count, lost, issues, odd, read: (number) => first[number]!, close: () => {} };
    }
  } finally {
    writer?.close();
  }
  writeFileSync(join(temporary, 'starts'), new Uint8Array(Float64Array.from(starts).buffer));
  if (!input.thorough) {
    input.onIndex?.(count);
    writeIndex(temporary, count);
  }
  writeFileSync(join(temporary, 'about.json'), JSON.stringify({ count, lost, odd, issues }));
  renameSync(temporary, path);
  return undefined;
}

class RowWriter {
  readonly #handle: number;
  readonly #starts: number[];
  #at = 0;
  #batch: string[] = [];

  constructor(path: string, starts: number[]) {
    this.#handle = openSync(path, 'w');
    this.#starts = starts;
  }

  add(party: WatchedParty): void {
    const line = `${JSON.stringify(party)}\n`;
    this.#at += Buffer.byteLength(line);
    this.#starts.push(this.#at);
    this.#batch.push(line);
    if (this.#batch.length >= 1000) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#handle);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#batch.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
    this.#batch = [];
  }
}

function writeIndex(folder: string, count: number): void {
  const rows = openRows(folder);
  const handle = openSync(join(folder, 'names.index'), 'w');
  function* all() {
    for (let number = 0; number < count; number++) yield* indexedParty(number, rows.read(number));
  }
  try {
    for (const chunk of NameMatcher.indexChunks(all()))
      for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at);
  } finally {
    closeSync(handle);
    rows.close();
  }
}

function openShelf(path: string): PartyShelf {
  const about = aboutSchema.parse(JSON.parse(readFileSync(join(path, 'about.json'), 'utf8')));
  const index = join(path, 'names.index');
  const rows = openRows(path);
  return {
    ...about,
    ...(existsSync(index) ? { matcher: NameMatcher.open(wholeFile(index)) } : {}),
    ...rows,
  };
}

/** One read gives two gigabytes at most. */
const mostAtOnce = 2 ** 30;

function wholeFile(path: string): ArrayBuffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new ArrayBuffer(fstatSync(handle).size));
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(handle, bytes, at, Math.min(mostAtOnce, bytes.length - at), at);
      if (count === 0) break;
      at += count;
    }
    return bytes.buffer;
  } finally {
    closeSync(handle);
  }
}

function openRows(folder: string): Pick<PartyShelf, 'read' | 'close'> {
  const starts = new Float64Array(wholeFile(join(folder, 'starts')));
  const handle = openSync(join(folder, 'rows.jsonl'), 'r');
  return {
    read(number) {
      const start = starts[number]!;
      const line = Buffer.alloc(starts[number + 1]! - start);
      readSync(handle, line, 0, line.length, start);
      // Written by `RowWriter` from the same type.
      return JSON.parse(line.toString('utf8')) as WatchedParty;
    },
    close: () => closeSync(handle),
  };
}

/** Removes the shelves of content that no portfolio has any more: they hold the user's names. */
export function removeShelves(folder: string, needed: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (!needed.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
