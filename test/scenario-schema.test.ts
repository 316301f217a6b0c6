import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../src/rehearsal/index.ts';

describe('docs/scenario.schema.json', () => {
  it('is what the code says (write it anew with: node test/write-scenario-schema.ts)', () => {
    const kept = readFileSync(new URL('../docs/scenario.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
  });
});
