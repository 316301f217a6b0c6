/** Writes docs/sources.md from the readers. A test fails while the page is stale. */
import { writeFileSync } from 'node:fs';
import { sourcesPage } from '../src/sources/sources-page.ts';

writeFileSync(new URL('../docs/sources.md', import.meta.url), sourcesPage());
