import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../sources/source.ts';
import { openArchive } from '../archive.ts';
import { fakeSource, fakeText, numbered } from '../fake-list.fixture.ts';
import { answer, FaultServer, localSettings, redirect } from './fault-server.fixture.ts';
import { fetchLists } from './fetch-lists.ts';
import { readListSettings } from './settings.ts';

let server: FaultServer;
let home: string;
let day: number;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'aftershock-home-'));
  day = 1;
  server = new FaultServer();
  await server.start();
});
afterEach(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const sourceAt = (path: string, more: Partial<Source> = {}): Source => ({
  ...fakeSource,
  addresses: [{ format: 'fake-lines', files: [{ name: 'fake.txt', url: server.url(path) }] }],
  ...more,
});
const update = async (sources = [sourceAt('/list')], settings = localSettings) => {
  const results = await fetchLists(openArchive(home, sources), {
    settings,
    waiting: { sleep: async () => {}, random: () => 0 },
    clock: () => `2025-01-${String(day++).padStart(2, '0')}T12:00:00.000Z`,
  });
  return results.map(({ outcome }) => outcome);
};
const live = () => openArchive(home, [fakeSource]).chains()[0]?.live;
/** Answers 304 to whoever has this copy. */
const tagged =
  (body: string, etag: string): ReturnType<typeof answer> =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else answer(body, { etag })(request, response);
  };

