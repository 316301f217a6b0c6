import type { Day, FileRow, Money } from '../model/index.ts';

/** One device as one row of one file shows it; several sightings become one device when they are brought together. */
export interface Sighting {
  readonly row: FileRow;
  readonly id?: string;
  readonly assetTag?: string;
  readonly name?: string;
  /** Name on the network, by which an asset register may also know it. */
  readonly hostname?: string;
  readonly type?: string;
  readonly brand?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly mac?: string;
  readonly address?: string;
  readonly site?: string;
  readonly firmware?: string;
  readonly purchaseText?: string;
  readonly notes?: string;
  readonly country?: string;
  readonly purchased?: Day;
  readonly cost?: Money;
  readonly count: number;
  readonly seen?: Day;
  readonly signals: readonly { readonly signal: string; readonly value: string; readonly seen?: Day }[];
  readonly facts?: Readonly<Record<string, string | boolean>>;
}
