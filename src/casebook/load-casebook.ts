import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { parseRegime } from '../law/parse-regime.ts';
import type { BrandFact, CaseEvent, DeviceSignature, Observation } from '../model/casebook.ts';
import { Fault, type Issue } from '../model/fault.ts';
import type { Provenance } from '../model/provenance.ts';
import { type Regime, regimeSchema } from '../model/regime.ts';
import { parseOwnershipTests } from '../ownership/ownership-test.ts';
import type { Casebook, DemoPortfolio } from './casebook.ts';
import { checkCasebook, checkSignatures } from './check.ts';
import {
  alternativeFileSchema,
  alternativesOf,
  criteriaOf,
  criterionFileSchema,
  precedentFileSchema,
  precedentsOf,
} from './guidance-files.ts';
import { addParties, type PartyFacts, type Placed, partyFileSchema } from './party-file.ts';
import { Problems } from './problem.ts';
import { SourceBook, sourceFileSchema } from './source-book.ts';
import {
  brandColumns,
  brandOf,
  eventColumns,
  eventOf,
  observationColumns,
  observationOf,
  prefixColumns,
  prefixOf,
  readTable,
  signatureColumns,
  signatureOf,
} from './table-file.ts';
import { YamlDocument } from './yaml-document.ts';

/** The casebook that comes with the package. */
export const packagedCasebook = fileURLToPath(new URL('../../casebook/', import.meta.url));

/**
 * Reads and checks the casebook in `folder`. The signature tables, by far the largest, are read at their first use;
 * `hash` covers them all the same. Throws `AS_CASEBOOK` for the first defect, with the number of the others.
 */
export function loadCasebook(folder: string = packagedCasebook): Casebook {
  const { casebook, issues } = readCasebook(folder);
  refuse(issues);
  return casebook;
}

/**
 * Reads the casebook in `folder` with every defect found, for those who edit it: signature tables and the words of the
 * regime files included, which loading does not look at.
 */
export function inspectCasebook(folder: string = packagedCasebook): readonly Issue[] {
  const { issues, signatures, regimeTexts } = readCasebook(folder);
  return [
    ...issues,
    ...signatures().issues,
    ...regimeTexts.flatMap(([file, text]) => regimeIssues(text, file)),
  ];
}

function regimeIssues(text: string, file: string): Issue[] {
  try {
    parseRegime(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [{ code: error.code, message: error.message, ...error.place, lost: true }];
  }
}

function refuse(issues: readonly Issue[]): void {
  const [first] = issues;
  if (!first) return;
  const { file, line, field } = first;
  const others = issues.length === 1 ? '' : ` ${issues.length - 1} more of the kind in the casebook.`;
  throw new Fault('AS_CASEBOOK', `${first.message}${others}`, {
    place: {
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { field }),
    },
    remedy: 'docs/casebook.md describes the form of each file.',
  });
}

interface Read {
  readonly casebook: Casebook;
  readonly issues: readonly Issue[];
  readonly regimeTexts: readonly (readonly [file: string, text: string])[];
  readonly signatures: () => { readonly rows: readonly DeviceSignature[]; readonly issues: readonly Issue[] };
}

