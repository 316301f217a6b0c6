import { type Ask, type AskedDealing, type AskedPortfolio, answersOn, lineOf } from '../exposure/index.ts';
import {
  type Answer,
  type AppliedProvision,
  byText,
  type Day,
  type Effect,
  gravity,
} from '../model/index.ts';
import type { Change } from './rehearsal.ts';
import { strictness } from './strictness.ts';

/** The answers to the same questions in two states of the world on one day. */
export interface Compared {
  readonly day: Day;
  readonly before: readonly Answer[];
  readonly after: readonly Answer[];
}

/** Asks every distinct question in both worlds on each key day (ascending). */
export function compare(asked: AskedPortfolio, before: Ask, after: Ask, days: readonly Day[]): Compared[] {
  return days.map((day) => ({
    day,
    before: answersOn(asked, before, day),
    after: answersOn(asked, after, day),
  }));
}

/** What becomes of all dealings behind one question. */
interface QuestionChange {
  readonly from: Day;
  readonly before: Answer;
  readonly after: Answer;
  readonly reason: Reason | undefined;
  readonly later: Change['later'];
}

/**
 * The dealings that differ between the worlds, each from the first day on which it does. The same effect by a further
 * provision is a change too (`other reason`): it may outlast the first one.
 */
export function changesOf(asked: AskedPortfolio, compared: readonly Compared[]): Change[] {
  const byQuestion = asked.questions.map((_, question) => questionChange(question, compared));
  const changes: Change[] = [];
  for (const dealing of asked.dealings) {
    const change = byQuestion[dealing.question];
    if (change) changes.push(changeOf(dealing, change));
  }
  return changes.sort(
    (a, b) =>
      gravity(b.after) - gravity(a.after) ||
      (b.value?.minor ?? 0) - (a.value?.minor ?? 0) ||
      byText(a.asset, b.asset) ||
      byText(a.id, b.id),
  );
}

function questionChange(question: number, compared: readonly Compared[]): QuestionChange | undefined {
  let first: QuestionChange | undefined;
  const later: Change['later'][number][] = [];
  for (const { day, before, after } of compared) {
    const [was, is] = [before[question]!, after[question]!];
    if (!first) {
      if (differs(was, is)) first = { from: day, before: was, after: is, reason: reasonFor(was, is), later };
      continue;
    }
    const last = later.at(-1)?.effect ?? first.after.effect;
    if (is.effect === last) continue;
    const reason = leading(is);
    later.push({
      from: day,
      effect: is.effect,
      because: reason?.because ?? 'No provision held in these lists forbids it.',
      ...(reason === undefined ? {} : { regime: reason.regime, citation: reason.citation }),
    });
  }
  return first;
}

function provisionKey({ regime, provision, effect }: AppliedProvision): string {
  return `${regime}/${provision}/${effect}`;
}

function provisionKeys(answer: Answer): string {
  return answer.provisions.map(provisionKey).sort().join(' ');
}

function differs(before: Answer, after: Answer): boolean {
  return before.effect !== after.effect || provisionKeys(before) !== provisionKeys(after);
}

/** The provision that gives the answer its effect. */
function leading(answer: Answer): AppliedProvision | undefined {
  return answer.provisions.find((provision) => provision.effect === answer.effect) ?? answer.provisions[0];
}

/**
 * The reason for a change: the new provision that gives the effect, else any new one; where something fell away, the
 * provision that is gone.
 */
function reasonFor(before: Answer, after: Answer): Reason | undefined {
  const added = missingFrom(before, after);
  const gone = missingFrom(after, before);
  const freer = strictness(after.effect) < strictness(before.effect);
  if (freer && gone[0]) return { provision: leadingOf(gone, before.effect), gone: true };
  const found = added.length > 0 ? leadingOf(added, after.effect) : undefined;
  if (found) return { provision: found, gone: false };
  if (gone[0]) return { provision: leadingOf(gone, before.effect), gone: true };
  const same = leading(after) ?? leading(before);
  return same && { provision: same, gone: false };
}

interface Reason {
  readonly provision: AppliedProvision;
  /** It applies before and no longer after. */
  readonly gone: boolean;
}

/** The provisions of `other` that `one` does not have with that effect. */
function missingFrom(one: Answer, other: Answer): AppliedProvision[] {
  const had = new Set(one.provisions.map(provisionKey));
  return other.provisions.filter((provision) => !had.has(provisionKey(provision)));
}

function leadingOf(provisions: readonly AppliedProvision[], effect: Effect): AppliedProvision {
  return provisions.find((provision) => provision.effect === effect) ?? provisions[0]!;
}

function changeOf({ id, asset, touch, activity }: AskedDealing, change: QuestionChange): Change {
  const { before, after } = change;
  const reason = change.reason?.provision;
  const difference = strictness(after.effect) - strictness(before.effect);
  return {
    id,
    ...lineOf(asset),
    activity,
    party: touch.party,
    confidence: touch.confidence,
    before: before.effect,
    after: after.effect,
    ...(after.policy === undefined ? {} : { policy: after.policy }),
    direction: difference > 0 ? 'stricter' : difference < 0 ? 'freer' : 'other reason',
    from: change.from,
    later: change.later,
    because: becauseOf(change.reason),
    citation: reason?.citation ?? '',
    regime: reason?.regime ?? '',
    path: [...touch.path, ...(reason?.path ?? [])],
    verified: reason?.verified ?? '',
  };
}

function becauseOf(reason: Reason | undefined): string {
  if (!reason) return 'A listing that forbade it is gone.';
  return reason.gone ? `No longer: ${reason.provision.because}` : reason.provision.because;
}

/** Whether the effect itself becomes another, on the first day or later; else only the reason for it does. */
export function changesEffect({ before, after, later }: Change): boolean {
  return before !== after || later.some(({ effect }) => effect !== before);
}

/** What a dealing with this change is on a day: as before until it begins, then step by step. */
export function effectOn(change: Pick<Change, 'before' | 'after' | 'from' | 'later'>, day: Day): Effect {
  if (day < change.from) return change.before;
  return change.later.findLast((step) => step.from <= day)?.effect ?? change.after;
}
