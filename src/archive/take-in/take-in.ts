import type { Day } from '../../model/day.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';
import {
  type DataSetFound,
  dataSetSource,
  detectSource,
  namesList,
  type Source,
} from '../../sources/index.ts';
import type { Archive } from '../archive.ts';
import { unknownList } from '../named-lists.ts';
import { versionHash } from '../storage/version-record.ts';
import { withDataSets } from './data-sets.ts';
import { type Detect, type FileSet, type Grouping, groupSets, type IncompleteSet } from './group-sets.ts';
import {
  type OfferedSet,
  type Outcome,
  type ReadVersion,
  readOffered,
  refuse,
  settle,
} from './offer-version.ts';
import { dayOfPath } from './published-day.ts';
import { type FoundFile, walkFolder } from './walk-folder.ts';

export interface TakeInOptions {
  /** How files are told apart; by all readers of the archive, where absent. */
  readonly detect?: Detect;
  /** The list that every file is of, by the user's word; for a list whose files cannot be told by their look. */
  readonly all?: Source;
  /** Ids of the lists to take in; all where absent. */
  readonly only?: readonly string[];
  /** Published day of files that tell none, neither inside nor by their path. */
  readonly published?: Day;
  /** Lists whose loss of entries the user has looked at and accepts. */
  readonly acceptLoss?: readonly string[];
  /** The time now, as ISO text in UTC. */
  readonly now: () => string;
  readonly onProgress?: (message: string, done: number, total: number) => void;
}

/** What became of one set of files. */
export interface TakenSet {
  readonly source: string;
  readonly format: string;
  /** Paths from the folder given. */
  readonly paths: readonly string[];
  /** Of an export of OpenSanctions: its data set, and what told it. */
  readonly dataSet?: DataSetFound;
  readonly outcome: Outcome;
}

export interface TakeInResult {
  readonly sets: readonly TakenSet[];
  /** Files that have the name that several lists use, but are none of them, and what they are instead. */
  readonly unclear: readonly {
    readonly path: string;
    readonly sources: readonly string[];
    readonly what: string;
  }[];
  /** Files that are no list that is known here. */
  readonly unrecognised: readonly string[];
  /** Lists that are there and were not to be taken in. */
  readonly notWanted: readonly string[];
}

/** Takes in every list version that lies under a folder, or one file, in order of published day; see `docs/archive.md`. */
export async function takeIn(
  archive: Archive,
  folder: string,
  options: TakeInOptions,
): Promise<TakeInResult> {
  const isWanted = chosenSources(archive.sources, options.only);
  archive.tidy();
  const found: FoundFile[] = [];
  for await (const file of walkFolder(folder)) found.push(file);
  const detect = options.detect ?? ((name, head) => detectSource(name, head, archive.sources));
  const grouping = options.all
    ? allOf(found, options.all)
    : withDataSets(groupSets(found, detect, archive.sources), found);
  const sets = grouping.sets.filter((set) => isWanted(set.source.id));
  const incomplete = grouping.incomplete.filter((set) => isWanted(set.source.id));
  const results: TakenSet[] = [];
  let done = 0;
  const known = new Set(archive.sources.map(({ id }) => id));
  const first = new Map(
    sets.filter(({ source }) => !known.has(source.id)).map(({ source }) => [source.id, source]),
  );
  for (const source of [...archive.sources, ...[...first.keys()].sort().map((id) => first.get(id)!)]) {
    const ofSource = sets.filter((set) => set.source.id === source.id).sort(byDay);
    const waiting: { read: ReadVersion; set: FileSet }[] = [];
    for (const set of ofSource) {
      options.onProgress?.(`${source.id} ${set.day ?? ''}`, done++, sets.length);
      const read = readOrRefuse(archive, set, options, waiting);
      if ('state' in read) results.push(taken(set, read));
      else waiting.push({ read, set });
    }
    waiting.sort((a, b) => (a.read.record.published < b.read.record.published ? -1 : 1));
    const lossAccepted = namesList(options.acceptLoss ?? [], source.id);
    for (const { read, set } of waiting) results.push(taken(set, settle(archive, read, lossAccepted)));
    for (const set of incomplete.filter((candidate) => candidate.source.id === source.id)) {
      results.push(taken(set, refuseIncomplete(archive, set, options)));
    }
    for (const set of grouping.misnamed.filter((candidate) => candidate.source.id === source.id)) {
      if (isWanted(source.id)) results.push(taken(set, refuseMisnamed(archive, set, options)));
    }
  }
  options.onProgress?.('', sets.length, sets.length);
  return {
    sets: results,
    unclear: grouping.unclear
      .filter(({ sources }) => sources.some(isWanted))
      .map(({ file, sources }) => ({ path: file.path, sources, what: contentOf(file.head) })),
    unrecognised: grouping.unrecognised.map((file) => file.path),
    notWanted: [...new Set(grouping.sets.map(({ source }) => source.id))]
      .filter((id) => !isWanted(id))
      .sort(),
  };
}

