import {
  type Actor,
  addDays,
  type Day,
  type Effect,
  gravity,
  listingState,
  type RegimeId,
} from '../model/index.ts';
import { ask } from './ask.ts';
import type { LawBook } from './law-book.ts';
import { usualActivities } from './matrix.ts';
import { prepareQuestion } from './prepare-question.ts';
import type { Standing, StandingEntry } from './standing.ts';

/** A step up: a regime that the party is not on, and what being put on it would add. */
export interface LadderStep {
  readonly regime: RegimeId;
  readonly short: string;
  readonly jurisdiction: string;
  readonly weight: number;
  readonly why: string;
  /** The party stands on it already. */
  readonly present: boolean;
  /** Activities whose answer the listing would make graver, each on the day after all its windows have closed. */
  readonly adds: readonly { readonly activity: string; readonly before: Effect; readonly after: Effect }[];
}

export interface LadderInput {
  readonly book: LawBook;
  readonly standing: Standing;
  readonly actor: Actor;
  readonly on: Day;
  readonly activities?: readonly string[];
}

/** The regimes from the mildest to the gravest, with what each would add for this actor to how the party stands now. */
export function ladder(input: LadderInput): readonly LadderStep[] {
  const activities = input.activities ?? usualActivities(input.actor.roles);
  const effectsUnder = (standing: Standing): readonly Effect[] =>
    activities.map((activity) => {
      const question = prepareQuestion({
        on: input.on,
        actor: { roles: [...input.actor.roles], jurisdictions: [...input.actor.jurisdictions] },
        activity,
      });
      return ask(input.book, question, { counterparty: standing }).effect;
    });
  const before = effectsUnder(input.standing);
  const steps = input.book.regimes.filter((regime) => regime.trigger === 'listing');
  return [...steps]
    .sort((a, b) => a.severity.weight - b.severity.weight || (a.id < b.id ? -1 : 1))
    .map((regime) => {
      const present = input.standing.entries.some(
        (entry) =>
          entry.regime === regime.id &&
          entry.via === undefined &&
          listingState(entry, input.on) === 'in force',
      );
      const supposed: StandingEntry = {
        listing: `assumed:${regime.id}`,
        regime: regime.id,
        listed: input.standing.party,
        listedName: input.standing.name,
        // Long enough ago that windows to divest and the like are over: what remains in the end.
        from: latest(regime.from, addDays(input.on, -windowDays)),
        citation: 'assumed listing',
        programs: [],
        certainty: 'certain',
        path: [],
        verified: 'invented',
        assumed: true,
      };
      const after = present
        ? before
        : effectsUnder({ ...input.standing, entries: [...input.standing.entries, supposed] });
      return {
        regime: regime.id,
        short: regime.short,
        jurisdiction: regime.jurisdiction,
        weight: regime.severity.weight,
        why: regime.severity.why,
        present,
        adds: activities.flatMap((activity, index) => {
          const [one, other] = [before[index]!, after[index]!];
          return gravity(other) !== gravity(one) ? [{ activity, before: one, after: other }] : [];
        }),
      };
    });
}

/** Longer than the longest window that a regime gives, the 365 days of NS-CMIC. */
const windowDays = 400;

function latest(one: Day, other: Day): Day {
  return one > other ? one : other;
}
