/**
 * How fast a large inventory is identified and joined with the law: a CSV of generated devices, row by row, each
 * distinct question asked once. `node bench/expose.ts [devices]`, default one million, on one thread. Prints input size,
 * rate, processor time and peak memory. The target is a million in 60 s on two cores, in 1.5 GB.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openLargeFile } from '../src/cli/commands/expose/large-file.ts';
import { openEngine } from '../src/engine/index.ts';
import { generateDevices } from '../src/equipment/calibration/generate-site.ts';
import { streamExposure } from '../src/exposure/index.ts';
import { csvLine } from '../src/formats/index.ts';
import { type Day, type Device, macText } from '../src/model/index.ts';

const [devices = 1_000_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'expose-'));
const file = join(folder, 'devices.csv');
const today = '2026-11-22' as Day;

/** A hardware address of its own for each row; the prefix is kept. */
function ownMac(device: Device, index: number): string {
  return device.mac
    ? macText(device.mac.slice(0, 6) + (index % 0xffffff).toString(16).toUpperCase().padStart(6, '0'))
    : '';
}

function writeTable(knowledge: Parameters<typeof generateDevices>[0]): void {
  const distinct = generateDevices(knowledge, 7, Math.min(devices, 50_000)).map(({ device }) => device);
  const purposes = ['security of own premises', 'public safety', 'airport', 'wildlife', ''];
  const funding = ['own funds', 'federal grant', ''];
  const types = ['camera', 'camera', 'camera', 'recorder', 'IP camera', 'network switch', ''];
  const handle = openSync(file, 'w');
  let buffer =
    'Asset Tag,Site,Device Name,Type,Manufacturer,Model,MAC Address,IP Address,HTTP Server,Description,Purchase Date,Country of Origin,Purpose,Funding,Unit Cost,Currency\n';
  for (let index = 0; index < devices; index++) {
    const one = distinct[index % distinct.length]!;
    buffer += `${csvLine([
      `T-${index}`,
      `Site ${index % 400}`,
      `cam-${index}`,
      types[index % types.length]!,
      one.brand ?? '',
      one.model ?? '',
      ownMac(one, index),
      `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
      one.signals.find(({ signal }) => signal === 'http server')?.value ?? '',
      one.purchaseText ?? '',
      one.purchased ?? '',
      one.countryOfProduction ?? '',
      purposes[index % purposes.length]!,
      funding[index % funding.length]!,
      String(100 + (index % 900)),
      'USD',
    ])}\n`;
    if (buffer.length > 1e6) {
      writeSync(handle, buffer);
      buffer = '';
    }
  }
  writeSync(handle, buffer);
  closeSync(handle);
}

try {
  const engine = openEngine({ home: join(folder, 'no-archive'), today });
  const { brands, signatures } = engine.casebook;
  const ouiEntries = createRequire(import.meta.url)('oui-data') as Readonly<Record<string, string>>;
  writeTable({ brands, signatures, ouiEntries });
  const before = process.cpuUsage();
  const started = performance.now();
  const actor = { jurisdictions: ['us'], roles: ['federal contractor', 'grant recipient'] };
  const { assets, knowledge, portfolio, issues } = openLargeFile(engine, file, 'table', actor);
  const exposure = streamExposure({
    portfolio,
    knowledge,
    ask: engine.world().ask,
    on: today,
    options: { disclosures: true },
  });
  let findings = 0;
  for (const device of assets) findings += exposure.add(device).findings.length;
  const groups = exposure.groups();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${devices} devices, ${(statSync(file).size / 1e6).toFixed(0)} MB of CSV, identified and joined with the law in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${Math.round(devices / seconds)} devices/s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
  console.log(
    `  ${findings} findings of ${exposure.touched} devices that touch a party; ${exposure.questions} distinct questions; ${issues.length} rows lost; ${exposure.notices().length} notices`,
  );
  for (const { title, count, sites, lines } of groups)
    console.log(`  ${title}: ${count} items on ${sites} sites in ${lines.length} lines`);
} finally {
  rmSync(folder, { recursive: true });
}
