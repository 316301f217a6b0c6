import { describe, expect, it } from 'vitest';
import { canonicalJson, parseRecord, seal } from '../src/desk/index.ts';
import { engineVersion, openEngine, recordOfRehearsals, replayRehearsals } from '../src/engine/index.ts';
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
      onlyNamed: false,
      differences: [],
    });
  });

  it('shows what was altered in it, to the place', () => {
    const altered = written.replace(`"after":"${rehearsal.changes[0]!.after}"`, '"after":"allowed"');
    expect(altered).not.toBe(written);
    const replay = replayRehearsals(engine, parseRecord(altered, 'record.json'));
    expect(replay.seal.intact).toBe(false);
    expect(replay.differences).toHaveLength(1);
    expect(replay.onlyNamed).toBe(false);
    expect(replay.differences[0]!.path).toMatch(/after$/);
  });

  it('says that it was made of other lists or another casebook', () => {
    const { content } = parseRecord(written, 'record.json');
    const casebook = { ...(content.settings as object), casebook: 'other' };
    expect(
      replayRehearsals(engine, seal({ ...content, register: 'other', settings: casebook })).otherwise,
    ).toEqual(['The casebook is not the one of the record.']);
    const version = { source: 'us-ofac-sdn', published: '2022-05-01', sha256: 'x' };
    expect(
      replayRehearsals(engine, seal({ ...content, register: 'other', versions: [version] })).otherwise,
    ).toEqual(['us-ofac-sdn of 2022-05-01 is not held.']);
  });

  it('made by another version of the program says so, and that the answer is the same where it is', () => {
    const { content } = parseRecord(written, 'record.json');
    const before = JSON.stringify(content)
      .replaceAll(content.register, 'f'.repeat(64))
      .replaceAll(`"engine":"${content.engine}"`, '"engine":"0.0.1"');
    const replay = replayRehearsals(engine, seal(JSON.parse(before)));
    expect(replay.otherwise).toEqual([
      `Made by version 0.0.1 of Aftershock, replayed by version ${engineVersion}: what differs may come from the program.`,
      'Lists and casebook are those of the record; the program that brings them together, or keepApart of the settings, is not.',
    ]);
    expect(replay.differences.map(({ path }) => path)).toEqual(['/0/engine', '/0/register']);
    expect([replay.same, replay.onlyNamed]).toEqual([false, true]);
    const altered = seal(
      JSON.parse(before.replace(`"after":"${rehearsal.changes[0]!.after}"`, '"after":"allowed"')),
    );
    expect(replayRehearsals(engine, altered).onlyNamed).toBe(false);
  });

  it('of before, which does not say with which casebook it was made, leaves that open', () => {
    const { content } = parseRecord(written, 'record.json');
    const old = seal({ ...content, register: 'other', settings: { known: engine.known } });
    expect(replayRehearsals(engine, old).otherwise).toEqual([
      'The lists are those of the record; the casebook, or the program that brings it and the lists together, is not.',
    ]);
  });

  it('refuses a record of another command', () => {
    const { content } = parseRecord(written, 'record.json');
    expect(() => replayRehearsals(engine, seal({ ...content, command: 'screen' }))).toThrow(
      /cannot be replayed/,
    );
  });
});
