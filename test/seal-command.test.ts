import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson, type RecordContent, seal } from '../src/desk/index.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aftershock-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aftershock(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

function contentOf(file: string): RecordContent {
  const record: { content: RecordContent } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return record.content;
}

function writeRecord(file: string, content: RecordContent): void {
  writeFileSync(join(folder, file), canonicalJson(seal(content)));
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(join(folder, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
writeFileSync(join(folder, 'other.pem'), other);
writeFileSync(join(folder, 'names.csv'), 'name\nHikvision\nMeadow Bakery\n');

describe('a sealed answer', { timeout: 60_000 }, () => {
  it.each([
    [
      'ask',
      '--as',
      'exporter',
      '--activity',
      'export',
      '--party',
      'Hikvision',
      '--on',
      '2020-01-01',
      '--json',
    ],
    ['owners', 'ezviz', '--json'],
    ['screen', '--in', 'names.csv', '--jsonl'],
    ['show', 'dahua'],
  ])('of %s is replayed to the same bytes from the record alone', (...words) => {
    expect(aftershock('seal', 'answer.json', '--', ...words).code).toBe(0);
    const { code, stdout } = aftershock('verify', 'answer.json');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Replayed: the same bytes.')]);
  });

  it('about what was known on a day is about that day, as the command has it', () => {
    aftershock('seal', 'then.json', '--', 'show', 'dahua', '--known', '2020-01-01', '--json');
    const { inputs, result } = contentOf('then.json');
    expect(inputs).toMatchObject({
      arguments: ['show', 'dahua', '--known', '2020-01-01', '--json', '--on', '2020-01-01'],
    });
    expect(result).toMatchObject({ output: { on: '2020-01-01', known: '2020-01-01' } });
  });

  it('holds the file that it was asked about, and the days on which it was asked', () => {
    aftershock('seal', 'screened.json', '--', 'screen', '--in', 'names.csv', '--jsonl');
    const { inputs } = contentOf('screened.json');
    expect(inputs).toMatchObject({
      arguments: [
        'screen',
        '--in',
        'input-1.csv',
        '--jsonl',
        '--on',
        expect.any(String),
        '--known',
        expect.any(String),
      ],
      files: [{ name: 'input-1.csv', base64: readFileSync(join(folder, 'names.csv')).toString('base64') }],
    });
  });

  it('tells by whom it was signed, and that another key did not', () => {
    aftershock('seal', 'signed.json', '--sign', 'key.pem', '--', 'owners', 'ezviz', '--json');
    const right = aftershock('verify', 'signed.json', '--key', 'public.pem');
    expect([right.code, right.stdout]).toEqual([0, expect.stringContaining('valid, and of that key')]);
    const wrong = aftershock('verify', 'signed.json', '--key', 'other.pem');
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('of another key')]);
  });

  it('shows what was altered, though it was sealed anew', () => {
    aftershock('seal', 'altered.json', '--', 'owners', 'ezviz', '--json');
    const content = contentOf('altered.json');
    writeRecord('altered.json', {
      ...content,
      result: { exit: 3, output: (content.result as { output: [] }).output },
    });
    const { code, stdout } = aftershock('verify', 'altered.json');
    expect(code).toBe(1);
    expect(stdout).toContain('differs in 1 place.');
    expect(stdout).toMatch(/\/exit +3 +0/);
  });

  it.each([
    ['another command', 'update', ['update']],
    ['a command that is not the one it names', 'ask', ['update', '--from', 'x']],
    ['a file to write', 'screen', ['screen', 'Hikvision', '--out', 'written.csv']],
    ['a file of the one who replays', 'screen', ['screen', '--in', '/etc/hosts']],
    ['a file above', 'screen', ['screen', '--in=../names.csv']],
    ['a file above by a way round', 'screen', ['screen', '--in', 'input-1/../../names.csv']],
    [
      'a page to write',
      'diff',
      ['diff', '--from', '2021-01-01', '--to', '2022-01-01', '--html', 'written.csv'],
    ],
  ])('is not replayed where it asks for %s', (_what, command, words) => {
    aftershock('seal', 'hostile.json', '--', 'owners', 'ezviz', '--json');
    writeRecord('hostile.json', {
      ...contentOf('hostile.json'),
      command,
      inputs: { arguments: words, files: [] },
    });
    const { code, stderr } = aftershock('verify', 'hostile.json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot be replayed')]);
    expect(existsSync(join(folder, 'written.csv'))).toBe(false);
  });

  it.each([[[]], [['--line', 'a'.repeat(64)]], [['x.json', '--trail']], [['--trail', '--line', 'none']]])(
    'is not asked for with a verify of %j',
    (words) => {
      expect(aftershock('verify', ...words)).toMatchObject({ code: 2, stdout: '' });
    },
  );

  it('is refused of what only does something', () => {
    expect(aftershock('seal', 'x.json', '--', 'update').code).toBe(2);
    expect(aftershock('seal', 'x.json', '--', 'constructor').code).toBe(2);
    expect(aftershock('seal', 'x.json', '--', 'screen', 'X', '--out', 'y.csv').code).toBe(2);
  });
});
