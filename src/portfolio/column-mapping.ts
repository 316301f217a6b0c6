import { z } from 'zod';
import { readMac } from '../model/index.ts';
import columnTable from './tables/columns.json' with { type: 'json' };

export const tableKinds = ['devices', 'vendors', 'contracts', 'holdings', 'payments'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Which column of a table is which field; plain data, so that it can be shown, corrected and saved. */
export const columnMappingSchema = z.object({
  kind: z.enum(tableKinds),
  /** Name of the export program, where the header is known. */
  profile: z.string().optional(),
  /** Field to header, as the header is written. */
  columns: z.record(z.string(), z.string()),
  /** Headers with secrets or personal data: their cells are not read. */
  dropped: z.array(z.string()).default([]),
  /** Whether 03/04/2021 is 3 April or 4 March, where the cells need not say. */
  dayOrder: z.enum(['day first', 'month first']).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

type KindTable = {
  needs: string[][];
  /** Headers of a field that say the kind of the table alone: a list of vendors may hold nothing but their names. */
  enough?: Record<string, string[]>;
  fields: Record<string, string[]>;
};
const kinds = columnTable.kinds as unknown as Record<TableKind, KindTable>;

/** A header without case, accents, space, hyphen, underscore and punctuation; `#` is read as a number sign. */
export function headerKey(header: string): string {
  return header
    .replace(/#\s*$/, ' number')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const keyed = (names: readonly string[]) => names.map(headerKey);
const fieldKeys = new Map<TableKind, ReadonlyMap<string, readonly string[]>>(
  tableKinds.map((kind) => [
    kind,
    new Map(Object.entries(kinds[kind].fields).map(([field, names]) => [field, keyed(names)])),
  ]),
);
const profiles = (
  columnTable.profiles as unknown as {
    name: string;
    kind: TableKind;
    has: string[];
    columns: Record<string, string>;
  }[]
).map((profile) => ({ ...profile, has: keyed(profile.has) }));
const notInventories = columnTable.notInventories.map((entry) => ({ ...entry, has: keyed(entry.has) }));

const secretWords = keyed(columnTable.secrets);
const personalWords: ReadonlySet<string> = new Set(keyed(columnTable.personal));

/** A header whose cells are secrets or about a person: never read. */
function isDroppedHeader(header: string): boolean {
  return isSecretHeader(header) || personalWords.has(headerKey(header));
}

export function isSecretHeader(header: string): boolean {
  const key = headerKey(header);
  return key.endsWith('community') || secretWords.some((word) => key.includes(word));
}

/** Why a table with this header is none of the user's own things, where that can be told. */
export function reasonNotInventory(header: readonly string[]): string | undefined {
  const keys = new Set(keyed(header));
  return notInventories.find((entry) => entry.has.every((name) => keys.has(name)))?.because;
}

/**
 * Learns which column is which from the header and, for headers that say nothing, from the shape of up to fifty rows
 * of values. Gives nothing where the table does not look like any kind of portfolio table.
 */
export function learnMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  wanted?: TableKind,
  values?: KnownValues,
): ColumnMapping | undefined {
  const dropped = header.filter(isDroppedHeader);
  const usable = header.filter((name) => !dropped.includes(name));
  const keys = new Set(keyed(header));
  const profile = profiles.find(
    (entry) => (!wanted || entry.kind === wanted) && entry.has.every((key) => keys.has(key)),
  );
  const kind = wanted ?? profile?.kind;
  const candidates = (kind ? [kind] : tableKinds)
    .map((one) =>
      learnColumns(one, usable, header, sample, profile?.kind === one ? profile.columns : {}, values),
    )
    .filter((one) => one.isEnough || wanted !== undefined)
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best || Object.keys(best.columns).length === 0) return undefined;
  return { kind: best.kind, ...(profile ? { profile: profile.name } : {}), columns: best.columns, dropped };
}

/** What a cell may be known as by those who know equipment; without it, columns are told by other shapes alone. */
export interface KnownValues {
  isBrand(cell: string): boolean;
  isModel(cell: string): boolean;
}

function learnColumns(
  kind: TableKind,
  usable: readonly string[],
  header: readonly string[],
  sample: readonly (readonly string[])[],
  preset: Readonly<Record<string, string>>,
  values: KnownValues | undefined,
) {
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  const take = (field: string, name: string) => {
    columns[field] = name;
    taken.add(name);
  };
  for (const [field, wanted] of Object.entries(preset)) {
    const name = usable.find(
      (candidate) => headerKey(candidate) === headerKey(wanted) && !taken.has(candidate),
    );
    if (name !== undefined) take(field, name);
  }
  // The most telling name of a field wins over the order of columns: `Model Number` before `Model`.
  for (const [field, names] of fieldKeys.get(kind)!) {
    if (columns[field] !== undefined) continue;
    const name = names
      .map((key) => usable.find((candidate) => plainHeaderKey(candidate) === key && !taken.has(candidate)))
      .find((found) => found !== undefined);
    if (name !== undefined) take(field, name);
  }
  for (const [field, name] of looselyNamed(kind, usable, taken))
    if (columns[field] === undefined) take(field, name);
  const cellsOf = (name: string) => sample.map((row) => row[header.indexOf(name)] ?? '');
  if (kind === 'devices') settleDeviceColumns(columns, header, cellsOf);
  let score = Object.keys(columns).length;
  for (const name of usable) {
    if (taken.has(name)) continue;
    const field = shapeField(kind, cellsOf(name), values);
    if (field && columns[field] === undefined) take(field, name);
  }
  const isEnough =
    kinds[kind].needs.some((needs) => needs.every((field) => columns[alias(field)] !== undefined)) ||
    Object.entries(kinds[kind].enough ?? {}).some(
      ([field, names]) => columns[field] !== undefined && keyed(names).includes(headerKey(columns[field])),
    );
  // The fields that only one kind has weigh most when two kinds fit.
  for (const own of ownFields[kind]) if (columns[own] !== undefined) score += 4;
  return { kind, columns, score, isEnough };
}

const looseWords = columnTable.kinds.devices.words as Readonly<Record<string, readonly string[]>>;
const wordFields = new Map(
  Object.entries(looseWords).flatMap(([field, names]) => keyed(names).map((name) => [name, field] as const)),
);
const contraryWords: ReadonlySet<string> = new Set(keyed(columnTable.kinds.devices.notWords));

/** Columns of devices whose header has one telling word among others: `Camera Model (if known)`, `品牌 Brand`. */
function looselyNamed(
  kind: TableKind,
  usable: readonly string[],
  taken: ReadonlySet<string>,
): (readonly [field: string, name: string])[] {
  if (kind !== 'devices') return [];
  return usable.flatMap((name) => {
    if (taken.has(name)) return [];
    const words = (name.match(/[\p{Script=Han}]+|[\p{L}\p{M}\p{N}]+/gu) ?? []).map(headerKey);
    if (words.length > 6 || words.some((word) => contraryWords.has(word))) return [];
    const fields = [...new Set(words.flatMap((word) => wordFields.get(word) ?? []))];
    return fields.length === 1 ? [[fields[0]!, name] as const] : [];
  });
}

const ownFields: Readonly<Record<TableKind, readonly string[]>> = {
  devices: ['mac', 'model', 'serial', 'address', 'assetTag', 'brand'],
  vendors: ['vendorId', 'taxId', 'spend'],
  contracts: ['contractId', 'end', 'notice', 'recipient'],
  holdings: ['isin', 'quantity', 'cusip', 'weight'],
  payments: ['payee', 'payer', 'paymentId', 'remittance'],
};

/** How many cells of a row are names of columns, for the kind of table that knows most of them. */
export function headerFit(cells: readonly string[], kind?: TableKind): number {
  if (cells.some((cell) => looksLikeMac(cell) || /^\d{1,3}(\.\d{1,3}){3}$/.test(cell.trim()))) return 0;
  const filled = cells.filter((cell) => cell.trim() !== '' && cell.length <= 80);
  const keys = new Set(filled.map(plainHeaderKey));
  const loose = new Set(looselyNamed('devices', filled, new Set()).map(([field]) => field)).size;
  return Math.max(loose, ...(kind ? [kind] : tableKinds).map((one) => namesKnown(keys, one)));
}

function namesKnown(keys: ReadonlySet<string>, kind: TableKind): number {
  let known = 0;
  for (const names of fieldKeys.get(kind)!.values()) if (names.some((name) => keys.has(name))) known++;
  return known;
}

function alias(field: string): string {
  return field === 'description' ? 'purchaseText' : field;
}

/** A header key without a currency at its end: `spend_12m_usd` is `spend12m`. */
function plainHeaderKey(header: string): string {
  return headerKey(header.replace(/[\s_([-]+(usd|eur|gbp|cad|aud|chf|jpy|cny)[)\]]?$/i, ''));
}

/** Settles by their values the columns whose names mean one thing here and another there. */
function settleDeviceColumns(
  columns: Record<string, string>,
  header: readonly string[],
  cellsOf: (name: string) => readonly string[],
): void {
  const move = (from: string, to: string) => {
    columns[to] = columns[from]!;
    delete columns[from];
  };
  // `Type` beside the make is a model in Dutch registers and in lists of cameras, `Typ` a kind in some German ones.
  if (columns.model === undefined && columns.type !== undefined && areModelNumbers(cellsOf(columns.type)))
    move('type', 'model');
  else if (
    columns.type === undefined &&
    columns.model !== undefined &&
    headerKey(columns.model) === 'typ' &&
    !areModelNumbers(cellsOf(columns.model))
  )
    move('model', 'type');
  // A register without a column for the maker means the maker by `vendor`; a list of orders means the shop.
  const isOrderList =
    (columns.purchaseText !== undefined && columns.model === undefined) ||
    header.some((name) => /^(po|purchaseorder|order|invoice)/.test(headerKey(name)));
  if (columns.brand === undefined && headerKey(columns.supplier ?? '') === 'vendor' && !isOrderList)
    move('supplier', 'brand');
}

function areModelNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 0 &&
    filled.filter((cell) => /\d/.test(cell) && /\p{L}/u.test(cell) && cell.trim().length >= 3).length /
      filled.length >=
      0.6
  );
}

function shapeField(
  kind: TableKind,
  cells: readonly string[],
  values: KnownValues | undefined,
): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2) return undefined;
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  if (kind === 'devices') {
    if (share(looksLikeMac) >= 0.6) return 'mac';
    if (share(looksLikeAddress) >= 0.6) return 'address';
    if (share((cell) => /^i?DS-\d?[A-Z0-9]{3,}|^(DHI?-)?IPC-/i.test(cell.trim())) >= 0.3) return 'model';
    if (values && share((cell) => values.isBrand(cell)) >= 0.4) return 'brand';
    if (values && share((cell) => values.isModel(cell)) >= 0.3) return 'model';
  }
  if (kind === 'holdings' && share((cell) => /^[A-Z]{2}[A-Z0-9]{9}\d$/.test(cell.trim())) >= 0.6)
    return 'isin';
  return undefined;
}

function looksLikeAddress(cell: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}(\/\d+)?$/.test(cell.trim());
}

/** Whether a row shows a device itself, by its hardware or network address, brand or model, so that it names no columns. */
export function showsDevice(cells: readonly string[], values: KnownValues | undefined): boolean {
  return cells.some(
    (cell) =>
      looksLikeMac(cell) ||
      looksLikeAddress(cell) ||
      (values !== undefined && (values.isBrand(cell) || values.isModel(cell))),
  );
}

/** Twelve digits alone are a serial number or a moment as often as a hardware address. */
function looksLikeMac(cell: string): boolean {
  return readMac(cell) !== undefined && !/^\s*\d{12}\s*$/.test(cell);
}

/** The mapping in words, one line a field, for a person to check. */
export function describeMapping(mapping: ColumnMapping): string {
  const lines = [`read as ${mapping.kind}${mapping.profile ? ` (${mapping.profile})` : ''}`];
  for (const [field, header] of Object.entries(mapping.columns)) lines.push(`  ${field} <- "${header}"`);
  for (const header of mapping.dropped) lines.push(`  dropped unread: "${header}"`);
  return lines.join('\n');
}