/** What a file is that should be a list. */
function contentOf(head: string): string {
  if (head.trim() === '') return 'It is empty.';
  if (/^\s*(<!doctype html|<html)/i.test(head)) return 'It is a web page, not the list.';
  return 'Its beginning is of no form in which the list is published.';
}

/** Every file as a version of one list, for better or worse: what is none, its reader refuses. */
function allOf(files: readonly FoundFile[], source: Source): Grouping {
  const format = source.formats[0]!;
  const sets = files.map(
    (file): FileSet => ({ source, format, files: [file], day: dayOfPath(file.path), completeness: 'whole' }),
  );
  return { sets, incomplete: [], misnamed: [], unclear: [], unrecognised: [] };
}

/** Tells the lists in `only`, or all. Throws `AS_UNKNOWN_WORD` for one that is no list. */
export function chosenSources(
  sources: readonly Source[],
  only: readonly string[] | undefined,
): (id: string) => boolean {
  const all = new Set(sources.map((source) => source.id));
  for (const id of only ?? []) {
    if (all.has(id) || dataSetSource(id)) continue;
    throw unknownList(id, [...all].sort());
  }
  return (id) => only === undefined || namesList(only, id);
}

function byDay(a: FileSet, b: FileSet): number {
  const left = `${a.day ?? '9999'} ${a.files[0]!.path}`;
  const right = `${b.day ?? '9999'} ${b.files[0]!.path}`;
  return left < right ? -1 : 1;
}

function readOrRefuse(
  archive: Archive,
  set: FileSet,
  options: TakeInOptions,
  waiting: readonly { read: ReadVersion }[],
): Outcome | ReadVersion {
  const offered = { ...set, ...dayOf(set, options), origin: 'folder' as const, takenAt: options.now() };
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const file of set.files) {
    try {
      files.push({ name: file.name, bytes: file.read() });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // The bytes are not whole, so what is named is the hash of nothing.
      const nothing = versionHash([{ name: file.name, sha256: archive.blobs.put(new Uint8Array()) }]);
      const fault = { ...offered, sha256: nothing, stored: [], published: offered.day };
      return refuse(archive, fault, error.code, error.message);
    }
  }
  const complete: OfferedSet = { ...offered, files };
  return readOffered(
    archive,
    complete,
    waiting.map((other) => other.read),
  );
}

/** Without a better sign, a file is of the day on which it was written, that is, fetched. */
function dayOf(
  { day, files }: Pick<FileSet, 'day' | 'files'>,
  options: TakeInOptions,
): Pick<OfferedSet, 'day' | 'dayEvidence'> {
  if (day !== undefined) return { day, dayEvidence: 'folder name' };
  if (options.published !== undefined) return { day: options.published, dayEvidence: 'given' };
  return { day: files[0]!.written, dayEvidence: 'fetch day' };
}

function refuseMisnamed(archive: Archive, set: FileSet, options: TakeInOptions): Outcome {
  const file = set.files[0]!;
  return refuseStored(
    archive,
    set,
    options,
    'AS_FILE_FORMAT',
    `${file.path} has the name of a list's main file, but is not ${set.format.title}. ${contentOf(file.head)}`,
  );
}

function refuseIncomplete(archive: Archive, set: IncompleteSet, options: TakeInOptions): Outcome {
  const names = set.files.map((file) => file.name).join(', ');
  const reason = `The set has ${names} but not its main file${mainName(set)}.`;
  return refuseStored(archive, set, options, 'AS_FILE_MISSING', reason);
}

/** Keeps the bytes of files that cannot be read as a version, and records the refusal. */
function refuseStored(
  archive: Archive,
  set: FileSet | IncompleteSet,
  options: TakeInOptions,
  code: FaultCode,
  reason: string,
): Outcome {
  const stored = set.files.map((file) => {
    const bytes = file.read();
    return { name: file.name, sha256: archive.blobs.put(bytes), bytes: bytes.length };
  });
  return refuse(
    archive,
    {
      source: set.source,
      sha256: versionHash(stored),
      stored,
      published: dayOf(set, options).day,
      takenAt: options.now(),
    },
    code,
    reason,
  );
}

/** The name under which the publisher offers the main file, where the source tells it. */
function mainName({ source, format }: IncompleteSet): string {
  const address = source.addresses.find((candidate) => candidate.format === format.id);
  return address?.files[0] ? `, ${address.files[0].name}` : '';
}

function taken(set: FileSet | IncompleteSet, outcome: Outcome): TakenSet {
  return {
    source: set.source.id,
    format: set.format.id,
    paths: set.files.map((file) => file.path),
    ...('dataSet' in set && set.dataSet ? { dataSet: set.dataSet } : {}),
    outcome,
  };
}
