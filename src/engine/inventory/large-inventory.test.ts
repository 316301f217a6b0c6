import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '../../model/index.ts';
import { openEngine } from '../engine.ts';
import {
  exposeInventory,
  identifyInventory,
  type LargeInventory,
  openLargeInventory,
} from './large-inventory.ts';
import { cutRows } from './row-ranges.ts';

const folder = mkdtempSync(join(tmpdir(), 'inventory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'Asset Tag,Site,Manufacturer,Model,MAC Address,IP Address,Description\n';
const rows = Array.from({ length: 600 }, (_, index) => {
  const mac = index
    .toString(16)
    .toUpperCase()
    .padStart(6, '0')
    .replace(/(..)(?=.)/g, '$1:');
  const [brand, model, block] = [
    ['Hikvision', 'DS-2CD2143G2-I', '44:19:B6'],
    ['Axis', 'P3245-LV', 'AC:CC:8E'],
    ['LTS', 'CMIP9382W-28M', '14:2F:FD'],
  ][index % 3]!;
  // Every fifth address stands behind the same router; every seventh description has line ends of its own.
  const address = index % 5 === 0 ? '00:1A:A1:00:30:01' : `${block}:${mac}`;
  const text = index % 7 === 0 ? '"bought\nin ""2020"""' : '';
  return `T-${index},Site ${index % 4},${brand},${model},${address},10.0.${index >> 8}.${index & 255},${text}\n`;
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The same inventory with ranges so small that threads have many of them. */
async function opened(path: string, threads: number): Promise<LargeInventory> {
  const inventory = (await openLargeInventory(path, { threads }))!;
  const { ranges } = cutRows(path, ',', 4_096)!;
  return { ...inventory, tasks: ranges.map((range, number) => ({ number, range })) };
}

async function identified(path: string, threads: number) {
  const parts: Uint8Array[] = [];
  const result = await identifyInventory(await opened(path, threads), {
    form: 'jsonl',
    brands: [],
    onText: (text) => {
      parts.push(text);
    },
  });
  return { ...result, lines: Buffer.concat(parts).toString().trimEnd().split('\n') };
}

describe('a large inventory', () => {
  const path = file('devices.csv', header + rows.join(''));
  const inOneThread = identified(path, 1);

  it('is cut into ranges of whole rows that together are the file', () => {
    const { ranges } = cutRows(path, ',', 4_096)!;
    expect(ranges.length).toBeGreaterThan(5);
    for (const [index, range] of ranges.entries())
      expect(range.from).toBe(index === 0 ? 0 : ranges[index - 1]!.to);
    const lines = (header + rows.join('')).split('\n');
    for (const { line } of ranges.slice(1)) expect(lines[line - 1]).toMatch(/^T-\d+,/);
  });

  it.each([
    ['rows without end', `${header}${'x'.repeat(5_000_000)}\n`],
    ['a quote that never closes', `${header}T-1,"x\n`],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le')],
  ])('is not cut where it has %s', (_what, content) => {
    expect(cutRows(file('uncut.csv', content), ',', 4_096)).toBeUndefined();
  });

  it('gives the same answers in the order of the file, however many threads there are', async () => {
    const [one, three] = [await inOneThread, await identified(path, 3)];
    expect(three).toEqual(one);
    expect(one.lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      rows.map((_, index) => `T-${index}`),
    );
    expect(one.devices).toBe(600);
  });

  it('finds the router that stands for addresses of several ranges', async () => {
    const { shared } = await opened(path, 2);
    expect([...shared]).toEqual([['001AA1003001', 120]]);
    expect((await inOneThread).lines[0]).toContain('it is the router in front of them');
  });

  it('names lost rows with their line in the whole file', async () => {
    const broken = file(
      'lost.csv',
      `${header}${rows.slice(0, 300).join('')}T-x,,,\n,,,,,,\n${rows.slice(300).join('')}`.replace(
        'T-x,,,',
        ',Site 1,,',
      ),
    );
    const { lost, devices } = await identified(broken, 2);
    const line = (header + rows.slice(0, 300).join('')).split('\n').length;
    expect(lost).toMatchObject({ count: 1, first: [{ line, lost: true }] });
    expect(devices).toBe(600);
  });

  it('joins with the law to the same duties, however many threads there are', async () => {
    const engine = openEngine({ home: join(folder, 'no-archive'), today: '2026-11-22' as Day });
    const run = async (threads: number) => {
      let csv = '';
      const exposed = await exposeInventory(await opened(path, threads), engine, {
        actor: { jurisdictions: ['us'], roles: ['federal contractor'] },
        on: '2022-06-01' as Day,
        options: { disclosures: true },
        onCsv: (text) => {
          csv += new TextDecoder().decode(text);
        },
      });
      return { exposed, csv };
    };
    const [one, three] = [await run(1), await run(3)];
    expect(three).toEqual(one);
    expect(one.exposed.duties.map(({ duty }) => duty)).toContain('stop using');
    expect(one.exposed.assets).toBe(600);
  }, 60_000);
});
