import { createHash } from 'node:crypto';
import type { Change, VersionMark } from '../../archive/index.ts';
import type { Match } from '../../match/index.ts';
import type { Confidence, FileRow, PartyId } from '../../model/index.ts';
import type { ListingNote } from '../screening/answer-row.ts';
import type { Meaning } from './meaning.ts';

/** A changed entry and the thing of the user that it touches. */
export interface Alert {
  /** The same change told again, after a crash or a failed delivery, has the same id. */
  readonly id: string;
  readonly asset: string;
  readonly label: string;
  readonly role?: string;
  /** Where the asset stands in the user's files. */
  readonly at?: FileRow;
  /** The party that the asset may be, or be made by. */
  readonly party: PartyId;
  readonly caption: string;
  readonly entry: {
    readonly source: string;
    readonly entry: string;
    readonly name: string;
    readonly state: 'added' | 'removed' | 'changed';
    readonly regimes: readonly string[];
  };
  /** How the party hangs together with the one that the entry is about; empty where it is the same. */
  readonly through: readonly string[];
  /** What changed, before and after. */
  readonly changes: readonly Change[];
  /** The list version that has the change, and the one compared with; none where the list is new here. */
  readonly version: VersionMark;
  readonly before?: VersionMark;
  /** Why the asset is taken for the party; of a device, what says who made it. */
  readonly match: AlertMatch;
  /** The party's listings as they stand. */
  readonly listings: readonly ListingNote[];
  /** What the law says to the one who asks; nothing where the file does not say what is dealt in. */
  readonly means?: readonly Meaning[];
}

export type AlertMatch =
  | ({ readonly by: 'name' } & Pick<
      Match,
      'score' | 'similarity' | 'strength' | 'matched' | 'explanation' | 'pieces'
    >)
  | {
      readonly by: 'maker';
      readonly score: number;
      readonly confidence: Confidence;
      readonly explanation: string;
    };

/** Names an alert by what it tells, whenever it is told. */
export function alertId(alert: Omit<Alert, 'id'>, watch: string): string {
  const { asset, role, party, entry, version, before, changes } = alert;
  const parts = [
    watch,
    asset,
    role,
    party,
    entry.source,
    entry.entry,
    before?.sha256,
    version.sha256,
    changes,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
