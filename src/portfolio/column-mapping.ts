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
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

type KindTable = { needs: string[][]; fields: Record<string, string[]> };
const kinds = columnTable.kinds as unknown as Record<TableKind, KindTable>;

/** A header without case, space, hyphen, underscore and punctuation. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
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

/** A header whose cells are secrets or about a person: never read. */
export function isDroppedHeader(header: string): boolean {
  const key = headerKey(header);
  return isSecretHeader(header) || columnTable.personal.includes(key);
}

export function isSecretHeader(header: string): boolean {
  const key = headerKey(header);
  return key.endsWith('community') || columnTable.secrets.some((word) => key.includes(word));
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
): ColumnMapping | undefined {
  const dropped = header.filter(isDroppedHeader);
  const usable = header.filter((name) => !dropped.includes(name));
  const keys = new Set(keyed(header));
  const profile = profiles.find(
    (entry) => (!wanted || entry.kind === wanted) && entry.has.every((key) => keys.has(key)),
  );
  const kind = wanted ?? profile?.kind;
  const candidates = (kind ? [kind] : tableKinds)
    .map((one) => learnColumns(one, usable, header, sample, profile?.kind === one ? profile.columns : {}))
    .filter((one) => one.isEnough || wanted !== undefined)
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best || Object.keys(best.columns).length === 0) return undefined;
  return { kind: best.kind, ...(profile ? { profile: profile.name } : {}), columns: best.columns, dropped };
}

function learnColumns(
  kind: TableKind,
  usable: readonly string[],
  header: readonly string[],
  sample: readonly (readonly string[])[],
  preset: Readonly<Record<string, string>>,
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
  // A register without a column for the maker means the maker by `vendor`, not the shop.
  if (kind === 'devices' && columns.brand === undefined && headerKey(columns.supplier ?? '') === 'vendor') {
    columns.brand = columns.supplier!;
    delete columns.supplier;
  }
  let score = Object.keys(columns).length;
  for (const name of usable) {
    if (taken.has(name)) continue;
    const field = shapeField(
      kind,
      sample.map((row) => row[header.indexOf(name)] ?? ''),
    );
    if (field && columns[field] === undefined) take(field, name);
  }
  const isEnough = kinds[kind].needs.some((needs) =>
    needs.every((field) => columns[alias(field)] !== undefined),
  );
  // The fields that only one kind has weigh most when two kinds fit.
  for (const own of ownFields[kind]) if (columns[own] !== undefined) score += 4;
  return { kind, columns, score, isEnough };
}

const ownFields: Readonly<Record<TableKind, readonly string[]>> = {
  devices: ['mac', 'model', 'serial', 'address', 'assetTag', 'brand'],
  vendors: ['vendorId', 'taxId', 'spend'],
  contracts: ['contractId', 'end', 'notice', 'recipient'],
  holdings: ['isin', 'quantity', 'cusip', 'weight'],
  payments: ['payee', 'payer', 'paymentId', 'remittance'],
};

function alias(field: string): string {
  return field === 'description' ? 'purchaseText' : field;
}

/** A header key without a currency at its end: `spend_12m_usd` is `spend12m`. */
function plainHeaderKey(header: string): string {
  return headerKey(header.replace(/[\s_([-]+(usd|eur|gbp|cad|aud|chf|jpy|cny)[)\]]?$/i, ''));
}

/** Currency that a header states: `value_usd`, `Kosten (EUR)`. */
export function currencyOfHeader(header: string): string | undefined {
  return /[\s_([-](usd|eur|gbp|cad|aud|chf|jpy|cny)[)\]]?$/i.exec(header)?.[1]?.toUpperCase();
}

function shapeField(kind: TableKind, cells: readonly string[]): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2) return undefined;
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  if (kind === 'devices') {
    if (share((cell) => readMac(cell) !== undefined) >= 0.6) return 'mac';
    if (share((cell) => /^\d{1,3}(\.\d{1,3}){3}(\/\d+)?$/.test(cell.trim())) >= 0.6) return 'address';
    if (share((cell) => /^i?DS-\d?[A-Z0-9]{3,}|^(DHI?-)?IPC-/i.test(cell.trim())) >= 0.3) return 'model';
  }
  if (kind === 'holdings' && share((cell) => /^[A-Z]{2}[A-Z0-9]{9}\d$/.test(cell.trim())) >= 0.6)
    return 'isin';
  return undefined;
}

/** The mapping in words, one line a field, for a person to check. */
export function describeMapping(mapping: ColumnMapping): string {
  const lines = [`read as ${mapping.kind}${mapping.profile ? ` (${mapping.profile})` : ''}`];
  for (const [field, header] of Object.entries(mapping.columns)) lines.push(`  ${field} <- "${header}"`);
  for (const header of mapping.dropped) lines.push(`  dropped unread: "${header}"`);
  return lines.join('\n');
}
