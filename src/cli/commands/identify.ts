import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { loadCasebook } from '../../casebook/index.ts';
import {
  createAddressCounter,
  createIdentifier,
  createKnownValues,
  type Identification,
  type Identifier,
  identifyLine,
  type SiteContext,
} from '../../equipment/index.ts';
import { type BrandFact, type Device, Fault, type Issue } from '../../model/index.ts';
import {
  type ColumnMapping,
  columnMappingSchema,
  describeMapping,
  readAny,
  streamAddresses,
  streamDeviceTable,
  streamShodanDevices,
} from '../../portfolio/index.ts';
import { fileChunks } from '../file-chunks.ts';
import { readBrandOverlay } from './identify/brand-overlay.ts';

interface Options {
  readonly in: string[];
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly showMapping?: boolean;
  readonly brands?: string;
}

/** Files from this size on are read row by row and not brought together. */
const streamFrom = 64 * 2 ** 20;

export function define(command: Command): void {
  command
    .description(
      'Says who made each device of an inventory, how sure that is, on what evidence, and what would settle it.\nReads exports of asset registers, networks, video systems and scans by their content; never scans itself.',
    )
    .requiredOption('--in <file...>', 'exports; several are brought together into one inventory')
    .option('--json', 'one JSON array')
    .option('--jsonl', 'one JSON object a line')
    .option('--mapping <file>', 'column mapping saved before')
    .option('--save-mapping <file>', 'save the column mapping that was learnt')
    .option('--show-mapping', 'say which column was read as what')
    .option(
      '--brands <file>',
      'your own brand facts (CSV: brand,maker,relation,grade,source), laid over ours',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock identify --in assets.csv\n  aftershock identify --in assets.csv scan.xml arp.txt --jsonl > devices.jsonl',
    )
    .action(async (options: Options) => run(options));
}

async function run(options: Options): Promise<void> {
  for (const file of options.in) {
    if (!existsSync(file) || !statSync(file).isFile()) {
      throw new Fault('AS_FILE_MISSING', 'There is no such file.', {
        place: { file },
        remedy: 'Check the path.',
      });
    }
  }
  const identifier = await prepareIdentifier(options.brands);
  const mapping = options.mapping ? readMapping(options.mapping) : undefined;
  const isLarge =
    options.in.length === 1 && statSync(options.in[0]!).size >= streamFrom && isTextTable(options.in[0]!);
  const form = options.jsonl ? 'jsonl' : options.json ? 'json' : 'table';
  const writer = createWriter(form);
  if (isLarge) await streamFile(options.in[0]!, identifier, mapping, writer);
  else await readWhole(options, identifier, mapping, writer);
  await writer.end();
}

async function prepareIdentifier(overlay: string | undefined): Promise<Identifier> {
  const { default: ouiEntries } = await import('oui-data', { with: { type: 'json' } });
  const casebook = loadCasebook();
  const own: readonly BrandFact[] = overlay ? readBrandOverlay(overlay) : [];
  return createIdentifier({
    brands: [...casebook.brands, ...own],
    signatures: casebook.signatures,
    ouiEntries,
  });
}

function knownValues() {
  return createKnownValues(loadCasebook().signatures);
}

function readMapping(file: string): ColumnMapping {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Fault('AS_FILE_FORMAT', 'The column mapping is not there or not JSON.', {
      place: { file },
      remedy: 'Write one with --save-mapping.',
      cause,
    });
  }
  const parsed = columnMappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Fault('AS_FILE_FORMAT', `The column mapping is not usable: ${issue?.message ?? ''}`, {
    place: { file, field: issue?.path.join('.') ?? '' },
    remedy: 'Write one with --save-mapping and change it.',
  });
}

type Writer = ReturnType<typeof createWriter>;

async function readWhole(
  options: Options,
  identifier: Identifier,
  mapping: ColumnMapping | undefined,
  writer: Writer,
): Promise<void> {
  const files = options.in.map((file) => ({ name: nameOf(file, options.in), bytes: readFileSync(file) }));
  const reading = readAny(files, { values: knownValues(), ...(mapping ? { mapping } : {}) });
  if (reading.unread.length === files.length) throw reading.unread[0]!.fault;
  for (const { fault } of reading.unread) say(fault.toString());
  for (const file of reading.portfolio.files)
    for (const notice of file.notices) say(`${file.file}: ${notice}`);
  for (const { file, mapping: learnt } of reading.mappings)
    if (options.showMapping) say(`${file}: ${describeMapping(learnt)}`);
  const [first] = reading.mappings;
  if (options.saveMapping && first)
    writeFileSync(options.saveMapping, `${JSON.stringify(first.mapping, null, 2)}\n`);
  let count = 0;
  for (const asset of reading.portfolio.assets) {
    if (asset.kind !== 'device') continue;
    await writer.write(asset, identifier.identify(asset));
    count++;
  }
  if (count === 0) say('There are no devices in the files given.');
  if (reading.unread.length > 0) process.exitCode = 1;
}

