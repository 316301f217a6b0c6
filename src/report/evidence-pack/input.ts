import type { Ask, Knowledge, TouchedAsset } from '../../exposure/index.ts';
import type { Day, Issue, ListVersion, Portfolio } from '../../model/index.ts';

/** What a pack is made of. An opened engine has all of it. */
export interface EvidencePackInput {
  /** Id of the form: `far-52.204-24`, `far-52.204-26` or `grant`. */
  readonly form: string;
  readonly portfolio: Portfolio;
  /** What was lost or doubtful when the files were read. */
  readonly issues: readonly Issue[];
  readonly touched: readonly TouchedAsset[];
  readonly knowledge: Knowledge;
  readonly ask: Ask;
  readonly on: Day;
  readonly known: Day;
  readonly versions: readonly ListVersion[];
  readonly register: string;
  readonly engine: string;
}
