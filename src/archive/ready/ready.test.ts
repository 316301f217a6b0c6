import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type RegisterView, viewOf } from '../../model/register.ts';
import { build, casebookListing, casebookParty, chain, identifier } from '../register/register.fixture.ts';
import { partsOf } from '../register/register-parts.ts';
import { openReady } from './open-ready.ts';
import { writeReady } from './write-ready.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftershock-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const many = Array.from({ length: 1100 }, (_, index) => ({
  entry: String(index + 1),
  name: `Партия ${index} 海康`,
}));
const register = build(
  [
    chain('a', [
      '2020-01-01',
      [{ entry: 'x', name: 'Boss Holding' }, ...many, { entry: 'y', linkedTo: 'Boss Holding' }],
    ]),
    chain('b', [
      '2021-01-01',
      [{ entry: '7', name: 'Lone', identifiers: [identifier('LEI', '5493001KJTIIGC8Y1R12')] }],
    ]),
  ],
  {
    casebook: {
      parties: [
        casebookParty('lone', 'Lone Star', { identifiers: [identifier('LEI', '5493001KJTIIGC8Y1R12')] }),
      ],
      listings: [casebookListing('lone', 'r')],
      links: [],
    },
  },
);
const path = join(folder, 'register');
writeReady(partsOf(register), path, join(folder, 'temporary'));

const everything = (view: RegisterView) => ({
  known: view.known,
  hash: view.hash,
  versions: view.versions,
  size: view.size,
  parties: [...view.parties()],
  names: [...view.names()],
  listings: [...view.listings()],
  links: [...view.links()],
  redirects: view.redirects,
  doubts: view.doubts,
});

describe('a ready register', () => {
  it('says all that the plain one says', () => {
    const opened = openReady(path)!;
    const plain = viewOf(register);
    expect(everything(opened)).toEqual(everything(plain));
    for (const id of ['lone', 'b:7', 'a:x', 'a:y', 'a:1', 'nobody', '__proto__', 'constructor', '']) {
      expect(opened.resolve(id)).toBe(plain.resolve(id));
      expect(opened.party(id)).toEqual(plain.party(id));
      expect(opened.listingsOf(id)).toEqual(plain.listingsOf(id));
      expect(opened.linksOf(id)).toEqual(plain.linksOf(id));
      expect(opened.mergesOf(id)).toEqual(plain.mergesOf(id));
    }
    expect(opened.party('b:7')!.id).toBe('lone');
    opened.close();
  });

  it('is not opened when it is missing, cut off or something else', () => {
    expect(openReady(join(folder, 'none'))).toBeUndefined();
    const damaged = join(folder, 'damaged');
    writeReady(partsOf(register), damaged, join(folder, 'temporary'));
    truncateSync(damaged, statSync(damaged).size - 1);
    expect(openReady(damaged)).toBeUndefined();
    // A header that was written over, before a tail that is whole.
    writeReady(partsOf(register), damaged, join(folder, 'temporary'));
    const bytes = readFileSync(damaged);
    bytes.fill(0, bytes.length - 40, bytes.length - 12);
    writeFileSync(damaged, bytes);
    expect(openReady(damaged)).toBeUndefined();
    writeFileSync(damaged, 'AFTSHK');
    expect(openReady(damaged)).toBeUndefined();
  });

  it('says that it was closed when it is asked after', () => {
    const opened = openReady(path)!;
    opened.close();
    expect(() => [...opened.parties()]).toThrow(expect.objectContaining({ code: 'AS_INTERNAL' }));
  });
});
