import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngine, scenarioWords, shippedScenarios } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';
import { parseScenario, scenarioJsonSchema } from '../src/rehearsal/index.ts';

const docs = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
const engine = openEngine({ home: '.no-archive', today: '2026-11-22' as Day });

describe('docs/scenario.schema.json', () => {
  it('is what the code says (write it anew with: node test/write-scenario-schema.ts)', () => {
    expect(JSON.parse(docs('scenario.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  });
});

describe('docs/scenarios.md', () => {
  const blocks = [...docs('scenarios.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  const words = scenarioWords(engine.casebook, engine.resolve);

  it('has examples that can be read as they stand', () => {
    expect(blocks).toHaveLength(2);
    const [whole, stacked] = blocks.map((text) => parseScenario(text, 'docs/scenarios.md', words));
    expect(new Set(whole!.assumptions.map(({ group }) => group))).toEqual(
      new Set(['designation', 'delisting', 'ally', 'licence', 'divestment', 'rule']),
    );
    expect(whole!.prices).toHaveLength(1);
    const shipped = engine.scenario('dahua-next-to-hikvision');
    expect(stacked!.assumptions).toEqual(shipped.assumptions);
  });
});

describe('a scenario that ships', () => {
  it('can be extended by its id, and by nothing that names a file', () => {
    const words = scenarioWords(engine.casebook, engine.resolve);
    for (const { id } of shippedScenarios(engine.casebook)) {
      const extended = parseScenario(`extends: ${id}\n`, 'mine.yaml', words);
      expect(extended.assumptions).toEqual(engine.scenario(id).assumptions);
    }
    expect(() => parseScenario('extends: ./casebook/scenarios/dahua-sdn.yaml\n', 'mine.yaml', words)).toThrow(
      /no scenario/,
    );
  });
});
