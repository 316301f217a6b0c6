import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { orderedWork, workerModule } from '../../batch/index.ts';
import { type DutyGroup, type ExposeOptions, type FactNotice, mergedDuties } from '../../exposure/index.ts';
import type { Actor, BrandFact, Confidence, Day, Issue, PartyId } from '../../model/index.ts';
import { type DeviceTableShape, deviceTableShape, type StreamOptions } from '../../portfolio/index.ts';
import type { Engine } from '../engine.ts';
import { fileChunks } from '../file-chunks.ts';
import type { DeviceLineForm } from './device-line.ts';
import type {
  ExposeSummary,
  InventoryOptions,
  InventoryTask,
  InventoryWork,
  LawRequest,
  RangeResult,
} from './inventory-worker.ts';
import { cutRows } from './row-ranges.ts';
import { SharedAddresses } from './shared-addresses.ts';

/** Rows that a thread takes at once. Small enough that results waiting for an earlier one stay small. */
const rangeBytes = 2 ** 21;
/** The least that a row with a hardware and a network address takes: 12 and 7 signs, a delimiter and a line end. */
const leastRow = 21;

export interface InventoryOptionsGiven extends Omit<StreamOptions, 'file' | 'report'> {
  readonly threads?: number | undefined;
}

/** A device table of any length, cut into ranges of whole rows that threads work on side by side. */
export interface LargeInventory {
  readonly path: string;
  readonly shape: DeviceTableShape;
  readonly tasks: readonly InventoryTask[];
  /** Hardware addresses that stand for several network addresses anywhere in the file, with how many. */
  readonly shared: ReadonlyMap<string, number>;
  readonly threads: number | undefined;
}

/** Rows that were lost: how many, and the first ones in words. */
export interface LostRows {
  readonly count: number;
  readonly first: readonly Issue[];
}

/**
 * Learns the columns, cuts the table and finds routers in front of several units. Nothing where it cannot be cut safely
 * (two-byte encodings, rows without end); such a file is read row by row in one thread.
 */
export async function openLargeInventory(
  path: string,
  given: InventoryOptionsGiven,
): Promise<LargeInventory | undefined> {
  const { threads, ...options } = given;
  const learnt = deviceTableShape(fileChunks(path), { ...options, file: basename(path) });
  const cut = cutRows(path, learnt.delimiter, rangeBytes);
  if (!cut) return undefined;
  const shape = { ...learnt, ...(cut.encoding === undefined ? {} : { encoding: cut.encoding }) };
  const tasks = cut.ranges.map((range, number) => ({ number, range }));
  const inventory = { path, shape, tasks, shared: new Map<string, number>(), threads };
  if (shape.mapping.columns.mac === undefined || shape.mapping.columns.address === undefined)
    return inventory;
  const addresses = new SharedAddresses(statSync(path).size / leastRow);
  await work(inventory, { kind: 'addresses' }, ({ pairs }) => {
    if (pairs) addresses.add(pairs);
  });
  return { ...inventory, shared: addresses.counts() };
}

export interface IdentifiedInventory {
  readonly devices: number;
  readonly confidences: ReadonlyMap<Confidence, number>;
  readonly lost: LostRows;
}

/** Identifies every device; the answers are given as lines of text in the order of the file. */
export async function identifyInventory(
  inventory: LargeInventory,
  given: {
    readonly form: DeviceLineForm;
    readonly brands: readonly BrandFact[];
    readonly onText: (text: Uint8Array) => void | Promise<void>;
  },
): Promise<IdentifiedInventory> {
  const { form, brands, onText } = given;
  const confidences = new Map<Confidence, number>();
  const lost = lostRows();
  let devices = 0;
  await work(inventory, { kind: 'identify', form, brands }, (result) => {
    devices += result.devices;
    lost.add(result);
    for (const [word, count] of Object.entries(result.confidences ?? {})) {
      // The keys are those that the thread counted by.
      const confidence = word as Confidence;
      confidences.set(confidence, (confidences.get(confidence) ?? 0) + count);
    }
    return result.text ? onText(result.text) : undefined;
  });
  return { devices, confidences, lost: lost.told() };
}

