import { describe, expect, it } from 'vitest';
import { canonicalJson, parseRecord, seal } from '../src/desk/index.ts';
import { openEngine, recordOfRehearsals, replayRehearsals } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';

const engine = openEngine({ home: '.no-archive', today: '2026-11-22' as Day });
const scenario = engine.scenario('ladder-6-sdn');
const { portfolio } = engine.portfolio('alder-row-fund');
const rehearsal = engine.rehearse(scenario, portfolio);
const written = `${canonicalJson(seal(recordOfRehearsals(engine, scenario, [portfolio], [rehearsal])))}\n`;

describe('a sealed rehearsal', () => {
  it('replays to the same bytes from the record alone', () => {
    const replay = replayRehearsals(engine, parseRecord(written, 'record.json'));
    expect(replay).toEqual({
      seal: { intact: true, signed: 'not signed' },
      same: true,
      otherwise: [],
      differences: [],
    });
  });

  it('shows what was altered in it, to the place', () => {
    const altered = written.replace(`"after":"${rehearsal.changes[0]!.after}"`, '"after":"allowed"');
    expect(altered).not.toBe(written);
    const replay = replayRehearsals(engine, parseRecord(altered, 'record.json'));
    expect(replay.seal.intact).toBe(false);
    expect(replay.differences).toHaveLength(1);
    expect(replay.differences[0]!.path).toMatch(/after$/);
  });

  it('says that it was made of other lists or another casebook', () => {
    const { content } = parseRecord(written, 'record.json');
    expect(replayRehearsals(engine, seal({ ...content, register: 'other' })).otherwise).toEqual([
      'The casebook is not the one of the record.',
    ]);
    const version = { source: 'us-ofac-sdn', published: '2022-05-01', sha256: 'x' };
    expect(
      replayRehearsals(engine, seal({ ...content, register: 'other', versions: [version] })).otherwise,
    ).toEqual(['us-ofac-sdn of 2022-05-01 is not held.']);
  });

  it('refuses a record of another command', () => {
    const { content } = parseRecord(written, 'record.json');
    expect(() => replayRehearsals(engine, seal({ ...content, command: 'screen' }))).toThrow(
      /cannot be replayed/,
    );
  });
});
