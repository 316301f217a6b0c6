import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const home = join(tmpdir(), 'aftershock-no-archive-here');

function law(...args: string[]) {
  const { stdout, stderr } = spawnSync(process.execPath, [main, '--home', home, 'law', ...args], {
    encoding: 'utf8',
  });
  return { text: stdout.replace(/\s+/g, ' '), stderr };
}

describe('aftershock law', { timeout: 60_000 }, () => {
  it('shows of every rule whom it binds, when, and on what it turns, without speaking of lists', () => {
    const { text, stderr } = law('us-bis-affiliates');
    expect(stderr).toBe('');
    expect(text).toContain('binds anyone; from 29 September 2025 until 9 November 2025');
    expect(text).toContain('not known after 2026-11-09');
    expect(text).toContain('where “subject to the EAR” is yes; where not stated, left open');
    expect(law('us-ns-cmic').text).toContain(
      'from the listing until the day before “divest by” of the entry, else 365 days after the listing',
    );
    expect(law('us-fcc-covered').text).toContain('from early July 2026');
  });

  it('says from when what is not yet listed is, and that the rest is no clearance', () => {
    const { text, stderr } = law('--matrix', 'Hikvision', '--as', 'importer', '--on', '2020-01-01');
    expect(text).toContain('1260H (us): listed later, from 2021-06-03');
    expect(text).toMatch(/Not listed on: .*That is no clearance\. $/);
    expect(stderr).toContain('this is the casebook alone');
    expect(law('--ladder', 'Hikvision').text).toContain('a judgement and not law');
  });
});