function readCasebook(folder: string): Read {
  const files = readFiles(folder);
  const problems = new Problems();
  const yaml = <Output>(name: string, schema: z.ZodType<Output>) =>
    new YamlDocument(files.path(name), files.text(name), schema, problems);
  const table = <Output>(name: string, columns: Parameters<typeof readTable<Output>>[2], into = problems) =>
    readTable(files.path(name), files.bytes(name), columns, into);

  const sources = new SourceBook(yaml('sources.yaml', sourceFileSchema).value ?? {});
  const regimeFiles = files.under('regimes/', '.yaml');
  const regimes = regimeFiles.flatMap((name): Regime[] => {
    const { value } = yaml(name, regimeSchema);
    return value ? [value] : [];
  });
  const facts: PartyFacts = { parties: [], listings: [], links: [], absences: [], provenances: [] };
  const regimeTitle = (id: string) => regimes.find((regime) => regime.id === id)?.short ?? id;
  for (const name of files.under('parties/', '.yaml'))
    addParties(yaml(name, partyFileSchema), facts, regimeTitle);
  const { provenances } = facts;
  const flagged = <Row extends { readonly provenance: Provenance }>(row: Placed<Row>): Placed<Row> => {
    provenances.push({ item: row.item.provenance, origin: row.origin });
    return row;
  };
  const brands = table('brands.csv', brandColumns).map((row) => flagged({ ...row, item: brandOf(row.item) }));
  const events = eventsOf(table('events.csv', eventColumns), problems).map(flagged);
  const observations = table('observations.csv', observationColumns).map((row) =>
    flagged({ ...row, item: observationOf(row.item) }),
  );
  const known = {
    provenances,
    problems,
    parties: new Set<string>(facts.parties.map(({ item }) => item.id)),
    regimes: new Set<string>(regimes.map((regime) => regime.id)),
  };
  const precedents = precedentsOf(yaml('precedents.yaml', precedentFileSchema), known);
  const alternatives = alternativesOf(yaml('alternatives.yaml', alternativeFileSchema), known);
  const criteria = criteriaOf(yaml('criteria.yaml', criterionFileSchema), known);
  checkCasebook({ ...facts, brands, signatures: [], events, observations, regimes: known.regimes }, problems);
  for (const { item, origin } of provenances) sources.check(item, origin, problems);

  let held: { rows: readonly DeviceSignature[]; issues: readonly Issue[] } | undefined;
  const signatures = () => {
    if (held) return held;
    const own = new Problems();
    const placed = [
      ...table('signatures.csv', signatureColumns, own).map((row) => ({
        ...row,
        item: signatureOf(row.item),
      })),
      ...table('mac-prefixes.csv', prefixColumns, own).map((row) => ({ ...row, item: prefixOf(row.item) })),
    ];
    checkSignatures(placed, known.parties, own);
    for (const { item, origin } of placed) sources.check(item.provenance, origin, own);
    held = { rows: placed.map(({ item }) => item), issues: own.found };
    return held;
  };
  const casebook: Casebook = {
    parties: items(facts.parties),
    listings: items(facts.listings),
    links: items(facts.links),
    brands: items(brands) satisfies readonly BrandFact[],
    get signatures() {
      const { rows, issues } = signatures();
      refuse(issues);
      return rows;
    },
    events: items(events) satisfies readonly CaseEvent[],
    observations: items(observations) satisfies readonly Observation[],
    sources: sources.titles,
    regimes,
    ownershipTests: parseOwnershipTests(
      files.text('ownership-tests.yaml'),
      files.path('ownership-tests.yaml'),
    ),
    precedents,
    alternatives,
    criteria,
    portfolios: demoPortfolios(folder),
    folder,
    hash: files.hash,
  };
  const regimeTexts = regimeFiles.map((name) => [files.path(name), files.text(name)] as const);
  return { casebook, issues: problems.found, regimeTexts, signatures };
}

function items<Item>(placed: readonly Placed<Item>[]): Item[] {
  return placed.map(({ item }) => item);
}

function eventsOf(
  rows: readonly Placed<z.output<typeof eventColumns>>[],
  problems: Problems,
): Placed<CaseEvent>[] {
  return rows.flatMap(({ item, origin }) => {
    try {
      return [{ item: eventOf(item), origin }];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      problems.add(origin, `day: ${error.message}`, 'day');
      return [];
    }
  });
}

interface Files {
  /** The name to show: relative to where the command was given, where the casebook lies below it. */
  path(name: string): string;
  bytes(name: string): Uint8Array;
  text(name: string): string;
  under(folder: string, ending: string): readonly string[];
  readonly hash: string;
}

const notHashed = ['portfolios/', 'scenarios/'];

function readFiles(folder: string): Files {
  if (!existsSync(folder)) {
    throw new Fault('AS_FILE_MISSING', 'The casebook is not there.', {
      place: { file: folder },
      remedy: 'Give the folder of a casebook.',
    });
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(yaml|csv)$/.test(name) && !notHashed.some((start) => name.startsWith(start)))
    .sort();
  const held = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const hash = createHash('sha256');
  for (const [name, bytes] of held) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  const path = (name: string) => {
    const full = join(folder, name);
    const near = relative(process.cwd(), full);
    return near.startsWith('..') ? full : near;
  };
  const bytes = (name: string) => {
    const content = held.get(name);
    if (content) return content;
    throw new Fault('AS_FILE_MISSING', 'The casebook lacks this file.', {
      place: { file: path(name) },
      remedy: 'Restore it; docs/casebook.md lists the files.',
    });
  };
  return {
    path,
    bytes,
    text: (name) => bytes(name).toString(),
    under: (start, ending) => names.filter((name) => name.startsWith(start) && name.endsWith(ending)),
    hash: hash.digest('hex'),
  };
}

function demoPortfolios(folder: string): DemoPortfolio[] {
  const home = join(folder, 'portfolios');
  if (!existsSync(home)) return [];
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, 'portfolio.yaml')))
    .map((entry) => ({ id: entry.name, folder: join(home, entry.name) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
