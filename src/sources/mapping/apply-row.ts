import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { NameKind } from '../../model/party.ts';
import { citedDays } from '../federal-register.ts';
import {
  addAddress,
  addAttribute,
  addBirthDate,
  addCountry,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  regime,
} from '../record-draft.ts';
import { scriptOf } from '../script.ts';
import type { TableRow } from '../table.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { splitBracketedNames } from './bracketed-names.ts';
import type { MappedColumn, Mapping } from './mapping.ts';

interface ListingCells {
  from?: Day;
  until?: Day;
  readonly programs: string[];
  readonly citations: string[];
  readonly requirements: string[];
  readonly policies: string[];
  readonly remarks: string[];
  readonly dates: Record<string, Day>;
}

const dayRoles: ReadonlySet<MappedColumn['to']> = new Set(['birth date', 'from', 'until', 'date']);

/** Puts the cells of one row where the mapping says, and adds the row's listing; `onDay` hears of each cell read as a day. */
export function applyRow(
  draft: Draft,
  mapping: Mapping,
  row: TableRow,
  file: string,
  report: (issue: Issue) => void,
  onDay?: (column: string, cell: string, line: number) => void,
): void {
  const listing: ListingCells = {
    programs: [],
    citations: [],
    requirements: [],
    policies: [],
    remarks: [],
    dates: {},
  };
  const address: Partial<Record<'street' | 'city' | 'region' | 'postal code' | 'country', string>> = {};
  addPrimaryName(draft, mapping, row);
  for (const [name, column] of Object.entries(mapping.columns)) {
    const cell = row.get(name);
    if (cell === undefined || isPrimaryName(column) || mapping.empty.includes(cell)) continue;
    if (column.to === 'address' && column.part !== 'full') address[column.part] = cell;
    else if (applyCell(draft, listing, column, cell, mapping)) {
      if (dayRoles.has(column.to)) onDay?.(name, cell, row.line);
    } else {
      report({
        code: 'AS_FIELD',
        message: `"${cell}" cannot be used as ${column.to}; it is kept as a remark.`,
        file,
        line: row.line,
        field: name,
        lost: false,
      });
      addUnique(draft.remarks, `${name}: ${cell}`);
    }
  }
  addAddress(draft, {
    street: address.street,
    city: address.city,
    region: address.region,
    postalCode: address['postal code'],
    country: address.country,
  });
  addListing(draft, mapping, listing);
}

type NameColumn = Extract<MappedColumn, { to: 'name' }>;

function isPrimaryName(column: MappedColumn): column is NameColumn {
  return column.to === 'name' && column.kind === 'primary';
}

/** The columns of the primary name, joined: given and family name may have a column each. */
export function primaryName(mapping: Mapping, row: TableRow): string | undefined {
  const columns = Object.entries(mapping.columns).filter(([, column]) => isPrimaryName(column));
  return row.join(
    columns.map(([name]) => name),
    ' ',
  );
}

function addPrimaryName(draft: Draft, mapping: Mapping, row: TableRow): void {
  const name = primaryName(mapping, row);
  const column = Object.values(mapping.columns).find(isPrimaryName);
  if (name && column) applyName(draft, column, name);
}

function addListing(draft: Draft, mapping: Mapping, cells: ListingCells): void {
  const citation = cells.citations.join('; ') || mapping.citation;
  const from = cells.from ?? citedDays(cells.citations.join(' '))[0];
  const next = {
    regime: regime(mapping.regime),
    ...(from ? { from } : {}),
    ...(cells.until ? { until: cells.until } : {}),
    ...(citation ? { citation } : {}),
    programs: cells.programs,
    ...(cells.requirements.length > 0 ? { requirement: cells.requirements.join('; ') } : {}),
    ...(cells.policies.length > 0 ? { policy: cells.policies.join('; ') } : {}),
    ...(Object.keys(cells.dates).length > 0 ? { dates: cells.dates } : {}),
    ...(cells.remarks.length > 0 ? { remarks: cells.remarks.join('; ') } : {}),
  };
  const same = JSON.stringify(next);
  if (!draft.listings.some((known) => JSON.stringify(known) === same)) draft.listings.push(next);
}

function applyCell(
  draft: Draft,
  listing: ListingCells,
  column: MappedColumn,
  cell: string,
  mapping: Mapping,
): boolean {
  const values = 'split' in column && column.split ? splitCell(cell, column.split) : [cell];
  switch (column.to) {
    case 'entry id':
      return true;
    case 'name':
      for (const value of values) applyName(draft, column, value);
      return true;
    case 'schema': {
      const schema = column.values[cell] ?? column.values[cell.toLowerCase()];
      if (schema) draft.schema = schema;
      return schema !== undefined;
    }
    case 'country':
    case 'nationality': {
      const list = column.to === 'country' ? 'countries' : 'nationalities';
      for (const value of values) addCountry(draft, list, value.length === 2 ? value.toUpperCase() : value);
      return true;
    }
    case 'address':
      for (const value of values) addAddress(draft, { street: value });
      return true;
    case 'birth date': {
      const days = values.map((value) => readWrittenDay(value, mapping.numberOrder));
      for (const day of days) if (day) addBirthDate(draft, day);
      return days.every((day) => day !== undefined);
    }
    case 'birth place':
      for (const value of values) addUnique(draft.birthPlaces, value);
      return true;
    case 'gender': {
      const word = cell.toLowerCase();
      if (word.startsWith('m')) draft.gender = 'male';
      else if (word.startsWith('f')) draft.gender = 'female';
      else return false;
      return true;
    }
    case 'title':
      for (const value of values) addUnique(draft.titles, value);
      return true;
    case 'identifier':
      for (const value of values) addIdentifier(draft, column.kind, value, column);
      return true;
    case 'program':
      for (const value of values) addUnique(listing.programs, value);
      return true;
    case 'from':
    case 'until': {
      if (column.to === 'until' && column.lasting.includes(cell)) return true;
      const day = readExactDay(cell, mapping.numberOrder);
      if (day) listing[column.to] = day;
      return day !== undefined;
    }
    case 'date': {
      const day = readExactDay(cell, mapping.numberOrder);
      if (day) listing.dates[column.name] = day;
      return day !== undefined;
    }
    case 'citation':
      listing.citations.push(cell);
      return true;
    case 'requirement':
      listing.requirements.push(cell);
      return true;
    case 'policy':
      listing.policies.push(cell);
      return true;
    case 'listing remark':
      listing.remarks.push(cell);
      return true;
    case 'remark':
      addUnique(draft.remarks, cell);
      return true;
    case 'attribute':
      for (const value of values) addAttribute(draft, column.name, value);
      return true;
    default:
      return column satisfies never;
  }
}

function splitCell(cell: string, sign: string): string[] {
  return cell
    .split(sign)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function applyName(draft: Draft, column: NameColumn, value: string): void {
  const script = scriptOf(value);
  const kind: NameKind = column.kind === 'native' ? 'alias' : column.kind;
  if (!column.bracketed) {
    addName(draft, value, kind, { script: script === 'Latn' ? undefined : script });
    return;
  }
  const names = splitBracketedNames(value);
  addName(draft, names.name, kind, { script: script === 'Latn' ? undefined : script });
  for (const other of names.others) addName(draft, other.text, other.kind);
}
