/**
 * How fast devices are identified from files, by the way that `aftershock identify` takes: a CSV of generated devices in
 * threads, and a Shodan download of generated banners.
 * `node bench/equipment.ts [devices] [banners]`, default one million and 400,000. Prints input size, rate and peak memory.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import ouiEntries from 'oui-data' with { type: 'json' };
import { loadCasebook } from '../src/casebook/index.ts';
import { identifyInventory, openLargeInventory } from '../src/engine/index.ts';
import { generateDevices } from '../src/equipment/calibration/generate-site.ts';
import { createIdentifier } from '../src/equipment/index.ts';
import { csvLine } from '../src/formats/index.ts';
import { type Device, macText } from '../src/model/index.ts';
import { streamShodanDevices } from '../src/portfolio/index.ts';

const [devices = 1_000_000, banners = 400_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'equipment-'));
const { brands, signatures } = loadCasebook();
const knowledge = { brands, signatures, ouiEntries };
const distinct = generateDevices(knowledge, 7, Math.min(devices, 50_000)).map(({ device }) => device);

let cpuBefore = process.cpuUsage();

function report(what: string, count: number, unit: string, file: string, started: number): void {
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = ((user + system) / 1e6).toFixed(1);
  const size = (statSync(file).size / 1e6).toFixed(0);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(
    `${what}: ${count} ${unit}, ${size} MB, ${seconds.toFixed(1)} s (${cpu} s of processor), ${Math.round(count / seconds)} ${unit}/s, peak ${peak} MB`,
  );
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  for (;;) {
    const buffer = Buffer.allocUnsafe(2 ** 20);
    const read = readSync(handle, buffer, 0, buffer.length, null);
    if (read === 0) break;
    yield buffer.subarray(0, read);
  }
  closeSync(handle);
}

function writeLines(file: string, count: number, lineOf: (index: number) => string, head = ''): void {
  const handle = openSync(file, 'w');
  let buffer = head;
  for (let index = 0; index < count; index++) {
    buffer += `${lineOf(index)}\n`;
    if (buffer.length > 1e6) {
      writeSync(handle, buffer);
      buffer = '';
    }
  }
  writeSync(handle, buffer);
  closeSync(handle);
}

/** A hardware address of its own for each row; the prefix is kept. */
function ownMac(device: Device, index: number): string {
  return device.mac
    ? macText(device.mac.slice(0, 6) + (index % 0xffffff).toString(16).toUpperCase().padStart(6, '0'))
    : '';
}

function banner(device: Device, index: number): string {
  const server = device.signals.find(({ signal }) => signal === 'http server')?.value ?? null;
  const realm = device.signals.find(({ signal }) => signal === 'realm')?.value;
  const ip_str = `10.${(index >> 17) & 255}.${(index >> 9) & 255}.${(index >> 1) & 255}`;
  const data = `HTTP/1.1 401 Unauthorized\r\nServer: ${server ?? 'nginx'}\r\n${realm ? `WWW-Authenticate: Digest realm="${realm}", nonce="${index}"\r\n` : ''}\r\n`;
  const port = index % 2 === 0 ? 80 : 554;
  return JSON.stringify({
    hash: index,
    timestamp: '2025-11-18T10:11:12.000000',
    ip_str,
    port,
    transport: 'tcp',
    org: 'Example',
    data,
    product: device.signals.find(({ signal }) => signal === 'service product')?.value,
    http: { status: 200, title: 'index', server, location: '/', html: 'x'.repeat(600) },
    location: { city: 'Example', country_code: 'US' },
  });
}

try {
  const table = join(folder, 'devices.csv');
  const head =
    'Asset Tag,Site,Device Name,Type,Manufacturer,Model,MAC Address,IP Address,HTTP Server,Description,Purchase Date,Country of Origin\n';
  writeLines(
    table,
    devices,
    (index) => {
      const one = distinct[index % distinct.length]!;
      const server = one.signals.find(({ signal }) => signal === 'http server')?.value ?? '';
      return csvLine([
        `T-${index}`,
        `Site ${index % 400}`,
        `cam-${index}`,
        'camera',
        one.brand ?? '',
        one.model ?? '',
        ownMac(one, index),
        `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
        server,
        one.purchaseText ?? '',
        one.purchased ?? '',
        one.countryOfProduction ?? '',
      ]);
    },
    head,
  );

  let started = performance.now();
  const identifier = createIdentifier(knowledge);
  console.log(`knowledge prepared in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  started = performance.now();
  cpuBefore = process.cpuUsage();
  let bytes = 0;
  const inventory = await openLargeInventory(table, {});
  if (!inventory) throw new Error('The table could not be cut.');
  const identified = await identifyInventory(inventory, {
    form: 'jsonl',
    brands: [],
    onText: (text) => {
      bytes += text.length;
    },
  });
  report(
    'CSV in threads, two passes, answers written as JSON',
    identified.devices,
    'devices',
    table,
    started,
  );
  console.log(
    `  ${(bytes / 1e6).toFixed(0)} MB of answers; ${[...identified.confidences].map(([word, count]) => `${count} ${word}`).join(', ')}`,
  );

  const download = join(folder, 'shodan.ndjson');
  writeLines(download, banners, (index) => banner(distinct[(index >> 1) % distinct.length]!, index));
  started = performance.now();
  cpuBefore = process.cpuUsage();
  let hosts = 0;
  for (const device of streamShodanDevices(chunksOf(download), { file: download })) {
    identifier.identify(device);
    hosts++;
  }
  report(`Shodan download, ${hosts} addresses`, banners, 'banners', download, started);
} finally {
  rmSync(folder, { recursive: true });
}
