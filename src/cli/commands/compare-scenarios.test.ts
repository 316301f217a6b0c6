import { Command } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { define } from './compare-scenarios.ts';

async function run(...args: string[]): Promise<string> {
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    const command = new Command('compare-scenarios').option('--home <dir>', '', '.no-archive').exitOverride();
    define(command);
    await command.parseAsync(args, { from: 'user' });
  } finally {
    spy.mockRestore();
  }
  return out;
}

describe('compare-scenarios', () => {
  it('sets the scenarios of a portfolio side by side, in the order given', async () => {
    const out = await run('ladder-6-sdn', 'ladder-1-entity-list', '--portfolio', 'alder-row-fund');
    expect(out.indexOf('Step 6 of 7')).toBeGreaterThan(0);
    expect(out.indexOf('Step 1 of 7')).toBeGreaterThan(out.indexOf('Step 6 of 7'));
    expect(out).toContain('Alder Row Global Equity Fund');
  });

  it('gives all figures as JSON', async () => {
    const out = await run('ladder-5-menu-based', 'ladder-6-sdn', '--portfolio', 'alder-row-fund', '--json');
    const [row] = JSON.parse(out) as { columns: { scenario: string; against?: { with: string } }[] }[];
    expect(row!.columns.map((column) => [column.scenario, column.against?.with])).toEqual([
      ['ladder-5-menu-based', undefined],
      ['ladder-6-sdn', 'ladder-5-menu-based'],
    ]);
  });

  it('refuses one scenario alone, and one that is not there', async () => {
    await expect(run('ladder-6-sdn')).rejects.toThrow(/One scenario cannot be compared/);
    await expect(run('ladder-6-sdn', 'nothing')).rejects.toThrow(/no scenario "nothing"/);
  });
});
