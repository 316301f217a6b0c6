import { type Chunks, csvRows } from '../../formats/index.ts';
import { Fault, type Issue } from '../../model/fault.ts';
import type { Link, LinkKind, PartyId } from '../../model/party.ts';
import { onePercent, type Share, shareBetween } from '../../model/share.ts';
import { parsePercentage } from '../percentage.ts';
import names from '../tables/column-names.json' with { type: 'json' };
import { readPeriod } from './period.ts';
import { type OwnershipRecord, problem } from './record.ts';

type Column = keyof typeof names.columns;
type Cell = (column: Column) => string | undefined;

/**
 * A table of links: our own CSV (`owner,owned,share,from,until,basis,kind,source`) and relationship files in the manner
 * of OpenCorporates, told apart by their column names. Percentages are free text. Throws `AS_FILE_FORMAT` where no
 * columns name an owner and what is owned.
 */
export function* readOwnershipTable(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  const issues: Issue[] = [];
  let places: ReadonlyMap<Column, number> | undefined;
  const scale = new ShareScale();
  for (const { cells, line } of csvRows(chunks, { file, report: (issue) => issues.push(issue) })) {
    for (const issue of issues.splice(0)) yield { kind: 'issue', issue };
    if (!places) {
      places = placesOf(cells, file, line);
      continue;
    }
    const known = places;
    for (const record of readRow(
      (column) => cells[known.get(column) ?? -1]?.trim() || undefined,
      file,
      line,
    )) {
      if (record.kind === 'link' && record.link.share) scale.add(record.link.share);
      yield record;
    }
  }
  for (const issue of issues) yield { kind: 'issue', issue };
  if (scale.isOfOne()) {
    const message =
      'No share is over 1, and all were read as percent: should they be parts of 1, multiply by 100.';
    yield { kind: 'issue', issue: { code: 'AS_FIELD', file, field: 'share', message, lost: false } };
  }
}

/** Whether the shares of a table may be parts of one: 0.51 for 51 percent. Taken for percent they would catch nobody. */
class ShareScale {
  #hasPart = false;
  #isOverOne = false;

  add({ min, max }: Share): void {
    if (max > onePercent) this.#isOverOne = true;
    else if (min > 0 && max < onePercent) this.#hasPart = true;
  }

  isOfOne(): boolean {
    return this.#hasPart && !this.#isOverOne;
  }
}

function placesOf(header: readonly string[], file: string, line: number): ReadonlyMap<Column, number> {
  const titles = header.map((title) => title.trim().toLowerCase().replaceAll(' ', '_'));
  const places = new Map<Column, number>();
  for (const [column, words] of Object.entries(names.columns)) {
    const place = words.map((word) => titles.indexOf(word)).find((index) => index >= 0);
    if (place !== undefined) places.set(column as Column, place);
  }
  const hasEnd = (end: 'owner' | 'owned') =>
    places.has(end) || places.has(`${end}Number`) || places.has(`${end}Name`);
  if (hasEnd('owner') && hasEnd('owned')) return places;
  throw new Fault('AS_FILE_FORMAT', 'No columns name an owner and what is owned.', {
    place: { file, line },
    remedy: 'Name the columns owner, owned and share.',
  });
}

function* readRow(cell: Cell, file: string, line: number): Generator<OwnershipRecord> {
  const [owner, owned] = [partyOf(cell, 'owner'), partyOf(cell, 'owned')];
  if (owner === undefined || owned === undefined) {
    yield problem(file, line, `The row has no ${owner === undefined ? 'owner' : 'owned party'}.`, true);
    return;
  }
  const { period, problem: badDay, isInverted } = readPeriod(cell('from'), cell('until'));
  if (badDay) yield problem(file, line, badDay, isInverted, 'until');
  if (isInverted) return;
  for (const end of [owner, owned]) {
    if (end.name !== undefined)
      yield { kind: 'party', party: { id: end.id, name: end.name, schema: 'LegalEntity' } };
  }
  const kind = kindOf(cell('kind'));
  if (kind === undefined) {
    yield problem(
      file,
      line,
      `The kind "${cell('kind')}" is not known; the row is shown only.`,
      false,
      'kind',
    );
  }
  const base = {
    kind: kind ?? ('other' as const),
    owner: owner.id as PartyId,
    owned: owned.id as PartyId,
    ...period,
    ...(cell('disputed') ? { disputed: cell('disputed')! } : {}),
    ...(cell('note') ? { note: cell('note')! } : {}),
    provenance: { source: cell('source') ?? `${file}, line ${line}`, verified: 'secondary' as const },
  };
  const stated = statedShares(cell);
  if (stated.problem) yield problem(file, line, stated.problem, false, 'share');
  for (const [index, { share, basis }] of stated.shares.entries()) {
    const link: Link = {
      id: `row ${line}${index === 0 ? '' : `:${index + 1}`}`,
      ...base,
      ...(kind === 'ownership' || share ? { share } : {}),
      ...(basis ? { basis } : {}),
    };
    yield { kind: 'link', link };
  }
}

function partyOf(cell: Cell, end: 'owner' | 'owned'): { id: string; name?: string } | undefined {
  const name = cell(`${end}Name`);
  const number = cell(`${end}Number`);
  const id = cell(end) ?? (number ? [cell(`${end}Jurisdiction`), number].filter(Boolean).join('/') : name);
  return id === undefined ? undefined : { id, ...(name === undefined ? {} : { name }) };
}

function kindOf(text: string | undefined): LinkKind | undefined {
  if (text === undefined) return 'ownership';
  const wanted = text.toLowerCase();
  return Object.entries(names.kinds).find(([, words]) => words.includes(wanted))?.[0] as LinkKind | undefined;
}

interface Stated {
  readonly shares: readonly { readonly share: Share | null; readonly basis?: 'voting' | 'economic' }[];
  readonly problem?: string;
}

function statedShares(cell: Cell): Stated {
  const basisText = cell('basis')?.toLowerCase();
  const basis: { basis?: 'voting' | 'economic' } =
    basisText === 'voting' || basisText === 'economic' ? { basis: basisText } : {};
  const text = cell('share');
  if (text !== undefined) {
    const share = parsePercentage(text);
    if (share) return { shares: [{ share, ...basis }] };
    return {
      shares: [{ share: null, ...basis }],
      problem: `"${text}" is no percentage; the share counts as unknown.`,
    };
  }
  try {
    const shares = between(cell('shareMin'), cell('shareMax'));
    const votes = between(cell('votesMin'), cell('votesMax'));
    if (!votes) return { shares: [{ share: shares ?? null, ...basis }] };
    return {
      shares: [
        ...(shares ? [{ share: shares, basis: 'economic' as const }] : []),
        { share: votes, basis: 'voting' },
      ],
    };
  } catch (error) {
    if (error instanceof Fault)
      return {
        shares: [{ share: null, ...basis }],
        problem: `${error.message} The share counts as unknown.`,
      };
    throw error;
  }
}

function between(min: string | undefined, max: string | undefined): Share | undefined {
  if (min === undefined && max === undefined) return undefined;
  return shareBetween(min ?? '0', max ?? '100');
}