async function streamFile(
  file: string,
  identifier: Identifier,
  mapping: ColumnMapping | undefined,
  writer: Writer,
): Promise<void> {
  const lost: Issue[] = [];
  let lostCount = 0;
  const report = (issue: Issue) => {
    if (issue.lost) lostCount++;
    if (lost.length < 20) lost.push(issue);
  };
  const options = { file: basename(file), values: knownValues(), ...(mapping ? { mapping } : {}) };
  say('large file: rows are read one by one and not brought together');
  let devices: Iterable<Device>;
  let context: SiteContext | undefined;
  if (firstByte(file) === 0x7b) devices = streamShodanDevices(fileChunks(file), { ...options, report });
  else {
    const counter = createAddressCounter();
    for (const { mac, address } of streamAddresses(fileChunks(file), options)) counter.add(mac, address);
    context = counter;
    devices = streamDeviceTable(fileChunks(file), { ...options, report });
  }
  for (const device of devices) {
    const wait = writer.write(device, identifier.identify(device, context));
    if (wait) await wait;
  }
  for (const issue of lost) say(`${issue.file}:${issue.line}: ${issue.message}`);
  if (lostCount > 0) say(`${lostCount} rows were lost`);
}

function nameOf(file: string, all: readonly string[]): string {
  const name = basename(file);
  return all.filter((other) => basename(other) === name).length > 1 ? file : name;
}

function firstByte(file: string): number {
  for (const chunk of fileChunks(file, 16)) return chunk[chunk[0] === 0xef ? 3 : 0] ?? 0;
  return 0;
}

/** Large files are read row by row where they are text tables; XML and workbooks go the usual way, within its limits. */
function isTextTable(file: string): boolean {
  const byte = firstByte(file);
  return byte !== 0x3c && byte !== 0x50 && byte !== 0x1f && byte !== 0x5b;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function createWriter(form: 'table' | 'json' | 'jsonl') {
  let buffer = form === 'json' ? '[' : '';
  let count = 0;
  const counts = new Map<string, number>();
  /** Waits for the reader of the pipe, so that answers do not pile up in memory. */
  const flush = async () => {
    const text = buffer;
    buffer = '';
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  return {
    /** Gives a promise only where the output has to be waited for. */
    write(device: Device, found: Identification): Promise<void> | undefined {
      counts.set(found.confidence, (counts.get(found.confidence) ?? 0) + 1);
      if (form === 'table') buffer += `${tableLine(device, found)}\n`;
      else {
        const line = JSON.stringify({ ...identifyLine(found), device: keysOf(device) });
        buffer += form === 'jsonl' ? `${line}\n` : `${count > 0 ? ',' : ''}\n${line}`;
      }
      count++;
      return buffer.length > 2 ** 18 ? flush() : undefined;
    },
    async end(): Promise<void> {
      if (form === 'json') buffer += '\n]\n';
      await flush();
      if (form === 'table') {
        const parts = ['certain', 'probable', 'possible', 'unknown'].map(
          (word) => `${counts.get(word) ?? 0} ${word}`,
        );
        say(`${count} devices: ${parts.join(', ')}`);
      }
    },
  };
}

/** By which the user finds the device again in the file. */
function keysOf(device: Device): Record<string, unknown> {
  const assetTag = device.signals.find(({ signal }) => signal === 'asset tag')?.value;
  return {
    ...(device.name ? { name: device.name } : {}),
    ...(assetTag ? { assetTag } : {}),
    ...(device.model ? { model: device.model } : {}),
    ...(device.serial ? { serial: device.serial } : {}),
    ...(device.mac ? { mac: device.mac } : {}),
    ...(device.address ? { address: device.address } : {}),
    count: device.count,
    rows: device.rows.map(({ file, line }) => `${file}:${line}`),
  };
}

/** Brand and model, the brand once where the model leads with it. */
function labelOf({ model }: Device, { brand }: Identification): string {
  const isRepeated = brand !== undefined && model?.toLowerCase().startsWith(brand.toLowerCase());
  return [isRepeated ? undefined : brand, model].filter(Boolean).join(' ');
}

function tableLine(device: Device, found: Identification): string {
  const label = labelOf(device, found) || device.name || device.address || '';
  const maker =
    found.maker?.name ??
    (found.candidates.length > 0 ? found.candidates.map(({ name }) => name).join(' or ') : '-');
  const best = found.evidence.find((item) => item.for);
  const why = best ? `${best.signal} ${best.value}` : (found.settle ?? '');
  return [
    found.id.padEnd(20),
    label.slice(0, 34).padEnd(34),
    found.confidence.padEnd(9),
    maker.padEnd(28),
    why.slice(0, 70),
  ].join(' ');
}
