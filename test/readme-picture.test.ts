import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmePicture } from './write-readme-picture.ts';

it('keeps docs/shock-map.svg as the program draws it (node test/write-readme-picture.ts)', () => {
  const drawn = readFileSync(new URL('../docs/shock-map.svg', import.meta.url), 'utf8');
  expect(drawn === readmePicture(), 'Run: node test/write-readme-picture.ts').toBe(true);
});
