import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, storeAddress, storeName } from './index.ts';

describe('the address of the store', () => {
  it('is a file of the home folder, unless the environment names a PostgreSQL database', () => {
    expect(storeAddress('home', {})).toBe(join('home', 'aftershock.db'));
    expect(storeAddress('home', { AFTERSHOCK_STORE: '' })).toBe(join('home', 'aftershock.db'));
    const address = 'postgresql://desk:secret@db.example.org/aftershock';
    expect(storeAddress('home', { AFTERSHOCK_STORE: address })).toBe(address);
  });

  it.each(['db.example.org:5432', '/var/lib/trail.db', 'mysql://db.example.org/x', 'postgres://'])(
    'is refused where it is none of PostgreSQL: %s',
    (address) => {
      expect(() => storeAddress('home', { AFTERSHOCK_STORE: address })).toThrow(
        expect.objectContaining({ code: 'AS_USAGE', remedy: expect.stringContaining('postgres://USER') }),
      );
    },
  );

  it('is told without user and password, also where these hold signs that they should not', () => {
    for (const address of [
      'postgres://desk:secret@db.example.org:5432/aftershock?password=secret',
      'postgres://desk:se@secret@db.example.org:5432/aftershock',
    ])
      expect(storeName(address)).toBe('postgres://db.example.org:5432/aftershock');
  });
});

describe('openStore', () => {
  it('says what is wrong with a file that is no database', async () => {
    await expect(openStore('/dev/null/x.db')).rejects.toMatchObject({ code: 'AS_STORE' });
  });

  it('says that no server answers, where, and nothing of the password', async () => {
    const port = await closedPort();
    const error = await openStore(`postgres://desk:secret@localhost:${port}/aftershock`).catch(
      (cause: unknown) => cause,
    );
    expect(String(error)).toContain(`postgres://localhost:${port}/aftershock`);
    expect(String(error)).toMatch(/ECONNREFUSED/);
    expect(String(error)).toContain('AFTERSHOCK_STORE');
    expect(String(error)).not.toContain('secret');
  });
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 1;
}
