/** Writes the outline of the world for the maps of the report. A test fails while it is stale. */
import { writeFileSync } from 'node:fs';
import { worldOutline } from './world-outline.ts';

writeFileSync(new URL('../src/report/tables/world-outline.generated.json', import.meta.url), worldOutline());
