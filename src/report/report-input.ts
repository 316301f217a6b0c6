import type { Observation } from '../model/index.ts';
import type { Rehearsal } from '../rehearsal/index.ts';
import type { TimelineBar } from './timeline.ts';

/** What the report is made of beside the rehearsals themselves. */
export interface ReportInput {
  /** Of one scenario, one a portfolio. */
  readonly rehearsals: readonly Rehearsal[];
  /** What is supposed, in a few statements. */
  readonly supposed: readonly string[];
  /** The party in the middle of the shock map. */
  readonly epicentre: string;
  /** What others published about the parties in question; shown side by side, never added up. */
  readonly observations: readonly Observation[];
  readonly regimeTitle: (id: string) => string;
  /** What is assumed, as periods. */
  readonly bars: readonly TimelineBar[];
  /** The law behind each list that somebody is put on or taken off. */
  readonly legalBases: readonly {
    readonly regime: string;
    readonly issuer: string;
    readonly authority: string;
    /** Whom the list reaches beside those who are on it. */
    readonly reaches: string;
    readonly verified: string;
  }[];
  /** Laws that answer foreign measures, for whoever is bound by both sides. */
  readonly counterMeasures: readonly {
    readonly regime: string;
    readonly says: string;
    readonly citation: string;
    readonly verified: string;
  }[];
  readonly jurisdictionOf: (regime: string) => string;
}
