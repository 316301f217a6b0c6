import {
  type Actor,
  type Answer,
  type Day,
  type Effect,
  gravity,
  listingState,
  lookUp,
  type Regime,
  type RegimeId,
} from '../model/index.ts';
import { type Asked, ask } from './ask.ts';
import type { LegalChanges } from './evaluate-provision.ts';
import type { LawBook } from './law-book.ts';
import { prepareQuestion } from './prepare-question.ts';
import { type Reach, reachOf } from './reach.ts';
import type { Standing, StandingEntry } from './standing.ts';
import usual from './tables/usual-activities.json' with { type: 'json' };

/** What a regime makes of one activity. */
export interface MatrixCell {
  readonly activity: string;
  readonly effect: Effect;
  readonly policy?: string;
  readonly citation?: string;
  readonly because?: string;
}

/** One regime of the matrix: how the party stands on it, and what that means for the usual activities of the actor. */
export interface MatrixRow {
  readonly regime: RegimeId;
  readonly short: string;
  readonly jurisdiction: string;
  readonly standing: 'listed' | 'derived' | 'undetermined' | 'listed earlier' | 'listed later' | 'not listed';
  readonly since?: Day;
  /** Where the list gives no day of listing: the first version that has it, and the last before that lacked it. */
  readonly seen?: Day;
  readonly absent?: Day;
  readonly until?: Day;
  readonly assumed?: boolean;
  readonly cells: readonly MatrixCell[];
  /** The gravest of the cells. */
  readonly effect: Effect;
  readonly doesNotDo: readonly string[];
}

export interface MatrixInput {
  readonly book: LawBook;
  readonly standing: Standing;
  readonly actor: Actor;
  readonly on: Day;
  /** The activities that are usual for the roles where absent. */
  readonly activities?: readonly string[];
  readonly changes?: LegalChanges;
}

/** The activities that matter for the roles of an actor, in the order of the table. */
export function usualActivities(roles: readonly string[]): readonly string[] {
  const byRole: Readonly<Record<string, readonly string[]>> = usual.byRole;
  const wanted = new Set(roles.flatMap((role) => lookUp(byRole, role) ?? []));
  const chosen = wanted.size === 0 ? usual.everybody : usual.order.filter((activity) => wanted.has(activity));
  return chosen;
}

/** One party under every regime held: listed where, since when, and with what effect for this actor on this day. */
export function matrix(input: MatrixInput): readonly MatrixRow[] {
  const activities = input.activities ?? usualActivities(input.actor.roles);
  const byRegime = Map.groupBy(input.standing.entries, (entry) => entry.regime);
  const rows: MatrixRow[] = [];
  const ofLaw = input.book.regimes.filter(({ trigger }) => trigger === 'listing');
  for (const regime of [...ofLaw, ...withoutRules(input)]) {
    const entries = byRegime.get(regime.id) ?? [];
    const found = standingOn(entries, input.on);
    const alone = { ...input.standing, entries };
    const cells =
      entries.length === 0
        ? []
        : activities.map((activity) => cellOf(activity, answerTo(input, activity, { counterparty: alone })));
    rows.push({
      regime: regime.id,
      short: regime.short,
      jurisdiction: regime.jurisdiction,
      standing: found.standing,
      ...sinceOf(found.entry),
      ...(found.entry?.until === undefined ? {} : { until: found.entry.until }),
      ...(found.entry?.assumed ? { assumed: true } : {}),
      cells,
      effect: cells.reduce<Effect>(
        (worst, cell) => (graver(cell.effect, worst) ? cell.effect : worst),
        'allowed',
      ),
      doesNotDo: regime.doesNotDo.map((negative) => negative.says),
    });
  }
  return rows;
}

/** Lists on which the party stands and whose rules are not held: passed over, they would read as no listing. */
function withoutRules({
  book,
  standing,
}: MatrixInput): Pick<Regime, 'id' | 'short' | 'jurisdiction' | 'doesNotDo'>[] {
  const own = standing.entries.filter(({ regime, via }) => via === undefined && !book.regime(regime));
  const ids = new Set(own.map(({ regime }) => regime));
  return [...ids].sort().map((id) => ({ id, short: id, jurisdiction: '', doesNotDo: [] }));
}

function sinceOf(entry: StandingEntry | undefined): Pick<MatrixRow, 'since' | 'seen' | 'absent'> {
  if (entry?.from !== undefined) return { since: entry.from };
  return {
    ...(entry?.seen === undefined ? {} : { seen: entry.seen }),
    ...(entry?.absent === undefined ? {} : { absent: entry.absent }),
  };
}

function answerTo(input: MatrixInput, activity: string, asked: Asked): Answer {
  const question = prepareQuestion({
    on: input.on,
    actor: { roles: [...input.actor.roles], jurisdictions: [...input.actor.jurisdictions] },
    activity,
  });
  return ask(input.book, question, { ...asked, ...(input.changes ? { changes: input.changes } : {}) });
}

function cellOf(activity: string, answer: Answer): MatrixCell {
  const lead = answer.provisions.find((applied) => applied.effect === answer.effect);
  return {
    activity,
    effect: answer.effect,
    ...(answer.policy === undefined ? {} : { policy: answer.policy }),
    ...(lead === undefined ? {} : { citation: lead.citation, because: lead.because }),
  };
}

/** Undetermined counts as more than allowed: it may not be passed over. */
function graver(one: Effect, other: Effect): boolean {
  const rank = (effect: Effect) => (effect === 'undetermined' ? gravity('allowed') + 0.5 : gravity(effect));
  return rank(one) > rank(other);
}

function standingOn(
  entries: readonly StandingEntry[],
  on: Day,
): { standing: MatrixRow['standing']; entry?: StandingEntry } {
  const current = entries.filter((entry) => listingState(entry, on) === 'in force');
  const reached = (reach: Reach) => current.find((entry) => reachOf(entry) === reach);
  const listed = reached('listed');
  if (listed) return { standing: 'listed', entry: listed };
  const derived = reached('caught');
  if (derived) return { standing: 'derived', entry: derived };
  const open = reached('undetermined');
  if (open) return { standing: 'undetermined', entry: open };
  const undated = entries.find(
    (entry) => listingState(entry, on) === 'not known' && reachOf(entry) !== 'connected',
  );
  if (undated) return { standing: 'undetermined', entry: undated };
  const own = entries.filter((entry) => entry.via === undefined);
  const earlier = own.findLast((entry) => entry.until !== undefined && entry.until < on);
  if (earlier) return { standing: 'listed earlier', entry: earlier };
  const later = own.find((entry) => listingState(entry, on) === 'not yet');
  return later ? { standing: 'listed later', entry: later } : { standing: 'not listed' };
}
