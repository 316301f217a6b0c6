import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Fault, parseDay } from '../model/index.ts';
import { checkLaw } from './check-law.ts';
import { parseRegime } from './parse-regime.ts';

const folder = fileURLToPath(new URL('../../casebook/regimes/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const text = readFileSync(`${folder}us-bis-uvl.yaml`, 'utf8');

function faultOf(changed: string): Fault {
  try {
    parseRegime(changed, 'regimes/us-bis-uvl.yaml');
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('a regime file', () => {
  it.each(names)('%s keeps its schema and carries its own id', (name) => {
    expect(`${parseRegime(readFileSync(folder + name, 'utf8'), name).id}.yaml`).toBe(name);
  });

  it.each([
    ['an effect that is none', text.replace('effect: ineligible', 'effect: unlucky'), 'provisions.0.effect'],
    [
      'a synonym in place of the word',
      text.replace('[use licence exception]', '[licence exception]'),
      'provisions.0.activities',
    ],
    [
      'a fact that nobody can state',
      text.replace('fact: subject to the EAR', 'fact: mood'),
      'provisions.1.when.0',
    ],
    [
      'a fact without source',
      text.replace(/source: S1\n {4}verified: verified\n {2}- id: rf/, 'verified: verified\n  - id: rf'),
      'provisions.1.source',
    ],
    ['an id used twice', text.replace('id: rf', 'id: noexc'), 'provisions.2.id'],
    [
      'no negative statement',
      text.replace(/doesNotDo:[\s\S]*?severity/, 'doesNotDo: []\nseverity'),
      'doesNotDo',
    ],
    ['a day that is none', text.replace('checkedOn: 2026-11-22', 'checkedOn: 2026-02-30'), 'checkedOn'],
  ])('is refused for %s, with line and field', (_, changed, field) => {
    const fault = faultOf(changed);
    expect(fault.code).toBe('AS_CASEBOOK');
    expect(fault.place.field).toBe(field);
    expect(fault.place.line).toBeGreaterThan(1);
  });

  it('is refused with the line where it is no YAML', () => {
    expect(faultOf('id: [').place.line).toBe(1);
  });
});

describe('the check of the law', () => {
  const regimes = names.map((name) => parseRegime(readFileSync(folder + name, 'utf8'), name));

  it('finds the reviews that are due on a day, what presses first', () => {
    const concerns = checkLaw(regimes, parseDay('2026-11-22'));
    expect(concerns[0]?.what).toBe('review due');
    expect(concerns.filter((one) => one.what === 'review due').map((one) => one.regime)).toEqual([
      'us-bis-affiliates',
      'us-ns-cmic',
    ]);
    expect(concerns.some((one) => one.what === 'rough day' && one.where === 'provisions/import-old')).toBe(
      true,
    );
  });

  it('finds no regime without a general negative statement', () => {
    expect(
      checkLaw(regimes, parseDay('2026-11-22')).filter((one) => one.what === 'no general negative statement'),
    ).toEqual([]);
  });
});
