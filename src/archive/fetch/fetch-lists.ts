import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../formats/index.ts';
import type { Day } from '../../model/day.ts';
import { Fault } from '../../model/fault.ts';
import { dataSetSource } from '../../sources/index.ts';
import type { Format, Source } from '../../sources/source.ts';
import type { Archive } from '../archive.ts';
import { sha256Of } from '../storage/blobs.ts';
import { writeJsonDurably } from '../storage/durable-file.ts';
import { parseJson } from '../storage/parse-json.ts';
import type { Check, VersionRecord } from '../storage/version-record.ts';
import { type Outcome, readOffered, settle } from '../take-in/offer-version.ts';
import { chosenSources } from '../take-in/take-in.ts';
import { type Download, type DownloadOptions, download } from './download.ts';
import { HostTurns, sideBySide } from './host-turns.ts';
import type { ListSettings } from './settings.ts';

export interface FetchOptions extends Pick<DownloadOptions, 'settings' | 'waiting'> {
  readonly only?: readonly string[];
  readonly acceptLoss?: readonly string[];
  /** The time now, as ISO text in UTC. */
  readonly clock: () => string;
  /** How far a list's file has come. */
  readonly onProgress?: (list: string, file: string, received: number, total: number | undefined) => void;
  /** A list is done, in whatever way: how many are, of how many. */
  readonly onDone?: (list: string, done: number, total: number) => void;
  readonly onRetry?: (message: string, wait: number) => void;
}

/** Lists fetched at the same time; never two from one host. */
const mostAtOnce = 4;

/** What became of one list. */
export interface FetchedList {
  readonly source: string;
  readonly outcome:
    | Outcome
    | { readonly state: 'unchanged'; readonly version: VersionRecord }
    | { readonly state: 'failed'; readonly fault: Fault }
    | { readonly state: 'no address' };
}

/**
 * Fetches the lists from their addresses, several at a time, and never asks one host for two things at once. A list that
 * fails does not keep the others from being fetched, and what was held of it stays in use.
 */
export async function fetchLists(archive: Archive, options: FetchOptions): Promise<FetchedList[]> {
  const isWanted = chosenSources(archive.sources, options.only);
  archive.tidy();
  const turns = new HostTurns();
  // All looked up before the first request, so that a wrong setting is told before anything is done.
  const lists = [...archive.sources, ...firstFetched(archive, options.settings)]
    .filter((source) => isWanted(source.id))
    .map((source) => ({ source, address: addressOf(source, options.settings) }));
  let done = 0;
  return sideBySide(lists, mostAtOnce, async ({ source, address }): Promise<FetchedList> => {
    const outcome: FetchedList['outcome'] = address
      ? await fetchOrFail(archive, source, address, turns, options)
      : { state: 'no address' };
    options.onDone?.(source.id, ++done, lists.length);
    return { source: source.id, outcome };
  });
}

/** Data sets of OpenSanctions that the settings give an address and of which nothing was ever offered. */
function firstFetched(archive: Archive, { addresses }: ListSettings): Source[] {
  return Object.keys(addresses)
    .filter((id) => archive.source(id) === undefined)
    .sort()
    .map(dataSetSource)
    .filter((source) => source !== undefined);
}

async function fetchOrFail(
  archive: Archive,
  source: Source,
  address: Address,
  turns: HostTurns,
  options: FetchOptions,
): Promise<FetchedList['outcome']> {
  let outcome: FetchedList['outcome'];
  try {
    outcome = await fetchList(archive, source, address, turns, options);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'AS_STORE') throw error;
    outcome = { state: 'failed', fault: error };
  }
  archive.ledger.putCheck(checkOf(source.id, options.clock(), outcome));
  return outcome;
}

interface Address {
  readonly format: Format;
  readonly files: readonly { readonly name: string; readonly url: string }[];
}

/** The first address whose format can be read, the user's own before the publisher's. */
function addressOf(source: Source, settings: ListSettings): Address | undefined {
  const own = settings.addresses[source.id];
  for (const address of own ? [own] : source.addresses) {
    const format = source.formats.find((candidate) => candidate.id === address.format);
    if (format) return { format, files: address.files };
    if (own) {
      throw new Fault('AS_UNKNOWN_WORD', `${source.id} has no format "${address.format}".`, {
        place: { field: `lists.addresses.${source.id}.format` },
        remedy: `Formats: ${source.formats.map((candidate) => candidate.id).join(', ')}.`,
      });
    }
  }
  return undefined;
}

