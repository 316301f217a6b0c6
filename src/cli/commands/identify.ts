import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { loadCasebook } from '../../casebook/index.ts';
import {
  type DeviceLineForm,
  deviceLine,
  deviceTableHead,
  fileChunks,
  identifyInventory,
  largeTextFile,
  openLargeInventory,
  ouiRegistry,
  readBytes,
} from '../../engine/index.ts';
import {
  createAddressCounter,
  createIdentifier,
  createKnownValues,
  type Identification,
  type Identifier,
  type SiteContext,
} from '../../equipment/index.ts';
import {
  type Asset,
  type BrandFact,
  confidences,
  type Device,
  Fault,
  type Issue,
} from '../../model/index.ts';
import {
  addressesInPart,
  type ColumnMapping,
  columnMappingSchema,
  describeMapping,
  devicesInPart,
  deviceTableShape,
  readAny,
  streamShodanDevices,
} from '../../portfolio/index.ts';
import { threadsHelp, threadsOption } from '../threads-option.ts';
import { writeResult } from '../write-file.ts';
import { readBrandOverlay } from './identify/brand-overlay.ts';

interface Options {
  readonly in: string[];
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly showMapping?: boolean;
  readonly brands?: string;
  readonly threads?: string;
}

export function define(command: Command): void {
  command
    .description(
      'Says who made each device of an inventory, how sure that is, on what evidence, and what would settle it. Reads exports of asset registers, networks, video systems and scans by their content; never scans itself.',
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
    .option('--threads <count>', threadsHelp)
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock identify --in assets.csv\n  aftershock identify --in assets.csv scan.xml arp.txt --jsonl > devices.jsonl',
    )
    .action(async (options: Options) => run(options));
}

async function run(options: Options): Promise<void> {
  threadsOption(options.threads);
  // A path that leads nowhere is told before the first file is read.
  for (const file of options.in) fileChunks(file, 1).take(1).toArray();
  const own: readonly BrandFact[] = options.brands ? readBrandOverlay(options.brands) : [];
  const mapping = options.mapping ? readMapping(options.mapping) : undefined;
  const form: DeviceLineForm = options.jsonl ? 'jsonl' : options.json ? 'json' : 'table';
  const writer = createWriter(form);
  const [only] = options.in;
  const large = options.in.length === 1 && only !== undefined ? largeTextFile(only) : undefined;
  if (large !== undefined && only !== undefined) await readLarge(only, large, options, own, mapping, writer);
  else await readWhole(options, prepareIdentifier(own), mapping, writer);
  await writer.end();
}

function prepareIdentifier(own: readonly BrandFact[]): Identifier {
  const { brands, signatures } = loadCasebook();
  return createIdentifier({ brands: [...brands, ...own], signatures, ouiEntries: ouiRegistry() });
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
  const files = options.in.map((file) => ({ name: nameOf(file, options.in), bytes: readBytes(file) }));
  const reading = readAny(files, { values: knownValues(), ...(mapping ? { mapping } : {}) });
  if (reading.unread.length === files.length) throw reading.unread[0]!.fault;
  for (const { fault } of reading.unread) say(fault.toString());
  for (const file of reading.portfolio.files)
    for (const notice of file.notices) say(`${file.file}: ${notice}`);
  for (const { file, mapping: learnt } of reading.mappings)
    if (options.showMapping) say(`${file}: ${describeMapping(learnt)}`);
  const [first] = reading.mappings;
  if (first) saveMapping(first.mapping, options);
  let count = 0;
  for (const asset of reading.portfolio.assets) {
    if (asset.kind !== 'device') continue;
    await writer.write(asset, identifier.identify(asset));
    count++;
  }
  if (count === 0) say(noDevices(reading.portfolio.assets, options.in));
  if (reading.unread.length > 0) process.exitCode = 1;
}

