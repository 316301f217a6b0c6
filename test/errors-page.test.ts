import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorsPage } from '../tools/write-errors-page.ts';

it('keeps docs/errors.md as the catalogue of faults has it (node tools/write-errors-page.ts)', () => {
  expect(readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage());
});
