import { closeSync, openSync } from 'node:fs';
import { askMainThread, readRange, serveTasks, type TaskServer } from '../../batch/index.ts';
import { loadCasebook } from '../../casebook/index.ts';
import { createIdentifier, type SiteContext } from '../../equipment/index.ts';
import {
  type ExposeOptions,
  type Knowledge,
  makerFindingOf,
  type StreamedExposure,
  streamExposure,
} from '../../exposure/index.ts';
import {
  type Actor,
  type Answer,
  type BrandFact,
  type Confidence,
  type Day,
  type Device,
  gravity,
  type Issue,
  type PartyId,
  type Question,
} from '../../model/index.ts';
import {
  addressesInPart,
  type DeviceTableShape,
  devicesInPart,
  type TablePart,
} from '../../portfolio/index.ts';
import { findingCsvLine, unsettledCsvLine } from '../../report/index.ts';
import { ouiRegistry } from '../oui-registry.ts';
import { type DeviceLineForm, deviceLine } from './device-line.ts';
import type { RowRange } from './row-ranges.ts';
import { type AddressPairs, addressPairs } from './shared-addresses.ts';

/** What is done with the devices of a range. */
export type InventoryWork =
  | { readonly kind: 'addresses' }
  | { readonly kind: 'identify'; readonly form: DeviceLineForm; readonly brands: readonly BrandFact[] }
  | {
      readonly kind: 'expose';
      readonly actor: Actor;
      readonly on: Day;
      readonly options: ExposeOptions;
      readonly csv: boolean;
    };

export interface InventoryOptions {
  readonly path: string;
  readonly shape: DeviceTableShape;
  readonly work: InventoryWork;
  /** Hardware addresses that stand for several network addresses, with how many. */
  readonly shared: ReadonlyMap<string, number>;
}

/** A range with its place among all, by which lines are ordered. */
export interface InventoryTask {
  readonly number: number;
  readonly range: RowRange;
}

/** What a thread asks the main one, which alone holds lists and law. */
export type LawRequest = { readonly ask: Question } | { readonly caption: PartyId };

export interface RangeResult {
  readonly devices: number;
  readonly lost: readonly Issue[];
  readonly lostCount: number;
  readonly pairs?: AddressPairs;
  /** Answers or findings as text, in UTF-8. */
  readonly text?: Uint8Array<ArrayBuffer>;
  readonly confidences?: Readonly<Partial<Record<Confidence, number>>>;
  readonly gravest?: number;
  readonly isOpen?: boolean;
}

export interface ExposeSummary {
  readonly state: ReturnType<StreamedExposure['state']>;
  readonly notices: ReturnType<StreamedExposure['notices']>;
  readonly assets: number;
  readonly touched: number;
  readonly questions: number;
}

/** Lost rows of a range that are told in words; the others are counted. */
const mostLost = 20;
/** More devices than any range has: a device's place among all is the range's number times this, and its own. */
const placesOfRange = 2 ** 24;

serveTasks(prepare);

function prepare(
  options: InventoryOptions,
): TaskServer<InventoryTask, RangeResult, ExposeSummary | undefined> {
  const { path, shape, work } = options;
  const handle = openSync(path, 'r');
  const partOf = ({ from, to, line }: RowRange): TablePart => ({
    chunks: [readRange(handle, { from, to })],
    firstLine: line,
  });
  const act = work.kind === 'addresses' ? undefined : actOn(options, work);
  return {
    work({ number, range }) {
      if (!act)
        return {
          devices: 0,
          lost: [],
          lostCount: 0,
          pairs: addressPairs(addressesInPart(partOf(range), shape)),
        };
      const lost: Issue[] = [];
      let lostCount = 0;
      const report = (issue: Issue) => {
        if (!issue.lost) return;
        lostCount++;
        if (lost.length < mostLost) lost.push(issue);
      };
      return { ...act.devices(devicesInPart(partOf(range), shape, report), number), lost, lostCount };
    },
    handOver: ({ pairs, text }) => [
      ...(pairs ? [pairs.macs.buffer, pairs.addresses.buffer] : []),
      ...(text ? [text.buffer] : []),
    ],
    finish() {
      closeSync(handle);
      return act?.summary();
    },
  };
}

interface Act {
  devices(devices: Iterable<Device>, number: number): Omit<RangeResult, 'lost' | 'lostCount'>;
  summary(): ExposeSummary | undefined;
}

function actOn({ shared }: InventoryOptions, work: Exclude<InventoryWork, { kind: 'addresses' }>): Act {
  // One address behind each hardware address that is not known to stand for several.
  const context: SiteContext = { addressesOf: (mac) => shared.get(mac) ?? 1 };
  const casebook = loadCasebook();
  const identifier = createIdentifier({
    brands: [...casebook.brands, ...(work.kind === 'identify' ? work.brands : [])],
    signatures: casebook.signatures,
    ouiEntries: ouiRegistry(),
  });
  if (work.kind !== 'expose') {
    const { form } = work;
    return {
      devices: (devices) => {
        const confidences: Partial<Record<Confidence, number>> = {};
        let text = '';
        let count = 0;
        for (const device of devices) {
          const found = identifier.identify(device, context);
          confidences[found.confidence] = (confidences[found.confidence] ?? 0) + 1;
          text += `${deviceLine(form, device, found)}\n`;
          count++;
        }
        return { devices: count, text: bytesOf(text), confidences };
      },
      summary: () => undefined,
    };
  }
  const caption = remembering(
    (party: PartyId) => askMainThread({ caption: party } satisfies LawRequest) as string,
  );
  const knowledge: Knowledge = {
    identify: (device) => makerFindingOf(identifier.identify(device, context)),
    search: () => [],
    byIdentifier: () => undefined,
    caption,
  };
  const exposure = streamExposure({
    portfolio: { facts: {}, sites: [], actor: work.actor },
    knowledge,
    ask: (ask) => askMainThread({ ask } satisfies LawRequest) as Answer,
    on: work.on,
    options: work.options,
  });
  return {
    devices: (devices, number) => {
      let [count, gravest, isOpen, text] = [0, 0, false, ''];
      for (const device of devices) {
        const { findings, unsettled } = exposure.add(device, number * placesOfRange + count);
        count++;
        isOpen ||= unsettled !== undefined;
        for (const finding of findings) {
          if (finding.effect !== 'undetermined') gravest = Math.max(gravest, gravity(finding.effect));
          isOpen ||= finding.effect === 'undetermined' || finding.touch.confidence === 'possible';
          if (work.csv) text += findingCsvLine(finding, caption);
        }
        if (work.csv && unsettled && findings.length === 0) text += unsettledCsvLine(unsettled);
      }
      return { devices: count, gravest, isOpen, ...(work.csv ? { text: bytesOf(text) } : {}) };
    },
    summary: () => ({
      state: exposure.state(),
      notices: exposure.notices(),
      assets: exposure.assets,
      touched: exposure.touched,
      questions: exposure.questions,
    }),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key);
      known.set(key, value);
    }
    return value;
  };
}
