import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { keepRecord, note, readTrail } from './audit-trail.ts';
import { seal } from './sealed-record.ts';

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
    await store.deleteFrom('sealed_record').execute();
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

  it('keeps a record once', async () => {
    const record = seal({
      format: 'aftershock-record/1',
      command: 'ask',
      engine: '1',
      register: 'r',
      versions: [],
      settings: {},
      inputs: {},
      result: {},
    });
    await keepRecord(store, record, '2026-01-01T00:00:00Z');
    await keepRecord(store, record, '2026-01-02T00:00:00Z');
    expect((await readTrail(store)).lines).toHaveLength(1);
    expect(await store.selectFrom('sealed_record').select('sha256').execute()).toEqual([
      { sha256: record.sha256 },
    ]);
  });
});

describe('openStore', () => {
  it('says what is wrong with a file that is no database', async () => {
    await expect(openStore('/dev/null/x.db')).rejects.toMatchObject({ code: 'AS_STORE' });
  });
});