export interface ExposedInventory {
  readonly assets: number;
  readonly touched: number;
  readonly questions: number;
  readonly duties: readonly DutyGroup[];
  readonly notices: readonly FactNotice[];
  readonly gravest: number;
  /** Something is undetermined, or only a possible match. */
  readonly isOpen: boolean;
  readonly lost: LostRows;
}

/** Joins every device with the law, each distinct question asked once. */
export async function exposeInventory(
  inventory: LargeInventory,
  engine: Pick<Engine, 'world' | 'register'>,
  given: {
    readonly actor: Actor;
    readonly on: Day;
    readonly options: ExposeOptions;
    /** Told of every finding as lines of a table, in the order of the file. */
    readonly onCsv?: (text: Uint8Array) => void;
    readonly onProgress?: (devices: number) => void;
  },
): Promise<ExposedInventory> {
  const { actor, on, options, onCsv, onProgress } = given;
  const { ask } = engine.world();
  const answers = new Map<string, unknown>();
  const caption = (party: PartyId) => engine.register.party(party)?.caption ?? party;
  const answer = (request: LawRequest): unknown => {
    if ('caption' in request) return caption(request.caption);
    // Every thread comes upon most questions; they are answered once.
    const key = JSON.stringify(request.ask);
    let known = answers.get(key);
    if (known === undefined) {
      known = ask(request.ask);
      answers.set(key, known);
    }
    return known;
  };
  const lost = lostRows();
  let [devices, gravest, isOpen] = [0, 0, false];
  const summaries = await work<ExposeSummary>(
    inventory,
    { kind: 'expose', actor, on, options, csv: onCsv !== undefined },
    (result) => {
      devices += result.devices;
      gravest = Math.max(gravest, result.gravest ?? 0);
      isOpen ||= result.isOpen ?? false;
      lost.add(result);
      if (result.text) onCsv?.(result.text);
      onProgress?.(devices);
    },
    (request) => answer(request as LawRequest),
  );
  return {
    assets: devices,
    touched: summaries.reduce((sum, { touched }) => sum + touched, 0),
    questions: answers.size,
    duties: mergedDuties(
      summaries.map(({ state }) => state),
      caption,
    ),
    notices: mergedNotices(summaries.map(({ notices }) => notices)),
    gravest,
    isOpen,
    lost: lost.told(),
  };
}

function work<Final>(
  { path, shape, tasks, shared, threads }: LargeInventory,
  what: InventoryWork,
  onResult: (result: RangeResult) => void | Promise<void>,
  answer?: (question: unknown) => unknown,
): Promise<Final[]> {
  const options: InventoryOptions = { path, shape, work: what, shared };
  return orderedWork<InventoryTask, RangeResult, Final>({
    worker: workerModule(import.meta.url, 'inventory-worker'),
    options,
    tasks,
    onResult,
    ...(threads === undefined ? {} : { threads }),
    ...(answer ? { answer } : {}),
  });
}

/** Lost rows told in words; the others are counted. */
const mostTold = 1000;

function lostRows() {
  const first: Issue[] = [];
  let count = 0;
  return {
    add({ lost, lostCount }: RangeResult) {
      count += lostCount;
      if (first.length < mostTold) first.push(...lost.slice(0, mostTold - first.length));
    },
    told: (): LostRows => ({ count, first }),
  };
}

/** Notices of all threads once each, by the line where they were first met. */
function mergedNotices(all: readonly (readonly FactNotice[])[]): FactNotice[] {
  const merged = new Map<string, FactNotice>();
  for (const notice of all.flat()) {
    const known = merged.get(notice.notice);
    const where = known && lineOf(known) <= lineOf(notice) ? known.where : notice.where;
    merged.set(notice.notice, { ...notice, where, times: (known?.times ?? 0) + notice.times });
  }
  return [...merged.values()].sort((a, b) => lineOf(a) - lineOf(b) || (a.notice < b.notice ? -1 : 1));
}

function lineOf({ where }: FactNotice): number {
  return Number(/:(\d+)$/.exec(where)?.[1] ?? 0);
}
