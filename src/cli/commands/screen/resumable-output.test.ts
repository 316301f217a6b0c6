import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ResumableOutput } from './resumable-output.ts';

describe('a result file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aftershock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('goes on after the last whole block when a run was interrupted', () => {
    const file = join(folder, 'out.csv');
    new ResumableOutput(file, 'job').write('one\n', { rows: 1, hits: 1, errors: 0 });
    appendFileSync(file, 'half a li');
    const again = new ResumableOutput(file, 'job');
    expect(again.resumed).toMatchObject({ rows: 1, hits: 1, errors: 0 });
    again.write('two\n', { rows: 2, hits: 1, errors: 0 });
    again.finish();
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    expect(existsSync(`${file}.progress`)).toBe(false);
  });

  it('starts anew for another job', () => {
    const file = join(folder, 'out.csv');
    new ResumableOutput(file, 'job').write('one\n', { rows: 1, hits: 0, errors: 0 });
    const other = new ResumableOutput(file, 'other lists');
    expect(other.resumed.rows).toBe(0);
    other.write('new\n', { rows: 1, hits: 0, errors: 0 });
    expect(readFileSync(file, 'utf8')).toBe('new\n');
  });
});
