import { createHash } from 'node:crypto';
import { type Actor, type Asset, Fault, type Issue, type Portfolio } from '../model/index.ts';
import type { DayOrder } from './day-orders.ts';
import { mergeDevices } from './merge-devices.ts';
import type { FileReading, PortfolioFile, ReadOptions } from './reading.ts';
import { readFile } from './recognise.ts';
import type { Sighting } from './sighting.ts';

/** What is said of a portfolio beside its files. */
export interface PortfolioManifest {
  readonly id: string;
  readonly title: string;
  readonly invented?: boolean;
  readonly actor: Actor;
  readonly facts?: Portfolio['facts'];
  readonly sites?: Portfolio['sites'];
  /** Files by name; `kind` says what a table is where its columns do not (`devices`, `vendors`, ...). */
  readonly files?: readonly {
    readonly file: string;
    readonly kind?: string;
    readonly currency?: string;
    readonly dayOrder?: DayOrder;
  }[];
}

/** A portfolio with everything that was lost or doubtful on the way. */
export interface PortfolioReading {
  readonly portfolio: Portfolio;
  readonly issues: readonly Issue[];
  readonly mappings: readonly {
    readonly file: string;
    readonly mapping: NonNullable<FileReading['mapping']>;
  }[];
  /** Addresses that answered but showed no device; see `mergeDevices`. */
  readonly bareAddresses: readonly string[];
}

/**
 * Reads the files of a manifest. Throws `AS_FILE_MISSING` where one that the manifest names is not given, and the
 * fault of a file that cannot be read: a portfolio that is silently short of a file is worse than none.
 */
export function readPortfolio(manifest: PortfolioManifest, files: readonly PortfolioFile[]): Portfolio {
  return readPortfolioWithIssues(manifest, files).portfolio;
}

export function readPortfolioWithIssues(
  manifest: PortfolioManifest,
  files: readonly PortfolioFile[],
  options: Pick<ReadOptions, 'values'> = {},
): PortfolioReading {
  const byName = new Map(files.map((file) => [file.name, file]));
  const wanted = manifest.files ?? files.map((file) => ({ file: file.name }));
  const readings = wanted.map((entry): { file: PortfolioFile; reading: FileReading } => {
    const file = byName.get(entry.file);
    if (!file) {
      throw new Fault('AS_FILE_MISSING', 'The portfolio names a file that is not there.', {
        place: { file: entry.file },
        remedy: 'Put the file beside the manifest, or take its line out.',
      });
    }
    const kind = 'kind' in entry ? entry.kind : undefined;
    const currency = ('currency' in entry ? entry.currency : undefined) ?? currencyOf(manifest);
    return {
      file,
      reading: readFile(file, {
        ...options,
        ...(kind ? { kind } : {}),
        ...(currency ? { currency } : {}),
        ...('dayOrder' in entry && entry.dayOrder ? { dayOrder: entry.dayOrder } : {}),
      }),
    };
  });
  return assemble(manifest, readings);
}

/** What `readAny` could not read, file by file, and why. */
export interface AnyReading extends PortfolioReading {
  readonly unread: readonly { readonly file: string; readonly fault: Fault }[];
}

/** Reads whatever files are given, by their content. A file that cannot be read is named in `unread` and the rest goes on. */
export function readAny(
  files: readonly PortfolioFile[],
  options: ReadOptions & { readonly manifest?: Partial<PortfolioManifest> } = {},
): AnyReading {
  const readings: { file: PortfolioFile; reading: FileReading }[] = [];
  const unread: { file: string; fault: Fault }[] = [];
  const currency = options.currency ?? currencyOf(options.manifest ?? {}) ?? 'USD';
  for (const file of files) {
    try {
      readings.push({ file, reading: readFile(file, { ...options, currency }) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      unread.push({ file: file.name, fault: error });
    }
  }
  const manifest: PortfolioManifest = {
    id: 'given-files',
    title: files.map((file) => file.name).join(', '),
    actor: { jurisdictions: [], roles: [] },
    ...options.manifest,
  };
  return { ...assemble(manifest, readings), unread };
}

/** The currency of the place where the actor stands, for files that state none; the notices say so. */
function currencyOf(manifest: Partial<PortfolioManifest>): string | undefined {
  const stated = manifest.facts?.currency;
  if (typeof stated === 'string') return stated;
  const places: Readonly<Record<string, string>> = {
    us: 'USD',
    gb: 'GBP',
    ca: 'CAD',
    eu: 'EUR',
    au: 'AUD',
    jp: 'JPY',
  };
  return manifest.actor?.jurisdictions.map((place) => places[place]).find((code) => code !== undefined);
}

function assemble(
  manifest: PortfolioManifest,
  readings: readonly { file: PortfolioFile; reading: FileReading }[],
): PortfolioReading {
  const sightings: Sighting[] = readings.flatMap(({ reading }) => [...reading.sightings]);
  const merged = mergeDevices(sightings);
  const sites = sitesOf(
    manifest,
    readings.flatMap(({ reading }) => reading.sightings),
  );
  const devices = merged.devices.map((device) => {
    const site = device.site === undefined ? undefined : sites.find(device.site);
    return site === undefined ? device : { ...device, site };
  });
  const others = readings.flatMap(({ reading }) => [...reading.assets]);
  const assets: Asset[] = [...devices, ...uniqueAssets(others)];
  return {
    portfolio: {
      id: manifest.id,
      title: manifest.title,
      invented: manifest.invented ?? false,
      actor: manifest.actor,
      facts: manifest.facts ?? {},
      sites: sites.all,
      assets,
      files: readings.map(({ file, reading }, index) => ({
        file: file.name,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        rows: reading.rows,
        reader: reading.reader,
        notices: [
          ...reading.notices,
          ...reading.issues.map((issue) => `line ${issue.line ?? '?'}: ${issue.message}`),
          ...(index === 0 ? merged.notices : []),
        ],
      })),
    },
    issues: readings.flatMap(({ reading }) => reading.issues),
    mappings: readings.flatMap(({ file, reading }) =>
      reading.mapping ? [{ file: file.name, mapping: reading.mapping }] : [],
    ),
    bareAddresses: merged.bareAddresses.map(({ address }) => address),
  };
}

function siteKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Site names of the files joined with those of the manifest; the files' own become sites too. */
function sitesOf(manifest: PortfolioManifest, sightings: readonly Sighting[]) {
  const all = [...(manifest.sites ?? [])];
  const byKey = new Map<string, string>();
  for (const site of all) {
    byKey.set(siteKey(site.id), site.id);
    byKey.set(siteKey(site.name), site.id);
  }
  for (const { site } of sightings) {
    if (site === undefined || byKey.has(siteKey(site))) continue;
    byKey.set(siteKey(site), site);
    all.push({ id: site, name: site, facts: {} });
  }
  return { all, find: (text: string) => byKey.get(siteKey(text)) };
}

function uniqueAssets(assets: readonly Asset[]): Asset[] {
  const seen = new Map<string, number>();
  return assets.map((asset) => {
    const key = `${asset.kind} ${asset.id}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? asset : { ...asset, id: `${asset.id} (${count})` };
  });
}
