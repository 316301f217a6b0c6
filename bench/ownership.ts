/**
 * Ownership at size: makes a table of links, loads it, writes and reads the binary form, evaluates a regime for all
 * parties, and lays one more assumption over the result. `node bench/ownership.ts [links] [parties] [listed] [majority]`;
 * `majority` is the part of companies that somebody owns for sure: the more there are, the further a listing reaches.
 */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '../src/model/day.ts';
import type { PartyId } from '../src/model/party.ts';
import {
  evaluate,
  findOwnershipTest,
  loadOwnershipCsv,
  parseOwnershipTests,
  readGraph,
  writeGraph,
} from '../src/ownership/index.ts';

const [links = 10_000_000, parties = 5_000_000, listedCount = 1_000, majority = 0.1] = process.argv
  .slice(2)
  .map(Number);
const folder = mkdtempSync(join(tmpdir(), 'aftershock-ownership-'));
const random = generator(20_220_601);

try {
  const table = join(folder, 'links.csv');
  const binary = join(folder, 'links.graph');
  writeTable(table);
  const tests = parseOwnershipTests(
    readFileSync(new URL('../casebook/ownership-tests.yaml', import.meta.url), 'utf8'),
    'casebook',
  );
  console.log(
    `${links} links, ${parties} parties, ${listedCount} listed; table ${megabytes(statSync(table).size)}`,
  );

  const loaded = timed('load from CSV', () => loadOwnershipCsv(chunksOf(table), table, links), links);
  timed('write binary form', () => writeAll(binary, writeGraph(loaded)));
  console.log(
    `  binary form ${megabytes(statSync(binary).size)}, ${(statSync(binary).size / links).toFixed(1)} bytes a link with its parties`,
  );
  const graph = timed('load from binary form', () => readGraph(readAligned(binary), binary), links);

  const listed = new Set<PartyId>();
  // Half of them tops of groups, so that much is caught.
  for (let number = 0; number < listedCount / 2; number++) listed.add(name(number) as PartyId);
  while (listed.size < listedCount) listed.add(name(Math.floor(random() * parties)) as PartyId);
  const on = parseDay('2025-01-01');
  for (const word of ['OFAC', 'EU', 'UK']) {
    const test = findOwnershipTest(tests, word)!;
    let verdicts = evaluate(graph, test, new Set(), on);
    timed(`${word}: all caught and undetermined`, () => {
      verdicts = evaluate(graph, test, listed, on);
      const { caught, undetermined } = verdicts.counts();
      console.log(`  ${caught} caught, ${undetermined} undetermined`);
    });
    const extra = [name(7), name(77_777), name(4_000_001 % parties)] as PartyId[];
    for (const party of extra) {
      timed(`${word}: one more listed`, () => {
        const { caught, undetermined } = verdicts.withAssumption({ list: [party] }).counts();
        console.log(`  ${caught} caught, ${undetermined} undetermined`);
      });
    }
    const some = [...verdicts.caught()].slice(0, 1_000);
    timed(
      `${word}: ${some.length} verdicts with proof`,
      () => {
        for (const party of some) verdicts.verdict(party);
      },
      some.length,
    );
  }
  console.log(`peak memory ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function name(number: number): string {
  return `p${number}`;
}

/**
 * Every second party or so is a company with one to eight owners, whose shares add up to at most the whole; one link in
 * ten is a band, one in fifty has no share, and owners are often near in number, so that chains and rings appear.
 */
function writeTable(file: string): void {
  const out = openSync(file, 'w');
  let lines: string[] = ['owner,owned,share'];
  for (let written = 0; written < links; ) {
    const owned = Math.floor(random() * parties);
    const owners = 1 + Math.floor(random() * random() * 8);
    let left = 10_000;
    const hasMajority = random() < majority;
    for (let index = 0; index < owners && written < links; index++, written++) {
      const near =
        random() < 0.7 ? owned + Math.floor((random() - 0.5) * 200) : Math.floor(random() * parties);
      // Majority holders stand in a tree, its top at the low numbers: groups as deep and wide as real ones, and wider.
      const owner =
        hasMajority && index === 0 ? Math.floor(owned * random()) : Math.min(parties - 1, Math.max(0, near));
      const share =
        hasMajority && index === 0
          ? 6_000
          : index === owners - 1 && random() < 0.5
            ? left
            : Math.floor(random() * left);
      left -= share;
      const kind = random();
      const text = kind < 0.02 ? '' : kind < 0.12 ? bandOf(share) : String(share / 100);
      lines.push(`${name(owner)},${name(owned)},${text}`);
    }
    if (lines.length > 50_000) {
      writeSync(out, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  writeSync(out, `${lines.join('\n')}\n`);
  closeSync(out);
}

function bandOf(share: number): string {
  if (share >= 7_500) return '75-100';
  if (share > 5_000) return '50-75';
  return share > 2_500 ? '25-50' : '<=25';
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const input = openSync(file, 'r');
  for (;;) {
    const chunk = new Uint8Array(4 * 2 ** 20);
    const length = readSync(input, chunk);
    if (length === 0) break;
    yield chunk.subarray(0, length);
  }
  closeSync(input);
}

function writeAll(file: string, parts: Iterable<Uint8Array>): void {
  const out = openSync(file, 'w');
  for (const part of parts) {
    for (let at = 0; at < part.length; ) at += writeSync(out, part, at, Math.min(part.length - at, 2 ** 28));
  }
  closeSync(out);
}

function readAligned(file: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(statSync(file).size);
  const input = openSync(file, 'r');
  for (let at = 0; at < bytes.length; )
    at += readSync(input, bytes, at, Math.min(bytes.length - at, 2 ** 28), null);
  closeSync(input);
  return bytes;
}

function timed<T>(what: string, work: () => T, count?: number): T {
  const start = performance.now();
  const result = work();
  const milliseconds = performance.now() - start;
  const rate =
    count === undefined ? '' : `, ${Math.round((count / milliseconds) * 1000).toLocaleString('en')} a second`;
  console.log(`${what}: ${milliseconds.toFixed(1)} ms${rate}`);
  return result;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** Mulberry32: the same links in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
