import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, download } from './download.ts';
import { answer, cutAfter, FaultServer, localSettings, ranges, redirect } from './fault-server.fixture.ts';
import { HostTurns } from './host-turns.ts';

let server: FaultServer;
let folder: string;
let waits: number[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aftershock-fetch-'));
  waits = [];
  server = new FaultServer();
  await server.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const list = 'x'.repeat(5000);
const fetchIt = (more: Partial<DownloadOptions> = {}, path = '/list') =>
  download(server.url(path), {
    settings: localSettings,
    turns: new HostTurns(),
    waiting: {
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
      },
      random: () => 1,
    },
    partialFolder: folder,
    now: () => Date.parse('2025-01-01T00:00:00Z'),
    ...more,
  });
const text = (got: Awaited<ReturnType<typeof download>>) =>
  got.state === 'fetched' ? Buffer.from(got.bytes).toString() : got.state;

describe('download', () => {
  it('names the program and gives the bytes with what the server said of them', async () => {
    server.on('/list', answer(list, { etag: '"a"', 'last-modified': 'Wed, 01 Jan 2025 00:00:00 GMT' }));
    const got = await fetchIt();
    expect(text(got)).toBe(list);
    expect(got).toMatchObject({ validators: { etag: '"a"', lastModified: 'Wed, 01 Jan 2025 00:00:00 GMT' } });
    expect(server.requests[0]!.headers['user-agent']).toMatch(/^aftershock\//);
  });

  it('asks whether a held copy has changed, and believes 304', async () => {
    server.on('/list', (request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end();
    });
    expect(await fetchIt({ held: { etag: '"a"' } })).toEqual({ state: 'unchanged' });
  });

  it('unpacks what came compressed', async () => {
    server.on('/list', answer(gzipSync(list), { 'content-encoding': 'gzip' }));
    expect(text(await fetchIt())).toBe(list);
  });

  it.each([500, 502, 503, 429, 408])('tries again after %s, waiting longer each time', async (status) => {
    server.on('/list', answer('', {}, status), answer('', {}, status), answer(list));
    expect(text(await fetchIt())).toBe(list);
    expect(waits).toEqual([1000, 2000]);
  });

  it('waits as long as the server asks, in seconds or until a time', async () => {
    server.on(
      '/list',
      answer('', { 'retry-after': '7' }, 429),
      answer('', { 'retry-after': 'Wed, 01 Jan 2025 00:00:09 GMT' }, 503),
      answer(list),
    );
    await fetchIt();
    expect(waits).toEqual([7000, 9000]);
  });

  it('gives up after the attempts it has, naming the last failure', async () => {
    server.on('/list', answer('', {}, 503));
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'AS_FETCH',
      message: expect.stringContaining('answered 503'),
    });
    expect(server.requests.length).toBe(3);
  });

  it('does not try again where it is told that there is nothing', async () => {
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'AS_FETCH',
      message: expect.stringContaining('404'),
    });
    expect(server.requests.length).toBe(1);
  });

  it('goes on where a broken line stopped', async () => {
    server.on('/list', cutAfter(list, 2000, { etag: '"a"' }), ranges(list, '"a"'));
    expect(text(await fetchIt())).toBe(list);
    expect(server.requests[1]!.headers).toMatchObject({ range: 'bytes=2000-', 'if-range': '"a"' });
  });

  it('goes on in a later run', async () => {
    server.on('/list', cutAfter(list, 2000, { etag: '"a"' }));
    const once = { settings: { ...localSettings, attempts: 1 } };
    await expect(fetchIt(once)).rejects.toMatchObject({ code: 'AS_FETCH' });
    server.on('/list', ranges(list, '"a"'));
    expect(text(await fetchIt(once))).toBe(list);
    expect(server.requests[1]!.headers.range).toBe('bytes=2000-');
  });

  it('starts anew where the copy has changed in between, so that two are never mixed', async () => {
    const newer = 'y'.repeat(5000);
    server.on('/list', cutAfter(list, 2000, { etag: '"a"' }), ranges(newer, '"b"'));
    expect(text(await fetchIt())).toBe(newer);
  });

  it.each([['W/"a"'], [undefined]])('starts anew after a break when the ETag is %s', async (etag) => {
    server.on('/list', cutAfter(list, 2000, etag === undefined ? {} : { etag }), answer(list));
    expect(text(await fetchIt())).toBe(list);
    expect(server.requests[1]!.headers.range).toBeUndefined();
  });

  it('does not take a part that it did not ask for', async () => {
    server.on('/list', answer('part', { 'content-range': 'bytes 100-103/5000' }, 206), answer(list));
    expect(text(await fetchIt())).toBe(list);
  });

  it('does not take a body shorter than announced, or without its last chunk', async () => {
    server.on(
      '/list',
      cutAfter(list, 4999),
      (_request, response) => {
        response.writeHead(200, { 'transfer-encoding': 'chunked' });
        response.write('half', () => response.socket?.destroy());
      },
      answer(list),
    );
    expect(text(await fetchIt())).toBe(list);
    expect(server.requests.length).toBe(3);
  });

  it('gives up on a server that falls silent', async () => {
    server.on('/list', (_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('x');
    });
    await expect(
      fetchIt({ settings: { ...localSettings, attempts: 1, idleSeconds: 0.05 } }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('sent nothing'),
    });
  });

  it('gives up on a server that trickles', async () => {
    server.on('/list', (_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    });
    await expect(
      fetchIt({ settings: { ...localSettings, attempts: 1, totalSeconds: 0.15 } }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('took more than'),
    });
  });

  it.each([
    ['announces too much', answer('x'.repeat(100_001))],
    [
      'sends too much without announcing it',
      (_request: unknown, response: { write(text: string): void; end(): void }) => {
        response.write('x'.repeat(60_000));
        response.write('x'.repeat(60_000));
        response.end();
      },
    ],
    ['sends a gzip bomb', answer(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' })],
  ])('stops at the size limit when the server %s', async (_what, play) => {
    server.on('/list', play as ReturnType<typeof answer>);
    await expect(fetchIt()).rejects.toMatchObject({ code: 'AS_FILE_TOO_LARGE' });
    expect(server.requests.length).toBe(1);
  });

  it('follows redirects, relative ones too, but not in circles', async () => {
    server.on('/list', redirect('/there'));
    server.on('/there', answer(list));
    expect(text(await fetchIt())).toBe(list);
    server.on('/list', redirect('/list'));
    await expect(fetchIt()).rejects.toMatchObject({
      message: expect.stringContaining('more than 5 redirects'),
    });
  });

  it.each([
    ['a link-local address', 'https://169.254.169.254/latest/meta-data'],
    ['a private address', 'https://10.0.0.1/'],
    ['a mapped private address', 'https://[::ffff:10.0.0.1]/'],
    ['an own name', 'https://localhost/'],
    ['a file', 'file:///etc/passwd'],
    ['plain HTTP', 'http://example.org/list'],
    ['a user name', 'https://user:secret@example.org/'],
  ])('does not follow a redirect to %s', async (_what, location) => {
    server.on('/list', redirect(location));
    await expect(fetchIt()).rejects.toMatchObject({
      code: 'AS_FETCH',
      message: expect.stringContaining('not contacted'),
    });
    expect(server.requests.length).toBe(1);
  });
});
