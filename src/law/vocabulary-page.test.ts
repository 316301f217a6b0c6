import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { vocabularyPage } from './vocabulary-page.ts';

it('is the page that stands in docs (otherwise run node tools/write-law-vocabulary.ts)', () => {
  const page = readFileSync(new URL('../../docs/law-vocabulary.md', import.meta.url), 'utf8');
  expect(page).toBe(vocabularyPage());
});
