import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cutFile } from './cut-file.ts';
import { mapChunks } from './map-chunks.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftershock-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const input = join(folder, 'input.txt');
const output = join(folder, 'output.txt');
const log = join(folder, 'log.txt');
const worker = new URL('./test-worker.fixture.ts', import.meta.url);
const lines = Array.from({ length: 400 }, (_, at) => `line ${at} ${'x'.repeat((at * 7) % 40)}`);
const text = `${lines.join('\n')}\n`;
const mapped = lines.map((line) => `${line.length} ${line}\n`).join('');
const worked = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0);

beforeEach(() => {
  for (const path of [output, log, `${output}.chunks`]) rmSync(path, { recursive: true, force: true });
  writeFileSync(input, text);
});

describe('cutting a file', () => {
  it('loses and doubles nothing, and cuts only after line ends, whatever the text and the size', () => {
    const file = join(folder, 'cut.txt');
    const anyText = fc.array(fc.constantFrom('a', 'ü', '海', '\n', '\r\n', ''), { maxLength: 60 });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (parts, chunkBytes) => {
        const bytes = Buffer.from(parts.join(''));
        writeFileSync(file, bytes);
        const ranges = cutFile(file, { chunkBytes });
        let place = 0;
        for (const { from, to } of ranges) {
          expect(from).toBe(place);
          expect(to).toBeGreaterThan(from);
          if (to < bytes.length) expect(bytes[to - 1]).toBe(0x0a);
          place = to;
        }
        expect(place).toBe(bytes.length);
      }),
    );
  });

  it('refuses a line without end, a missing file and chunks of nothing', () => {
    const file = join(folder, 'long.txt');
    writeFileSync(file, 'x'.repeat(300_000));
    expect(() => cutFile(file, { chunkBytes: 10, longestLine: 1000 })).toThrow(/too long/);
    expect(() => cutFile(join(folder, 'none'), { chunkBytes: 10 })).toThrow(/cannot be read/);
    expect(() => cutFile(file, { chunkBytes: 0 })).toThrow(/cannot be cut/);
  });
});

describe('mapping the chunks of a file', () => {
  it.each([1, 2, 5])('gives the same bytes with %d threads', async (threads) => {
    const done = await mapChunks({ input, output, worker, threads, chunkBytes: 700, options: { log } });
    expect(done).toEqual({ chunks: worked(), kept: 0 });
    expect(done.chunks).toBeGreaterThan(10);
    expect(readFileSync(output, 'utf8')).toBe(mapped);
    expect(existsSync(`${output}.chunks`)).toBe(false);
  });

  it('tells the header to every chunk and gives it to none; an empty file gives an empty result', async () => {
    writeFileSync(input, 'head \na\nb\n');
    await mapChunks({ input, output, worker, threads: 2, chunkBytes: 2, hasHeader: true, options: { log } });
    expect(readFileSync(output, 'utf8')).toBe('head1 a\nhead1 b\n');
    writeFileSync(input, '');
    expect(await mapChunks({ input, output, worker, options: { log } })).toEqual({ chunks: 0, kept: 0 });
    expect(readFileSync(output, 'utf8')).toBe('');
  });

  it.each([1, 2])(
    'goes on after being killed twice, with %d threads: finished chunks are kept, the bytes are those of one run',
    (threads) => {
      const dieFile = join(folder, 'die.txt');
      const script = fileURLToPath(new URL('./run-test-job.fixture.ts', import.meta.url));
      const job = JSON.stringify({ input, output, threads, chunkBytes: 700, options: { log, dieFile } });
      const run = () => spawnSync(process.execPath, [script, job], { timeout: 60_000 });
      const finished = () => readdirSync(`${output}.chunks`).filter((name) => !name.endsWith('.part'));
      writeFileSync(dieFile, '4');
      expect(run().signal).toBe('SIGKILL');
      const first = finished();
      expect(first.length).toBeGreaterThanOrEqual(4 - threads);
      writeFileSync(dieFile, '11');
      expect(run().signal).toBe('SIGKILL');
      expect(finished()).toEqual(expect.arrayContaining(first));
      expect(existsSync(output)).toBe(false);
      rmSync(dieFile);
      expect(run().status).toBe(0);
      expect(readFileSync(output, 'utf8')).toBe(mapped);
      // A chunk is done again only if it was under way when the process died.
      const chunks = cutFile(input, { chunkBytes: 700 }).length;
      expect(worked()).toBeGreaterThanOrEqual(chunks);
      expect(worked()).toBeLessThanOrEqual(chunks + 2 * (threads - 1));
    },
    120_000,
  );

  it('keeps what other chunks gave where one fails, and names its range', async () => {
    const options = { log, failOn: 'line 250 ' };
    const given = { input, output, worker, threads: 1, chunkBytes: 700, options };
    await expect(mapChunks(given)).rejects.toThrow(
      /^.*Bytes \d+ to \d+ could not be worked on: line 250 {2}is in it/,
    );
    expect(existsSync(output)).toBe(false);
    const tried = worked();
    // Another attempt starts at the chunk that failed.
    await expect(mapChunks(given)).rejects.toThrow(/line 250/);
    expect(worked()).toBe(tried + 1);
  });

  it('keeps nothing of another job: other input, other options, other register', async () => {
    const given = {
      input,
      output,
      worker,
      threads: 1,
      chunkBytes: 700,
      options: { log, failOn: 'line 250 ' },
    };
    await expect(mapChunks(given)).rejects.toThrow();
    await expect(mapChunks({ ...given, job: 'another register' })).rejects.toThrow();
    const first = worked() / 2;
    expect(Number.isInteger(first)).toBe(true);
    utimesSync(input, new Date(0), new Date(0));
    await expect(mapChunks({ ...given, job: 'another register' })).rejects.toThrow();
    expect(worked()).toBe(first * 3);
    expect(await mapChunks({ ...given, options: { log } })).toMatchObject({ kept: 0 });
    expect(readFileSync(output, 'utf8')).toBe(mapped);
  });

  it('stops when asked, and goes on from there', async () => {
    const stop = new AbortController();
    const given = { input, output, worker, threads: 1, chunkBytes: 700, options: { log } };
    await expect(
      mapChunks({ ...given, signal: stop.signal, onChunk: (done) => done === 3 && stop.abort() }),
    ).rejects.toThrow(/abort/);
    const { kept } = await mapChunks(given);
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(readFileSync(output, 'utf8')).toBe(mapped);
  });
});
