/**
 * How fast lists are read. `node bench/sources.ts` reads every list file of `../shared/data`;
 * `node bench/sources.ts advanced` reads a made-up ADVANCED XML of 110 MB with 20,000 parties.
 * Prints input size, time, rate and peak memory. Targets: all lists under 20 s and 600 MB; the XML at 20 MB/s or more,
 * under 300 MB.
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { advancedXmlFormat } from '../src/sources/ofac/advanced-xml.ts';
import type { SourceFile } from '../src/sources/source.ts';
import { hasSharedData, sharedData } from '../test/shared-data.ts';
import { advancedXml } from './advanced-xml.ts';

const folders = [
  'au-dfat',
  'ca-ised',
  'ca-sema',
  'ch-seco',
  'eu-fsf',
  'jp-meti',
  'ofac-consolidated',
  'ofac-formats',
  'ofac-sdn',
  'opensanctions-format',
  'uk',
  'un-sc',
  'us-1260h',
  'us-bis-dpl',
  'us-csl',
  'us-extracts-2026-07',
  'us-fcc-covered',
  'us-federal-register',
  'us-state',
  'us-uflpa',
  'world-bank',
];

if (process.argv[2] === 'advanced') advanced();
else if (process.argv[2] === 'make') make(Number(process.argv[3]), process.argv[4]!);
else if (hasSharedData) await everything();
else console.log('The official files in ../shared/data are not here; only "advanced" can be measured.');

async function everything(): Promise<void> {
  // The other measurement is to hold the one reader alone.
  const { groupFiles } = await import('../src/sources/index.ts');
  const started = performance.now();
  let bytes = 0;
  let records = 0;
  let versions = 0;
  for (const folder of folders.flatMap((name) => foldersBelow(sharedData(name)))) {
    const files = readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => load(folder, name));
    const { groups } = groupFiles(files.map((file) => ({ name: file.name, head: headOf(file) })));
    for (const group of groups) {
      if (group.missing.length > 0) continue;
      const own = group.files.map((name) => files.find((file) => file.name === name)!);
      const reading = group.format.read(own, () => {});
      versions++;
      for (let step = reading.next(); !step.done; step = reading.next()) records++;
      for (const file of own) bytes += file.bytes;
    }
  }
  report(`${versions} list versions, ${records} records`, bytes, started);
}

/** The file is made by another process, so that the memory measured is that of reading alone. */
function advanced(): void {
  const parties = process.argv[3] ?? '20000';
  const folder = mkdtempSync(join(tmpdir(), 'aftershock-bench-'));
  const path = join(folder, 'sdn_advanced.xml');
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'make', parties, path]);
    const format = advancedXmlFormat('sdn');
    const started = performance.now();
    let records = 0;
    const file: SourceFile = { name: 'sdn_advanced.xml', chunks: () => chunksOfFile(path) };
    const reading = format.read([file], (issue) => console.log(issue));
    for (let step = reading.next(); !step.done; step = reading.next()) records++;
    report(`ADVANCED XML, ${records} records`, statSync(path).size, started);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function make(parties: number, path: string): void {
  const file = openSync(path, 'w');
  for (const chunk of advancedXml(parties)) writeSync(file, chunk);
  closeSync(file);
}

function* chunksOfFile(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const chunk = new Uint8Array(65_536);
  try {
    for (;;) {
      const size = readSync(file, chunk);
      if (size === 0) return;
      yield chunk.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

function report(what: string, bytes: number, started: number): void {
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${what}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s, peak ${peak.toFixed(0)} MB`,
  );
}

function foldersBelow(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isDirectory());
  return [
    folder,
    ...inner
      .map((item) => item.name)
      .sort()
      .flatMap((name) => foldersBelow(join(folder, name))),
  ];
}

function load(folder: string, name: string): SourceFile & { readonly bytes: number } {
  const stored = readFileSync(join(folder, name));
  const bytes = name.endsWith('.gz') ? gunzipSync(stored) : stored;
  return { name: name.replace(/\.gz$/, ''), bytes: bytes.length, chunks: () => [bytes] };
}

function headOf(file: SourceFile): string {
  for (const chunk of file.chunks()) return new TextDecoder().decode(chunk.subarray(0, 65_536));
  return '';
}
