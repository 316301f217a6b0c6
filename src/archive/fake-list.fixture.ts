import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeText, joinChunks } from '../formats/index.ts';
import { type Day, isDay } from '../model/day.ts';
import { Fault, type Issue } from '../model/fault.ts';
import type { Identifier, PartySchema, RegimeId } from '../model/party.ts';
import type { SourceRecord } from '../model/source-record.ts';
import type { Format, ListFacts, Source, SourceFile } from '../sources/source.ts';

/** What the tests say of an entry; everything else is empty. */
export interface FakeEntry {
  readonly entry: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly schema?: PartySchema;
  readonly countries?: readonly string[];
  readonly identifiers?: readonly Identifier[];
  readonly regimes?: readonly string[];
  readonly from?: Day;
  readonly programs?: readonly string[];
  readonly births?: readonly Day[];
  readonly linkedTo?: string;
}

export function fakeRecord(fake: FakeEntry, line = 1): SourceRecord {
  return {
    entry: fake.entry,
    schema: fake.schema ?? 'Company',
    names: [
      { text: fake.name ?? `Party ${fake.entry}`, kind: 'primary' },
      ...(fake.aliases ?? []).map((text) => ({ text, kind: 'alias' as const })),
    ],
    identifiers: fake.identifiers ?? [],
    countries: fake.countries ?? [],
    nationalities: [],
    addresses: [],
    birthDates: (fake.births ?? []).map((day) => ({ earliest: day, latest: day, text: day })),
    birthPlaces: [],
    titles: [],
    attributes: {},
    listings: (fake.regimes ?? ['fake-regime']).map((regime) => ({
      regime: regime as RegimeId,
      ...(fake.from === undefined ? {} : { from: fake.from }),
      programs: fake.programs ?? [],
    })),
    relations:
      fake.linkedTo === undefined
        ? []
        : [{ kind: 'other', end: 'owned', otherName: fake.linkedTo, text: `Linked To: ${fake.linkedTo}` }],
    remarks: [],
    position: { file: 'fake.txt', line },
  };
}

/**
 * A list in a made-up format: `FAKE DAY COUNT`, then one JSON entry a line, then `END`. A line that is no JSON is
 * reported; a file without `END` is cut off. `more.txt` may add aliases (`ID ALIAS`).
 */
export const fakeFormat: Format = {
  id: 'fake-lines',
  title: 'Fake list',
  files: [
    { pattern: /^fake\.txt$/, required: true },
    { pattern: /^more\.txt$/, required: false },
  ],
  recognises: (head) => head.startsWith('FAKE'),
  read: readFake,
  mapped: [],
  leftOut: [],
};

function* readFake(
  files: readonly SourceFile[],
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts, undefined> {
  const text = (file: SourceFile) => decodeText(joinChunks(file.chunks(), file.name)).text;
  const lines = text(files[0]!).split('\n');
  const more = files.find((file) => file.name === 'more.txt');
  const aliases = new Map(
    more
      ? text(more)
          .split('\n')
          .map((line) => line.split(' ', 2) as [string, string])
      : [],
  );
  const [, day = '', declared] = lines[0]!.split(' ');
  const end = lines.indexOf('END');
  if (end < 0) throw new Fault('AS_FILE_TRUNCATED', 'There is no END.', { place: { file: 'fake.txt' } });
  for (let at = 1; at < end; at++) {
    try {
      // Written by `fakeText` of this file.
      const fake = JSON.parse(lines[at]!) as FakeEntry;
      const alias = aliases.get(fake.entry);
      yield fakeRecord(
        alias === undefined ? fake : { ...fake, aliases: [...(fake.aliases ?? []), alias] },
        at + 1,
      );
    } catch {
      report({ code: 'AS_ROW', message: 'Not JSON.', file: 'fake.txt', line: at + 1, lost: true });
    }
  }
  return {
    ...(isDay(day) ? { published: day } : {}),
    counts: { lines: end - 1 },
    ...(declared ? { declared: Number(declared) } : {}),
  };
}

export const fakeSource: Source = {
  id: 'fake',
  title: 'Fake List',
  publisher: 'Nobody',
  regimes: ['fake-regime'],
  addresses: [],
  freshnessDays: 10,
  mayLosePercent: 10,
  licence: 'none',
  verified: 'verified',
  formats: [fakeFormat],
};

/** How the tests tell what a file is. */
export function detectFake(name: string, head: string) {
  if (name === 'more.txt') return { source: fakeSource, format: fakeFormat, isMain: false };
  return head.startsWith('FAKE') ? { source: fakeSource, format: fakeFormat, isMain: true } : undefined;
}

export function fakeText(entries: readonly FakeEntry[], head = '-'): string {
  return [`FAKE ${head}`, ...entries.map((entry) => JSON.stringify(entry)), 'END', ''].join('\n');
}

/** Entries with the ids 1 to `count`. */
export function numbered(count: number): FakeEntry[] {
  return Array.from({ length: count }, (_, index) => ({ entry: String(index + 1) }));
}

/** Writes files by path under a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
