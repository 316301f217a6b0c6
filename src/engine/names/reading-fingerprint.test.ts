import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RegisterView } from '../../model/index.ts';
import { openNameFinder } from './name-finder.ts';
import { readingFingerprint } from './reading-fingerprint.ts';

const home = mkdtempSync(join(tmpdir(), 'aftershock-names-'));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const register = {
  hash: 'f'.repeat(64),
  versions: [{}],
  parties: () => [],
} as unknown as RegisterView;

test('the fingerprint of the reading is the same each time it is asked for', () => {
  expect(readingFingerprint()).toMatch(/^[0-9a-f]{16}$/);
  expect(readingFingerprint()).toBe(readingFingerprint());
});

test('an index is kept under the register and the reading, and one of another reading goes', () => {
  const folder = join(home, 'names');
  mkdirSync(folder, { recursive: true });
  const older = join(folder, `${register.hash.slice(0, 40)}-0000000000000000.index`);
  const ofOther = join(folder, `${'e'.repeat(40)}-0000000000000000.index`);
  writeFileSync(older, 'not an index');
  writeFileSync(ofOther, 'of other lists');
  openNameFinder(home, register);
  expect(readdirSync(folder).sort()).toEqual([
    `${'e'.repeat(40)}-0000000000000000.index`,
    `${register.hash.slice(0, 40)}-${readingFingerprint()}.index`,
  ]);
  expect(existsSync(older)).toBe(false);
  expect(readFileSync(ofOther, 'utf8')).toBe('of other lists');
});

test('indexes of other lists stay while they are few, the longest unused go', () => {
  const folder = join(home, 'names');
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < 8; number++) {
    const path = join(folder, `${String(number).repeat(40)}-0000000000000000.index`);
    writeFileSync(path, 'of other lists');
    utimesSync(path, 1_000 + number, 1_000 + number);
  }
  openNameFinder(home, register);
  const kept = readdirSync(folder).map((name) => name.slice(0, 1));
  expect(kept.sort()).toEqual(['3', '4', '5', '6', '7', 'f']);
});

test('an index that is cut off is built anew', () => {
  openNameFinder(home, register);
  const path = join(home, 'names', readdirSync(join(home, 'names'))[0]!);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 10));
  expect(openNameFinder(home, register).search('Hikvision')).toEqual([]);
  expect(readFileSync(path).length).toBe(whole.length);
});