/** What the files hold instead of devices, and which command takes that. */
function noDevices(assets: readonly Asset[], files: readonly string[]): string {
  const kinds = [...Map.groupBy(assets, ({ kind }) => kind)].map(([kind, all]) => counted(all.length, kind));
  const instead =
    kinds.length === 0
      ? ''
      : ` They hold ${kinds.join(', ')}: "aftershock expose ${files[0]}" looks at those.`;
  return `There are no devices in the files given.${instead}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function saveMapping(mapping: ColumnMapping, { saveMapping: file }: Options): void {
  if (file === undefined) return;
  writeResult(file, `${JSON.stringify(mapping, null, 2)}\n`);
}

/** A file too large to be held: tables in threads, Shodan downloads address by address. */
async function readLarge(
  file: string,
  kind: 'table' | 'shodan',
  options: Options,
  own: readonly BrandFact[],
  mapping: ColumnMapping | undefined,
  writer: Writer,
): Promise<void> {
  say('large file: rows are read one by one and not brought together');
  const given = { values: knownValues(), ...(mapping ? { mapping } : {}) };
  if (kind === 'shodan')
    return writeEach(
      prepareIdentifier(own),
      undefined,
      (report) => streamShodanDevices(fileChunks(file), { ...given, file: basename(file), report }),
      writer,
    );
  const inventory = await openLargeInventory(file, { ...given, threads: threadsOption(options.threads) });
  const shape = inventory?.shape ?? deviceTableShape(fileChunks(file), { ...given, file: basename(file) });
  if (options.showMapping) say(`${shape.file}: ${describeMapping(shape.mapping)}`);
  saveMapping(shape.mapping, options);
  for (const name of shape.mapping.dropped)
    say(`${shape.file}: column "${name}" may hold secrets or is about a person: not read`);
  for (const { line, message } of shape.dayIssues) say(`${shape.file}:${line}: ${message}`);
  if (inventory) {
    const { devices, confidences, lost } = await identifyInventory(inventory, {
      form: writer.form,
      brands: own,
      onText: (text) => writer.writeLines(text),
    });
    writer.count(devices, confidences);
    return tellLost(lost.count, lost.first);
  }
  const part = () => ({ chunks: fileChunks(file), firstLine: 1 });
  const counter = createAddressCounter();
  for (const { mac, address } of addressesInPart(part(), shape)) counter.add(mac, address);
  return writeEach(prepareIdentifier(own), counter, (report) => devicesInPart(part(), shape, report), writer);
}

async function writeEach(
  identifier: Identifier,
  context: SiteContext | undefined,
  devicesOf: (report: (issue: Issue) => void) => Iterable<Device>,
  writer: Writer,
): Promise<void> {
  const first: Issue[] = [];
  let count = 0;
  const report = (issue: Issue) => {
    if (!issue.lost) return;
    count++;
    if (first.length < mostTold) first.push(issue);
  };
  for (const device of devicesOf(report)) {
    const wait = writer.write(device, identifier.identify(device, context));
    if (wait) await wait;
  }
  tellLost(count, first);
}

/** Lost rows that are told one by one. */
const mostTold = 20;

function tellLost(count: number, first: readonly Issue[]): void {
  for (const issue of first.slice(0, mostTold)) say(`${issue.file}:${issue.line}: ${issue.message}`);
  if (count > 0) say(`${count} row${count > 1 ? 's were' : ' was'} lost`);
}

function nameOf(file: string, all: readonly string[]): string {
  const name = basename(file);
  return all.filter((other) => basename(other) === name).length > 1 ? file : name;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function createWriter(form: DeviceLineForm) {
  let buffer = form === 'json' ? '[' : '';
  let count = 0;
  let head = form === 'table' ? `${deviceTableHead}\n` : '';
  const counts = new Map<string, number>();
  const waitFor = async (flowing: boolean) => {
    // Waits for the reader of the pipe, so that answers do not pile up in memory.
    if (!flowing) await once(process.stdout, 'drain');
  };
  const flush = async () => {
    const text = buffer;
    buffer = '';
    if (text !== '') await waitFor(process.stdout.write(text));
  };
  return {
    form,
    /** Gives a promise only where the output has to be waited for. */
    write(device: Device, found: Identification): Promise<void> | undefined {
      counts.set(found.confidence, (counts.get(found.confidence) ?? 0) + 1);
      const line = deviceLine(form, device, found);
      buffer += form === 'json' ? `${count > 0 ? ',' : ''}\n${line}` : `${head}${line}\n`;
      head = '';
      count++;
      return buffer.length > 2 ** 18 ? flush() : undefined;
    },
    /** Lines of several devices, each with its line end. */
    writeLines(text: Uint8Array): Promise<void> | undefined {
      if (text.length === 0) return undefined;
      if (form !== 'json') {
        if (head !== '') process.stdout.write(head);
        head = '';
        return waitFor(process.stdout.write(text));
      }
      const lines = new TextDecoder().decode(text).trimEnd().split('\n');
      buffer += `${count > 0 ? ',' : ''}\n${lines.join(',\n')}`;
      count += lines.length;
      return flush();
    },
    /** Adds to the counts told at the end. */
    count(devices: number, confidences: ReadonlyMap<string, number>): void {
      if (form !== 'json') count += devices;
      for (const [word, number] of confidences) counts.set(word, (counts.get(word) ?? 0) + number);
    },
    async end(): Promise<void> {
      if (form === 'json') buffer += '\n]\n';
      await flush();
      if (form === 'table') {
        const parts = confidences.map((word) => `${counts.get(word) ?? 0} ${word}`);
        say(`${counted(count, 'device')}: ${parts.join(', ')}`);
      }
    },
  };
}
