import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive, takeIn } from '../archive/index.ts';
import { loadCasebook } from '../casebook/index.ts';
import { openEngine, openHeldRegister, openNameFinder } from '../engine/index.ts';
import type { Day } from '../model/index.ts';
import { createLiveService, type LiveServiceOptions, listen } from './index.ts';
import { FollowedLists } from './lists/followed-lists.ts';

const today = '2026-06-01' as Day;
let home: string;
let service: FastifyInstance | undefined;
let told: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aftershock-live-'));
  told = [];
});
afterEach(async () => {
  await service?.close();
  service = undefined;
  rmSync(home, { recursive: true });
});

/** Takes a version of the SDN list in, as `update` does, which then brings the lists together. */
async function update(name: string, day: string, thenReady = true): Promise<void> {
  const folder = join(home, 'files', day);
  mkdirSync(folder, { recursive: true });
  const [year, month, date] = day.split('-');
  writeFileSync(
    join(folder, 'sdn.xml'),
    `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>${month}/${date}/${year}</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>7</uid><lastName>${name}</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry></sdnList>`,
  );
  const archive = openArchive(home);
  const { sets } = await takeIn(archive, folder, { now: () => `${day}T00:00:00Z` });
  expect(sets.map(({ outcome }) => outcome.state)).toEqual(['taken in']);
  if (!thenReady) return;
  const register = openHeldRegister({ home, today, casebook: loadCasebook(), onBuild: () => {} });
  openNameFinder(home, register);
}

async function start(options: Partial<LiveServiceOptions> = {}): Promise<string> {
  const engine = openEngine({ home, today });
  service = await createLiveService({
    engine,
    reports: join(home, 'reports'),
    clock: () => today,
    onLists: (message) => told.push(message),
    every: 20,
    ...options,
  });
  return `http://127.0.0.1:${await listen(service, '127.0.0.1', 0)}`;
}

async function get<Body>(url: string): Promise<Body> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

const registerOf = async (base: string) => (await get<{ register: string }>(`${base}/readyz`)).register;

async function changed(base: string, before: string): Promise<string> {
  for (;;) {
    const now = await registerOf(base);
    if (now !== before) return now;
    await sleep(20);
  }
}

interface Asked {
  readonly register: string;
  readonly counterparty?: { readonly id: string };
  readonly listStandings: { readonly stale: Readonly<Record<string, number>> };
}

/** A question whose first half is sent at once, and the rest when the answer is asked for. */
function slowly(base: string, question: object): () => Promise<Asked> {
  const text = JSON.stringify(question);
  const asking = httpRequest(`${base}/v1/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
  });
  const answer = new Promise<string>((resolve, reject) => {
    asking.on('error', reject).on('response', (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece)).on('end', () => resolve(body));
    });
  });
  asking.write(text.slice(0, 10));
  return async () => {
    asking.end(text.slice(10));
    return JSON.parse(await answer) as Asked;
  };
}

const question = { activity: 'buy', counterparty: 'Quuxware Holding SA', actor: { roles: ['bank'] } };

describe('a service that runs while lists are taken in', { timeout: 120_000 }, () => {
  it('answers from them without a restart, and to the end from the old ones where it had begun', async () => {
    const base = await start();
    const before = await registerOf(base);
    const finish = slowly(base, question);
    await update('QUUXWARE HOLDING SA', '2026-05-01');
    const after = await changed(base, before);

    const late = await finish();
    expect([late.register, late.counterparty]).toEqual([before, undefined]);
    const asked = await slowly(base, question)();
    expect([asked.register, asked.counterparty]).toEqual([after, expect.anything()]);
    expect(await get(`${base}/v1/lists`)).toMatchObject({ register: after });
    expect(told).toEqual([`Answering from the lists taken in since (register ${after.slice(0, 16)}).`]);

    await update('OTHER NAME SA', '2026-05-08');
    const last = await changed(base, after);
    expect((await slowly(base, question)()).register).toBe(last);
  });

  it('goes on with its jobs and counts', async () => {
    const base = await start();
    const before = await registerOf(base);
    const job = await fetch(`${base}/v1/screen/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ names: ['Hikvision'] }),
    });
    const { id } = (await job.json()) as { id: string };
    await update('QUUXWARE HOLDING SA', '2026-05-01');
    await changed(base, before);
    expect(await get(`${base}/v1/jobs/${id}`)).toMatchObject({ id });
    expect(await (await fetch(`${base}/metrics`)).text()).toMatch(
      /route="\/v1\/screen\/jobs",status="202"\} 1/,
    );
  });

  it('hears that they were checked and found unchanged', async () => {
    await update('QUUXWARE HOLDING SA', '2026-03-01');
    const base = await start();
    const stale = async () => Object.keys((await slowly(base, question)()).listStandings.stale);
    expect(await stale()).toEqual(['us-ofac-sdn']);
    openArchive(home).ledger.putCheck({
      source: 'us-ofac-sdn',
      checkedAt: `${today}T00:00:00Z`,
      outcome: 'unchanged',
    });
    while ((await stale()).length > 0) await sleep(20);
    expect(told).toEqual([]);
  });

  it('brings them together beside where nobody else does', async () => {
    const base = await start({ patience: 100 });
    const before = await registerOf(base);
    await update('QUUXWARE HOLDING SA', '2026-05-01', false);
    await changed(base, before);
    expect((await slowly(base, question)()).counterparty).toBeDefined();
  });

  it('stays with the old ones while the new cannot be opened, and says so once', async () => {
    const base = await start();
    const before = await registerOf(base);
    await update('QUUXWARE HOLDING SA', '2026-05-01');
    writeFileSync(join(home, 'settings.json'), '{');
    while (told.length === 0) await sleep(20);
    await sleep(200);
    expect(told).toEqual([expect.stringMatching(/^New lists cannot be used: .*settings\.json/)]);
    expect(await registerOf(base)).toBe(before);
    rmSync(join(home, 'settings.json'));
    await changed(base, before);
  });
});

describe('a look at the lists', () => {
  it('reads nothing where nothing moved, and looks again at what was written a moment ago', async () => {
    const engine = openEngine({ home, today });
    const lists = new FollowedLists(home);
    await update('QUUXWARE HOLDING SA', '2026-05-01', false);
    expect(lists.look(engine, today)).toBe('not ready');
    expect(lists.look(engine, today)).toBe('not ready');
    expect(lists.look(engine, today, Date.now() + 10_000)).toBe('not ready');
    expect(lists.look(engine, today, Date.now() + 10_000)).toBe('same');
    await update('QUUXWARE HOLDING SA', '2026-05-02');
    expect(lists.look(engine, today)).toBe('ready');
    expect(lists.look(openEngine({ home, today }), today)).toBe('same versions');
  });
});
