import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { note, readTrail } from './audit-trail.ts';

const postgres = process.env.AFTERSHOCK_POSTGRES;
const kinds = postgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'];

describe.each(kinds)('the audit trail on %s', (kind) => {
  let folder: string;
  let address: string;
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aftershock-'));
    address = kind === 'SQLite' ? join(folder, 'deep', 'aftershock.db') : postgres!;
    store = await openStore(address);
    await store.deleteFrom('audit').execute();
  });
  afterEach(async () => {
    await store.destroy();
    rmSync(folder, { recursive: true });
  });

  it('keeps lines in order, also when they are written at the same time, and is there after reopening', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        note(store, { event: 'seen', subject: String(index), detail: {} }, '2026-01-01T00:00:00Z'),
      ),
    );
    if (kind === 'SQLite') {
      await store.destroy();
      store = await openStore(address);
    }
    const { lines, brokenAt } = await readTrail(store);
    expect(lines.map((line) => line.number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(brokenAt).toBeUndefined();
  });

  it('shows the first line that was altered or taken out', async () => {
    for (const subject of ['a', 'b', 'c'])
      await note(store, { event: 'seen', subject, detail: {} }, '2026-01-01T00:00:00Z');
    await store.updateTable('audit').set({ subject: 'x' }).where('number', '=', 2).execute();
    expect((await readTrail(store)).brokenAt).toBe(2);
    await store.deleteFrom('audit').where('number', '=', 2).execute();
    expect((await readTrail(store)).brokenAt).toBe(3);
  });

  // In one process SQLite waits without giving the turn to whom it waits for; its writers are processes.
  if (postgres && kind === 'PostgreSQL')
    it('is one for all who open a new database at the same time', async () => {
      await sql`drop schema if exists fresh cascade`.execute(store);
      await sql`create schema fresh`.execute(store);
      const fresh = new URL(postgres);
      fresh.searchParams.set('options', '-csearch_path=fresh');
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(fresh.href)));
      await Promise.all(
        stores.map((each, index) =>
          note(each, { event: 'seen', subject: String(index), detail: {} }, '2026-01-01T00:00:00Z'),
        ),
      );
      const { lines, brokenAt } = await readTrail(stores[0]!);
      await Promise.all(stores.map((each) => each.destroy()));
      expect([lines.map(({ number }) => number), brokenAt]).toEqual([[1, 2, 3, 4], undefined]);
    });
});
