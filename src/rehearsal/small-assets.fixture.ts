import type { Contract, Device, Holding, Payment, Vendor } from '../model/index.ts';
import { day, rows, usd } from './small-world.fixture.ts';

/** Assets of an invented user, as short as a test wants them. */

export const camera = (id: string, brand: string | undefined, more: Partial<Device> = {}): Device => ({
  kind: 'device',
  id,
  rows,
  type: 'camera',
  count: 1,
  signals: [],
  facts: {},
  ...(brand === undefined ? {} : { brand }),
  ...more,
});
export const vendor = (id: string, name: string, spend?: number): Vendor => ({
  kind: 'vendor',
  id,
  rows,
  name,
  identifiers: [],
  ...(spend === undefined ? {} : { spend: usd(spend) }),
});
export const contract = (id: string, counterparty: string, more: Partial<Contract> = {}): Contract => ({
  kind: 'contract',
  id,
  rows,
  title: id,
  counterparty,
  counterpartyRole: 'supplier',
  identifiers: [],
  ...more,
});
export const payment = (id: string, name: string, due: string, amount: number): Payment => ({
  kind: 'payment',
  id,
  rows,
  direction: 'out',
  due: day(due),
  amount: usd(amount),
  parties: [{ role: 'creditor', name, identifiers: [] }],
});
export const holding = (id: string, issuer: string, more: Partial<Holding> = {}): Holding => ({
  kind: 'holding',
  id,
  rows,
  issuer,
  identifiers: [],
  ...more,
});
