import type { Contract, Holding, Identifier, Payment, Vendor } from '../../model/index.ts';
import { readCountry } from '../cell-values.ts';
import { present } from '../reading.ts';
import type { MappedRow } from './table-row.ts';

const identifierFields: readonly (readonly [field: string, kind: Identifier['kind']])[] = [
  ['lei', 'LEI'],
  ['uei', 'UEI'],
  ['duns', 'DUNS'],
  ['cage', 'CAGE'],
  ['uscc', 'USCC'],
  ['taxId', 'tax number'],
  ['isin', 'ISIN'],
  ['cusip', 'CUSIP'],
  ['figi', 'FIGI'],
  ['ticker', 'ticker'],
  ['bic', 'BIC'],
];

/** The identifiers of a row; placeholders made of one repeated digit are none. */
function identifiersOf(row: MappedRow, ...leaveOut: string[]): Identifier[] {
  return identifierFields.flatMap(([field, kind]) => {
    const value = leaveOut.includes(field) ? undefined : row.text(field);
    return value === undefined || /^(.)\1*$/.test(value) ? [] : [{ kind, value }];
  });
}

function countryOf(row: MappedRow): string | undefined {
  const text = row.text('country');
  return text === undefined ? undefined : readCountry(text)?.toLowerCase();
}

function idOf(row: MappedRow, ...fields: string[]): string {
  for (const field of fields) {
    const value = row.text(field);
    if (value !== undefined) return value;
  }
  return `${row.row.file}:${row.row.line}`;
}

export function vendorOfRow(row: MappedRow): Vendor | undefined {
  const name = row.text('name');
  if (name === undefined) return undefined;
  return {
    kind: 'vendor',
    id: idOf(row, 'vendorId'),
    rows: [row.row],
    name,
    identifiers: identifiersOf(row),
    ...present({
      country: countryOf(row),
      address: row.text('address'),
      spend: row.amount('spend'),
      provides: row.text('provides'),
    }),
  };
}

/** `Department of Example (customer)` says itself on which side it stands. */
const customerNote = /\s*\((customer|client|buyer)\)\s*$/i;

export function contractOfRow(row: MappedRow): Contract | undefined {
  const named = row.text('counterparty') ?? row.text('recipient') ?? row.text('customer');
  if (named === undefined) return undefined;
  const isCustomer =
    customerNote.test(named) ||
    row.text('role')?.toLowerCase() === 'customer' ||
    row.text('customer') === named;
  const noticeText = row.text('notice');
  const notice = /(\d+)\s*(d|w|m|day|week|month|tag|wochen|monat)?/i.exec(noticeText ?? '');
  const unit = notice?.[2]?.toLowerCase()[0];
  const agency = row.text('agency');
  const origin = row.text('originCountry');
  const notes = [
    row.text('clause'),
    row.text('parent') ? `parent: ${row.text('parent')}` : undefined,
    origin ? `origin: ${origin}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
  return {
    kind: 'contract',
    id: idOf(row, 'contractId'),
    rows: [row.row],
    title: row.text('title') ?? row.text('item') ?? 'contract',
    counterparty: named.replace(customerNote, ''),
    counterpartyRole: isCustomer ? 'customer' : 'supplier',
    identifiers: identifiersOf(row),
    ...present({
      value: row.amount('value'),
      signed: row.day('signed'),
      start: row.day('start'),
      end: row.day('end'),
      renewal: row.day('renewal'),
      noticeDays: notice ? Number(notice[1]) * (unit === 'w' ? 7 : unit === 'm' ? 30 : 1) : undefined,
      item: row.text('item') ?? row.text('title'),
      notes: notes || undefined,
    }),
    ...(agency || /\bFAR\b/.test(row.text('clause') ?? '') ? { federal: true } : {}),
  };
}

export function holdingOfRow(row: MappedRow): Holding | undefined {
  const isin = row.text('isin');
  const issuer = row.text('issuer') ?? isin;
  if (issuer === undefined) return undefined;
  const fund = row.text('fund');
  const weight = row.decimal('weight');
  return {
    kind: 'holding',
    id: [row.text('account') ?? fund, isin ?? row.text('ticker') ?? issuer].filter(Boolean).join(' '),
    rows: [row.row],
    issuer,
    identifiers: identifiersOf(row, 'isin'),
    ...present({
      isin,
      instrument: row.text('instrument'),
      quantity: row.decimal('quantity'),
      value: row.amount('value'),
      acquired: row.day('acquired'),
      dailyVolume: row.decimal('dailyVolume'),
    }),
    ...(fund && weight
      ? { through: { fund, weight, ...(row.isPercent('weight') ? { unit: 'percent' as const } : {}) } }
      : {}),
  };
}

export function paymentOfRow(row: MappedRow): Payment | undefined {
  const parties: Payment['parties'][number][] = [];
  const add = (field: string, role: string, withDetails: boolean) => {
    const name = row.text(field);
    if (name === undefined) return;
    parties.push({
      role,
      name,
      identifiers: withDetails ? identifiersOf(row, 'bic') : [],
      ...(withDetails ? present({ country: countryOf(row), address: row.text('address') }) : {}),
    });
  };
  const direction = /^(in|received|credit|incoming)/i.test(row.text('direction') ?? '') ? 'in' : 'out';
  add('payee', 'creditor', direction === 'out');
  add('payer', 'debtor', direction === 'in');
  add('ultimate', 'ultimate creditor', false);
  add('bank', 'creditor agent', false);
  if (parties.length === 0) return undefined;
  return {
    kind: 'payment',
    id: idOf(row, 'paymentId'),
    rows: [row.row],
    direction,
    parties,
    ...present({ due: row.day('due'), amount: row.amount('amount'), remittance: row.text('remittance') }),
  };
}
