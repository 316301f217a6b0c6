import type { Assumption, Day, PartyId, RegimeId } from '../model/index.ts';
import type { ScenarioAssumption, ScenarioWords } from './scenario.ts';
import type { ScenarioInput } from './scenario-file.ts';
import type { Place } from './scenario-place.ts';

/** What has been read of a scenario so far. */
export interface ScenarioDraft {
  readonly words: ScenarioWords;
  /** The day rehearsed, on which what names no day begins. */
  readonly on: Day;
  readonly made: ScenarioAssumption[];
  readonly listed: AssumedListing[];
}

export interface AssumedListing {
  readonly party: PartyId;
  readonly name: string;
  readonly regime: RegimeId;
  readonly from: Day;
  readonly place: Place;
}

/** The parts of a scenario file that are lists of entries. */
export type ListName = 'list' | 'delist' | 'allies' | 'licences' | 'divest' | 'rules' | 'prices';

export type Entry<Name extends ListName> = ScenarioInput[Name][number];

export function assume(
  draft: ScenarioDraft,
  group: ScenarioAssumption['group'],
  words: string,
  assumption: Assumption,
): void {
  draft.made.push({ group, words, assumption });
}
