import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

function aftershock(args: readonly string[], input = ''): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
}

describe('aftershock ownership', () => {
  it('answers each line with its id and goes on after a bad one', () => {
    const good = {
      id: 'a',
      regime: 'OFAC',
      on: '2022-06-01',
      listed: ['A'],
      links: [{ owner: 'A', owned: 'B', share: '50' }],
      party: 'B',
    };
    const lines = [
      JSON.stringify(good),
      '{"id":"broken"',
      JSON.stringify({ ...good, id: 'b', links: [{ owner: 'A', owned: 'B', share: -1 }] }),
      '',
      JSON.stringify({ ...good, id: 'c', regime: 'UK' }),
    ];
    const { out, code } = aftershock(['ownership', '--jsonl'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, result, error }) => [id, result ?? `${error.code} ${error.line}`])).toEqual([
      ['a', 'caught'],
      [null, 'AS_ROW 2'],
      ['b', 'AS_FIELD 3'],
      ['c', 'not caught'],
    ]);
    expect(code).toBe(0);
  });
});

describe('aftershock owners', () => {
  it('reads the casebook, takes assumptions, and says what would settle it', () => {
    const { out, code } = aftershock([
      'owners',
      'ezviz',
      '--regime',
      'OFAC',
      '--assume',
      'hikvision',
      '--on',
      '2025-03-01',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('? undetermined');
    expect(out.replace(/\s+/g, ' ')).toContain('sources say 48 % or 51 %');
  });

  it('reads a file of links and reports what it could not use', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aftershock-owners-'));
    const file = join(folder, 'links.csv');
    writeFileSync(file, 'owner,owned,share\nA,B,"51,3 %"\nA,,5\n');
    const { out, err, code } = aftershock([
      'owners',
      'B',
      '--in',
      file,
      '--assume',
      'A',
      '--regime',
      'UK',
      '--json',
      '--on',
      '2025-01-01',
    ]);
    rmSync(folder, { recursive: true });
    expect(JSON.parse(out).tests[0]).toMatchObject({ result: 'caught', attributed: { min: '51.3' } });
    expect(err).toContain('3: The row has no owned party');
    expect(code).toBe(0);
  });

  it('says all results first, and of a party with no listed owner in one sentence why', () => {
    const { out } = aftershock(['owners', 'ezviz', '--on', '2025-03-01']);
    const lines = out.split('\n');
    expect(lines[2]).toBe('○ not caught    OFAC 50 Percent Rule');
    expect(lines.filter((line) => line.startsWith('■ caught      ')).length).toBe(2);
    expect(out.replace(/\s+/g, ' ')).toContain('Owners that are not known here are not cleared.');
    expect(out).not.toContain('CETHIK');
  });

  it('says of a company in the United States that the affiliates rule reaches only foreign ones', () => {
    const { out } = aftershock(['owners', 'hikvision-usa', '--regime', 'BIS', '--on', '2025-10-15']);
    expect(out).toContain('○ not caught  BIS Affiliates Rule');
    expect(out.replace(/\s+/g, ' ')).toContain('is organised where the rule reaches nobody');
  });

  it('takes a legal form after a comma for a part of the name', () => {
    const { out, code } = aftershock([
      ...['owners', 'hikrobot', '--regime', 'OFAC', '--on', '2022-06-01'],
      ...['--assume', 'Hangzhou Hikvision Digital Technology Co., Ltd., cetc'],
    ]);
    expect([code, out.includes('■ caught')]).toEqual([0, true]);
  });

  it('says where section 889 counts a share and where it leaves it open', () => {
    const asked = { id: '1', regime: '889', on: '2025-01-01', listed: ['A'], party: 'B' };
    const { out } = aftershock(
      ['ownership', '--jsonl'],
      JSON.stringify({ ...asked, links: [{ owner: 'A', owned: 'B', share: '50' }] }),
    );
    expect(JSON.parse(out)).toMatchObject({
      result: 'undetermined',
      because: expect.stringContaining('more than 50 percent counts, and more than 0 percent leaves it open'),
      settle: expect.stringContaining('whether it is an affiliate is a question of fact'),
    });
  });

  it.each([
    [['owners', 'B', '--in', 'links.csv'], 'not who is listed'],
    [['owners', 'nobody at all'], 'No party with the name or id'],
    [['owners', 'hikvision', '--regime', 'Atlantis'], 'There is no ownership test'],
    [['owners', 'hikvision', '--on', 'yesterday'], 'not a calendar day'],
  ])('calls wrong use by its name: %j', (args, message) => {
    const { err, code } = aftershock(args);
    expect([err.includes(message), code]).toEqual([true, 2]);
  });
});
