import type { Day } from './day.ts';
import type { Money } from './money.ts';
import type { Identifier } from './party.ts';
import type { Actor } from './question.ts';

/** Where in the user's files something was read. */
export interface FileRow {
  readonly file: string;
  readonly line: number;
}

interface AssetBase {
  readonly id: string;
  readonly rows: readonly FileRow[];
  readonly site?: string;
  readonly notes?: string;
}

/** A thing on a network or on a wall. Every field is as the files say; nothing is inferred here. */
export interface Device extends AssetBase {
  readonly kind: 'device';
  /** `camera`, `recorder`, `switch`, ... in the user's words. */
  readonly type?: string;
  readonly name?: string;
  readonly brand?: string;
  readonly model?: string;
  readonly serial?: string;
  /** Upper-case hex without separators. */
  readonly mac?: string;
  readonly address?: string;
  readonly firmware?: string;
  readonly purchaseText?: string;
  readonly countryOfProduction?: string;
  readonly purchased?: Day;
  readonly cost?: Money;
  readonly count: number;
  /** Whatever else may point to the maker: `http server`, `certificate subject`, `onvif hardware`, `favicon`. */
  readonly signals: readonly {
    readonly signal: string;
    readonly value: string;
    readonly seen?: Day;
    readonly row?: FileRow;
  }[];
  /** Facts such as `purpose: public safety`, `place: school`, `funding: federal grant`. */
  readonly facts: Readonly<Record<string, string | boolean>>;
  /** Field values that the merged files disagree on, with where each was read. */
  readonly conflicts?: readonly {
    readonly field: string;
    readonly values: readonly { readonly value: string; readonly row: FileRow }[];
  }[];
}

export interface Vendor extends AssetBase {
  readonly kind: 'vendor';
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  readonly country?: string;
  readonly address?: string;
  /** Yearly spend, where given. */
  readonly spend?: Money;
  readonly provides?: string;
}

export interface Contract extends AssetBase {
  readonly kind: 'contract';
  readonly title: string;
  readonly counterparty: string;
  readonly counterpartyRole: 'supplier' | 'customer';
  readonly identifiers: readonly Identifier[];
  readonly value?: Money;
  readonly signed?: Day;
  readonly start?: Day;
  readonly end?: Day;
  readonly noticeDays?: number;
  readonly renewal?: Day;
  readonly item?: string;
  readonly federal?: boolean;
}

export interface Holding extends AssetBase {
  readonly kind: 'holding';
  readonly issuer: string;
  readonly isin?: string;
  readonly identifiers: readonly Identifier[];
  readonly instrument?: string;
  readonly quantity?: string;
  readonly value?: Money;
  readonly acquired?: Day;
  /** Units traded a day, for days-to-sell. */
  readonly dailyVolume?: string;
  /** For a holding through a fund. */
  readonly through?: FundShare;
}

/** How much of a fund one of its holdings is. */
export interface FundShare {
  readonly fund: string;
  /** A plain decimal, as the file states it. */
  readonly weight: string;
  /** Absent where the file does not say whether its weights are percent or fractions. */
  readonly unit?: 'percent';
}

export interface Payment extends AssetBase {
  readonly kind: 'payment';
  readonly direction: 'out' | 'in';
  readonly due?: Day;
  readonly amount?: Money;
  readonly parties: readonly {
    readonly role: string;
    readonly name: string;
    readonly identifiers: readonly Identifier[];
    readonly country?: string;
    readonly address?: string;
  }[];
  readonly remittance?: string;
}

export type Asset = Device | Vendor | Contract | Holding | Payment;

/** A user's things, as read, with who the user is for the law. */
export interface Portfolio {
  readonly id: string;
  readonly title: string;
  /** Plainly marked demo data. */
  readonly invented: boolean;
  readonly actor: Actor;
  readonly facts: Readonly<Record<string, string | boolean>>;
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly city?: string;
    readonly latitude?: number;
    readonly longitude?: number;
    readonly facts: Readonly<Record<string, string | boolean>>;
  }[];
  readonly assets: readonly Asset[];
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    readonly reader: string;
    readonly notices: readonly string[];
  }[];
}
