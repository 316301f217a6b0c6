/**
 * How fast a large inventory is identified and joined with the law, by the way that `aftershock expose` takes: a CSV of
 * generated devices in threads, each distinct question asked once. `node bench/expose.ts [devices] [threads]`, default one
 * million and what the machine has. Prints input size, rate, processor time and peak memory. The target is a million in
 * 60 s on two cores, in 1.5 GB.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { exposeInventory, openEngine, openLargeInventory } from '../src/engine/index.ts';
import { generateDevices } from '../src/equipment/calibration/generate-site.ts';
import { createKnownValues } from '../src/equipment/index.ts';
import { csvLine } from '../src/formats/index.ts';
import { type Day, type Device, macText } from '../src/model/index.ts';

const [devices = 1_000_000, threads] = process.argv.slice(2).map(Number);
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
  const inventory = await openLargeInventory(file, {
    values: createKnownValues(signatures),
    ...(threads === undefined ? {} : { threads }),
  });
  if (!inventory) throw new Error('The table could not be cut.');
  const opened = (performance.now() - started) / 1000;
  const exposed = await exposeInventory(inventory, engine, {
    actor,
    on: today,
    options: { disclosures: true },
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${devices} devices, ${(statSync(file).size / 1e6).toFixed(0)} MB of CSV, identified and joined with the law in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${Math.round(devices / seconds)} devices/s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
  console.log(
    `  ${opened.toFixed(1)} s of it to cut the file and find routers; ${exposed.touched} devices touch a party; ${exposed.questions} distinct questions; ${exposed.lost.count} rows lost; ${exposed.notices.length} notices`,
  );
  for (const { title, count, sites, lines } of exposed.duties)
    console.log(`  ${title}: ${count} items on ${sites} sites in ${lines.length} lines`);
} finally {
  rmSync(folder, { recursive: true });
}
