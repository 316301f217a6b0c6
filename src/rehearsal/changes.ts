import {
  type Ask,
  type AskedDealing,
  type AskedPortfolio,
  answersOn,
  labelOf,
  stakeOf,
} from '../exposure/index.ts';
import { type Answer, type AppliedProvision, type Day, gravity } from '../model/index.ts';
import type { Change } from './rehearsal.ts';

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
  readonly reason: AppliedProvision | undefined;
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

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function questionChange(question: number, compared: readonly Compared[]): QuestionChange | undefined {
  let first: QuestionChange | undefined;
  const later: { from: Day; effect: Answer['effect']; because: string }[] = [];
  for (const { day, before, after } of compared) {
    const [was, is] = [before[question]!, after[question]!];
    if (!first) {
      if (differs(was, is)) first = { from: day, before: was, after: is, reason: reasonFor(was, is), later };
      continue;
    }
    const last = later.at(-1)?.effect ?? first.after.effect;
    if (is.effect === last) continue;
    const because = leading(is)?.because ?? 'No provision held in these lists forbids it.';
    later.push({ from: day, effect: is.effect, because });
  }
  return first;
}

function provisionKeys(answer: Answer): string {
  return answer.provisions
    .map((provision) => `${provision.regime}/${provision.provision}/${provision.effect}`)
    .sort()
    .join(' ');
}

function differs(before: Answer, after: Answer): boolean {
  return before.effect !== after.effect || provisionKeys(before) !== provisionKeys(after);
}

/** The provision that gives the answer its effect. */
function leading(answer: Answer): AppliedProvision | undefined {
  return answer.provisions.find((provision) => provision.effect === answer.effect) ?? answer.provisions[0];
}

/** The gravest provision that the other side does not have: the reason for the change. */
function reasonFor(before: Answer, after: Answer): AppliedProvision | undefined {
  const had = new Set(before.provisions.map((provision) => `${provision.regime}/${provision.provision}`));
  const isNew = (provision: AppliedProvision) => !had.has(`${provision.regime}/${provision.provision}`);
  return after.provisions.find(isNew) ?? leading(after) ?? leading(before);
}

function changeOf({ id, asset, touch, activity }: AskedDealing, change: QuestionChange): Change {
  const { before, after, reason } = change;
  const difference = gravity(after.effect) - gravity(before.effect);
  const value = stakeOf(asset);
  return {
    id,
    asset: asset.id,
    assetKind: asset.kind,
    label: labelOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    count: asset.kind === 'device' ? asset.count : 1,
    ...(value === undefined ? {} : { value }),
    activity,
    party: touch.party,
    confidence: touch.confidence,
    before: before.effect,
    after: after.effect,
    ...(after.policy === undefined ? {} : { policy: after.policy }),
    direction: difference > 0 ? 'stricter' : difference < 0 ? 'freer' : 'other reason',
    from: change.from,
    later: change.later,
    because: reason?.because ?? 'A listing that forbade it is gone.',
    citation: reason?.citation ?? '',
    regime: reason?.regime ?? '',
    path: [...touch.path, ...(reason?.path ?? [])],
    verified: reason?.verified ?? '',
  };
}