describe('fetchLists', () => {
  it('takes a new version, and then asks only whether it changed', async () => {
    server.on('/list', tagged(fakeText(numbered(20)), '"1"'));
    expect(await update()).toMatchObject([{ state: 'taken in' }]);
    expect(live()).toMatchObject({
      published: '2025-01-01',
      publishedEvidence: 'fetch day',
      origin: 'network',
    });
    expect(await update()).toMatchObject([{ state: 'unchanged' }]);
    server.on('/list', tagged(fakeText(numbered(21)), '"2"'));
    expect(await update()).toMatchObject([{ state: 'taken in' }]);
    expect(live()!.entries).toBe(21);
  });

  it('asks for the whole where its note of the last copy was damaged', async () => {
    server.on('/list', tagged(fakeText(numbered(20)), '"1"'));
    await update();
    const folder = join(home, 'archive', 'fetched');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"etag":');
    expect(await update()).toMatchObject([{ state: 'unchanged' }]);
  });

  it('takes the day of Last-Modified where the file tells none', async () => {
    server.on('/list', answer(fakeText(numbered(2)), { 'last-modified': 'Tue, 31 Dec 2024 23:00:00 GMT' }));
    await update();
    expect(live()).toMatchObject({ published: '2024-12-31', publishedEvidence: 'http header' });
  });

  it.each([
    ['a web page with status 200', answer('<!DOCTYPE html><html>Maintenance</html>'), 'web page'],
    ['something else', answer('{"error":1}'), 'What came is not Fake list'],
    ['a server in trouble', answer('', {}, 500), 'could not be fetched'],
  ])('keeps the version held on %s, and says why', async (_what, play, message) => {
    server.on('/list', answer(fakeText(numbered(20))));
    await update();
    server.on('/list', play);
    expect(await update()).toMatchObject([
      { state: 'failed', fault: { message: expect.stringContaining(message) } },
    ]);
    expect(live()!.entries).toBe(20);
    expect(openArchive(home, [fakeSource]).ledger.checks()).toMatchObject([{ outcome: 'failed' }]);
  });

  it.each([
    ['has shrunk', fakeText(numbered(5)), 'AS_LIST_SHRUNK'],
    ['is cut off', fakeText(numbered(20)).slice(0, -4), 'AS_FILE_TRUNCATED'],
    ['is empty', fakeText([]), 'AS_FILE_EMPTY'],
    ['is older', fakeText(numbered(20), '2024-06-01'), 'AS_LIST_OLDER'],
  ])('refuses a version that %s, and fetches it anew next time', async (_what, body, code) => {
    server.on('/list', answer(fakeText(numbered(20), '2024-12-01')));
    await update();
    server.on('/list', tagged(body, '"bad"'));
    expect(await update()).toMatchObject([
      { state: 'refused', refusal: { code, standingIn: expect.anything() } },
    ]);
    expect(live()!.published).toBe('2024-12-01');
    expect(await update()).toMatchObject([{ state: 'refused' }]);
  });

  it('fetches the other lists when one fails', async () => {
    server.on('/list', answer(fakeText(numbered(2))));
    const broken = sourceAt('/none', { id: 'broken' });
    expect(await update([broken, sourceAt('/list')])).toMatchObject([
      { state: 'failed' },
      { state: 'taken in' },
    ]);
  });

  it('asks several hosts at the same time, and none for two things at once, redirects included', async () => {
    const other = new FaultServer();
    await other.start();
    const under = { here: 0, there: 0 };
    const most = { here: 0, there: 0, both: 0 };
    const slow = (at: 'here' | 'there', name: string): ReturnType<typeof answer> => {
      const body = fakeText([{ entry: '1', name }]);
      return (request, response) => {
        under[at]++;
        most[at] = Math.max(most[at], under[at]);
        most.both = Math.max(most.both, Math.min(under.here, under.there));
        setTimeout(() => {
          under[at]--;
          answer(body)(request, response);
        }, 30);
      };
    };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) {
      server.on(`/${name}`, name === 'e' ? redirect(other.url('/e')) : slow('here', name));
      other.on(`/${name}`, slow('there', name));
    }
    const isHere = (name: string) => ['a', 'b', 'e'].includes(name);
    const told: string[] = [];
    const results = await fetchLists(
      openArchive(
        home,
        names.map((name) =>
          sourceAt('', {
            id: name,
            addresses: [
              {
                format: 'fake-lines',
                files: [{ name: 'fake.txt', url: (isHere(name) ? server : other).url(`/${name}`) }],
              },
            ],
          }),
        ),
      ),
      {
        settings: localSettings,
        waiting: { sleep: async () => {}, random: () => 0 },
        clock: () => '2025-01-01T12:00:00.000Z',
        onDone: (_list, done, total) => told.push(`${done} of ${total}`),
      },
    );
    await other.stop();
    expect(results.map(({ source, outcome }) => [source, outcome.state])).toEqual(
      names.map((name) => [name, 'taken in']),
    );
    expect(most).toEqual({ here: 1, there: 1, both: 1 });
    expect(told.at(-1)).toBe('6 of 6');
  });

  it('goes to a mirror when the address fails, and to the own address when one is set', async () => {
    server.on('/mirror/list', answer(fakeText(numbered(2))));
    server.on('/own', answer(fakeText(numbered(3))));
    const mirrored = {
      ...localSettings,
      mirrors: [{ from: server.url('/list'), to: server.url('/mirror/list') }],
    };
    expect(await update([sourceAt('/list')], mirrored)).toMatchObject([{ version: { entries: 2 } }]);
    const files = [{ name: 'fake.txt', url: server.url('/own') }];
    const own = { ...localSettings, addresses: { fake: { format: 'fake-lines', files } } };
    expect(await update([sourceAt('/list')], own)).toMatchObject([{ version: { entries: 3 } }]);
  });

  it('is not led into a private network by a redirect', async () => {
    server.on('/list', redirect('https://192.168.0.1/list'));
    expect(await update()).toMatchObject([{ state: 'failed', fault: { code: 'AS_FETCH' } }]);
  });

  it('says of a list without address that it has none', async () => {
    expect(await update([fakeSource])).toEqual([{ state: 'no address' }]);
  });
});

describe('readListSettings', () => {
  it('has defaults, and names the field that is wrong', () => {
    expect(readListSettings(home)).toMatchObject({ attempts: 5, allowHosts: [] });
    writeFileSync(join(home, 'settings.json'), '{"lists":{"attempts":0}}');
    expect(() => readListSettings(home)).toThrow(
      expect.objectContaining({
        code: 'AS_FIELD',
        place: expect.objectContaining({ field: 'lists.attempts' }),
      }),
    );
    writeFileSync(join(home, 'settings.json'), '{"other":1}');
    expect(readListSettings(home).attempts).toBe(5);
  });

  it('never takes settings that cannot be read for none', () => {
    mkdirSync(join(home, 'settings.json'));
    expect(() => readListSettings(home)).toThrow(expect.objectContaining({ code: 'AS_FILE_MISSING' }));
  });
});