async function fetchList(
  archive: Archive,
  source: Source,
  address: Address,
  turns: HostTurns,
  options: FetchOptions,
): Promise<FetchedList['outcome']> {
  const state = openFetchState(archive);
  const fetched: {
    name: string;
    url: string;
    got: Extract<Download, { state: 'fetched' }> | undefined;
    sha256?: string;
  }[] = [];
  for (const file of address.files) {
    const known = state.read(file.url);
    const held = known && archive.blobs.has(known.sha256) ? known : undefined;
    const got = await downloadFromAny(file, held, archive, {
      ...options,
      turns,
      onBytes: (received, total) => options.onProgress?.(source.id, file.name, received, total),
    });
    if (got.state === 'fetched') {
      if (file === address.files[0]) checkHead(got.bytes, file.name, address.format, file.url);
      fetched.push({ ...file, got });
    } else {
      fetched.push({ ...file, got: undefined, sha256: held!.sha256 });
    }
  }
  const live = archive.ledger
    .versions()
    .filter((version) => version.source === source.id)
    .at(-1);
  const isUnchanged = fetched.every((file) => !file.got);
  if (isUnchanged && live) return { state: 'unchanged', version: live };
  const now = options.clock();
  const read = readOffered(
    archive,
    {
      source,
      format: address.format,
      files: fetched.map((file) => ({
        name: file.name,
        bytes: file.got?.bytes ?? wholeBlob(archive, file.sha256!),
      })),
      ...publishedDay(fetched[0]!.got, now),
      completeness: address.format.partial ? 'extract' : 'whole',
      origin: 'network',
      takenAt: now,
      url: address.files[0]!.url,
    },
    [],
  );
  const outcome =
    'state' in read ? read : settle(archive, read, options.acceptLoss?.includes(source.id) ?? false);
  // A refused copy has to be fetched whole again next time, so its validators are not kept.
  if (outcome.state !== 'refused') {
    for (const { url, got } of fetched)
      if (got) state.write(url, { ...got.validators, sha256: sha256Of(got.bytes) });
  }
  return outcome.state === 'already held' ? { state: 'unchanged', version: outcome.version } : outcome;
}

/** The day of the header `Last-Modified`, the day of fetching where there is none; the file's own word goes before both. */
function publishedDay(
  got: Extract<Download, { state: 'fetched' }> | undefined,
  now: string,
): { day: Day; dayEvidence: 'http header' | 'fetch day' } {
  const time = Date.parse(got?.validators.lastModified ?? '');
  if (Number.isNaN(time) || time > Date.parse(now))
    return { day: now.slice(0, 10) as Day, dayEvidence: 'fetch day' };
  return { day: new Date(time).toISOString().slice(0, 10) as Day, dayEvidence: 'http header' };
}

async function downloadFromAny(
  file: { readonly name: string; readonly url: string },
  held: FetchState | undefined,
  archive: Archive,
  options: FetchOptions & { readonly turns: HostTurns; readonly onBytes: DownloadOptions['onProgress'] },
): Promise<Download> {
  const { settings, waiting, turns } = options;
  const mirrors = settings.mirrors.filter((mirror) => file.url.startsWith(mirror.from));
  const addresses = [file.url, ...mirrors.map((mirror) => mirror.to + file.url.slice(mirror.from.length))];
  let first: unknown;
  for (const url of addresses) {
    try {
      return await download(url, {
        settings,
        waiting,
        turns,
        partialFolder: join(archive.folder, 'partial'),
        held,
        now: () => Date.parse(options.clock()),
        onProgress: options.onBytes,
        onRetry: options.onRetry,
      });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/** Says plainly what a web page in place of a list is, before anything of it is kept. */
function checkHead(bytes: Uint8Array, name: string, format: Format, url: string): void {
  const head = decodeText(bytes.subarray(0, 64 * 1024)).text;
  if (format.recognises(head, name)) return;
  const isPage = /^\s*(<!doctype html|<html)/i.test(head);
  throw new Fault(
    'AS_FILE_FORMAT',
    isPage ? 'A web page came in place of the list.' : `What came is not ${format.title}.`,
    {
      place: { file: url },
      remedy: 'The publisher may have moved it or be in trouble; what was held before stays in use.',
    },
  );
}

function wholeBlob(archive: Archive, sha256: string): Uint8Array {
  return Buffer.concat([...archive.blobs.chunks(sha256)]);
}

const fetchStateSchema = z.object({
  etag: z.string().exactOptional(),
  lastModified: z.string().exactOptional(),
  sha256: z.string(),
});
type FetchState = z.output<typeof fetchStateSchema>;

/** What was last fetched from an address and is held, to ask whether it has changed. */
function openFetchState(archive: Archive) {
  const pathOf = (url: string) => join(archive.folder, 'fetched', `${sha256Of(url).slice(0, 32)}.json`);
  return {
    read(url: string): FetchState | undefined {
      const path = pathOf(url);
      if (!existsSync(path)) return undefined;
      const parsed = fetchStateSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
      return parsed.success ? parsed.data : undefined;
    },
    write: (url: string, state: FetchState) => writeJsonDurably(pathOf(url), state, archive.temporaryFolder),
  };
}

function checkOf(source: string, checkedAt: string, outcome: FetchedList['outcome']): Check {
  switch (outcome.state) {
    case 'taken in':
      return { source, checkedAt, outcome: 'new version' };
    case 'already held':
    case 'unchanged':
      return { source, checkedAt, outcome: 'unchanged' };
    case 'refused':
      return { source, checkedAt, outcome: 'refused', message: outcome.refusal.reason };
    case 'failed':
      return { source, checkedAt, outcome: 'failed', message: outcome.fault.message };
    case 'no address':
      return { source, checkedAt, outcome: 'failed', message: 'no address' };
  }
}
