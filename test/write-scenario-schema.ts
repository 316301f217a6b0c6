import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../src/rehearsal/index.ts';

writeFileSync(
  new URL('../docs/scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
);
