import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generate, generatedFiles } from './write-openapi.ts';

it('keeps docs/openapi.json and the types of the pages as the schemas have them', async () => {
  const wanted = await generate();
  const say = 'Run: node src/server/write-openapi.ts';
  expect(readFileSync(generatedFiles.openApi, 'utf8'), say).toBe(wanted.openApi);
  expect(readFileSync(generatedFiles.clientTypes, 'utf8'), say).toBe(wanted.clientTypes);
});
