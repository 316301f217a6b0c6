/** Writes docs/law-vocabulary.md from the vocabularies. A test fails while the page is stale. */
import { writeFileSync } from 'node:fs';
import { vocabularyPage } from '../src/law/vocabulary-page.ts';

writeFileSync(new URL('../docs/law-vocabulary.md', import.meta.url), vocabularyPage());
