import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive, takeIn } from '../../archive/index.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'show-'));
afterAll(() => rmSync(home, { recursive: true }));

const show = (...words: string[]) =>
  execFileSync(process.execPath, [main, '--home', home, 'show', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const refused = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--home', home, 'show', ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('aftershock show', () => {
  it('gives listings with day and citation, owners, brands, timeline and sources', () => {
    const text = show('Hikvision');
    expect(text).toMatch(
      /2021-06-03 +NS-CMIC \(us-ns-cmic\), EO 13959 as amended by EO 14032 \[verified: S4, L1\]/,
    );
    expect(text).toMatch(/2019-10-09 +Entity List \(us-bis-entity-list\), 84 FR 54002/);
    expect(text).toMatch(/source id \(ofac\) +30946/);
    expect(text).toMatch(/36\.55 % +CETHIK Group/);
    expect(text).toMatch(/HiLook +house brand, grade B/);
    expect(text).toMatch(/2022-05-04 +reported: The Financial Times/);
    expect(text).toMatch(/S5 +Federal Register pages/);
  });

  it('says on 1 June 2019 nothing that came later, but for days that the law had set', () => {
    const text = show('海康威视', '--on', '2019-06-01').replace(/\nSources[\s\S]*$/, '');
    expect(text).toContain('us-ndaa-889');
    expect(text).not.toMatch(/Entity List \(us-bis-entity-list\)|NS-CMIC|Covered List \(|1260H/);
    const lines = text.split('\n').filter((line) => /^ {2}20(19-(0[6-9]|1)|2\d)/.test(line));
    expect(lines).toEqual([]);
  });

  it('carries the flag of what nobody looked up', () => {
    expect(show('hikauto')).toMatch(/60 % +Hangzhou Hikvision[^\n]*[\s\S]*\[from memory\]/);
  });

  it('gives the same as JSON', () => {
    const page = JSON.parse(show('CNE100000PM8', '--on', '2022-06-01', '--json'));
    expect(page.party.id).toBe('hikvision');
    expect(page.inForce.map((shown: { listing: { regime: string } }) => shown.listing.regime)).toContain(
      'us-ns-cmic',
    );
  });

  it.each([
    [['Hikvison'], /No party is called "Hikvison"\. Nearest: Hikvision \(hikvision\)/],
    [['Hikvision', '--on', '2022-02-30'], /"2022-02-30" is not a calendar day/],
    [[], /missing required argument/],
  ])('refuses %j in one line with exit code 2', (words, message) => {
    const { status, stdout, stderr } = refused(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  it('names who else is listed under nearly the same name and kept apart, as text and as JSON', async () => {
    const entry = (uid: number, name: string) =>
      `<sdnEntry><uid>${uid}</uid><lastName>${name}</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry>`;
    const withLists = mkdtempSync(join(tmpdir(), 'show-lists-'));
    writeFileSync(
      join(withLists, 'sdn.xml'),
      `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>05/01/2024</Publish_Date><Record_Count>2</Record_Count></publshInformation>${entry(7, 'QUUXWARE HOLDING SA')}${entry(8, 'Quuxware Holding S.A.')}</sdnList>`,
    );
    await takeIn(openArchive(withLists), join(withLists, 'sdn.xml'), { now: () => '2024-05-01T00:00:00Z' });
    const words = ['--home', withLists, 'us-ofac-sdn:7', '--on', '2024-06-01'];
    expect(show(...words)).toMatch(
      /kept apart: whether they are the same is not known\n +Quuxware Holding S\.A\. \(us-ofac-sdn:8\), \S/,
    );
    expect(JSON.parse(show(...words, '--json')).namesakes).toEqual([
      expect.objectContaining({ party: 'us-ofac-sdn:8', listedOn: [expect.any(String)] }),
    ]);
    expect(
      show('us-ofac-sdn:7', '--home', withLists, '--on', '2024-01-01', '--known', '2024-06-01'),
    ).toContain('kept apart');
    rmSync(withLists, { recursive: true });
  });
});
