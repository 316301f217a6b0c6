import type { Assumption, Day, PartyId, RegimeId } from '../model/index.ts';
import type { Price } from './price-list.ts';

/** A licence that followed an earlier designation, to be used as a template. Kept in `casebook/precedents.yaml`. */
export interface LicenceTemplate {
  readonly id: string;
  readonly title: string;
  readonly covers: 'parties' | 'owned entities only';
  readonly activities: readonly string[];
  /** Days after the listing on which it ends. */
  readonly days: number;
  readonly conditions: string;
  readonly citation: string;
}

/** What a scenario may name; anything else is an error with the line. */
export interface ScenarioWords {
  /** The party meant by an id or name, or a fault that says what is near. */
  party(text: string): PartyId;
  /** The name by which reports speak of a party; its id where this is absent. */
  caption?(party: PartyId): string;
  /** Parties that meet a documented criterion of the casebook. */
  criterion(id: string): readonly PartyId[] | undefined;
  readonly criteria: readonly string[];
  /** When the regime began and, where known, its short name and the ids of its provisions. */
  regime(id: string):
    | {
        readonly founded: Day | undefined;
        readonly title?: string;
        readonly provisions?: readonly string[];
      }
    | undefined;
  readonly regimes: readonly string[];
  template(id: string): LicenceTemplate | undefined;
  readonly templates: readonly string[];
  /** The day on which a party came to be, where it is known. */
  founded(party: PartyId): Day | undefined;
  /** Whether a party is on a regime's list by name in the lists held; without it nothing is checked. */
  isListed?(party: PartyId, regime: RegimeId, on: Day): boolean;
  /** The first day about which the lists held say anything; has to be exact only where it is after `asked`. */
  heldFrom?(asked: Day): Day | undefined;
  /** The text of the scenario that another one extends, by id or by path from the file that names it. */
  base?(word: string, from: string): { readonly file: string; readonly text: string } | undefined;
}

/** A scenario as read: a named set of assumptions about one day. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly note: string | undefined;
  readonly on: Day;
  /** Each with the words by which the report names it and the group it belongs to, for sensitivity. */
  readonly assumptions: readonly ScenarioAssumption[];
  /** The user's own figures for replacing devices; they take the place of published ones. */
  readonly prices?: readonly Price[];
  /** Percent of a day's traded volume that a seller is taken to reach; the default where absent. */
  readonly volumeShare?: number;
}

export interface ScenarioAssumption {
  readonly assumption: Assumption;
  readonly group: 'designation' | 'ally' | 'licence' | 'divestment' | 'delisting' | 'rule';
  readonly words: string;
}
