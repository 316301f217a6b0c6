import { type Ask, type AskedDealing, type AskedPortfolio, labelOf } from '../exposure/index.ts';
import { type Answer, byText, type Day, type Effect, type Payment, sumMoney } from '../model/index.ts';
import type { DuePayment, PaymentGroup, PaymentTime, PaymentTreatment } from './money-view.ts';
import type { Scenario } from './scenario.ts';
import { strictness } from './strictness.ts';

interface PaymentInput {
  readonly scenario: Scenario;
  readonly asked: AskedPortfolio;
  readonly before: Ask;
  readonly after: Ask;
  /** The day asked about where a payment has none. */
  readonly lastDay: Day;
}

/**
 * Payments to or from a party in question that the assumptions, or the law as it is, do not leave alone: each asked about on
 * the very day it falls due.
 */
export function paymentsDue(input: PaymentInput): PaymentGroup[] {
  const groups = new Map<string, { when: PaymentTime; treatment: PaymentTreatment; items: DuePayment[] }>();
  for (const [payment, dealings] of dealingsByPayment(input.asked)) {
    const when = timeOf(payment, input.scenario);
    if (when === 'before the day rehearsed') continue;
    const on = payment.due ?? input.lastDay;
    const after = strictest(dealings, input.asked, input.after, on);
    const before = strictest(dealings, input.asked, input.before, on);
    const treatment = treatmentOf(after.answer.effect);
    if (treatment === 'goes through' && treatmentOf(before.answer.effect) === treatment) continue;
    const key = `${when}\n${treatment}`;
    const group = groups.get(key) ?? { when, treatment, items: [] };
    group.items.push(dueOf(payment, before.answer, after));
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort(
      (a, b) =>
        times.indexOf(a.when) - times.indexOf(b.when) ||
        treatments.indexOf(a.treatment) - treatments.indexOf(b.treatment),
    )
    .map(({ when, treatment, items }) => ({
      when,
      treatment,
      payments: items.length,
      values: sumMoney(items.flatMap((item) => item.amount ?? [])),
      withoutValue: items.filter((item) => item.amount === undefined).length,
      items: items.sort((a, b) => byText(a.due ?? '', b.due ?? '') || byText(a.asset, b.asset)),
    }));
}

const times: readonly PaymentTime[] = [
  'inside the wind-down',
  'after the wind-down',
  'outside any licence',
  'no day given',
];
const treatments: readonly PaymentTreatment[] = [
  'blocked',
  'rejected',
  'needs a licence',
  'undetermined',
  'goes through',
];

/** Under an order that blocks, the money is held; under one that only forbids, it is sent back (31 CFR 501.603, 501.604). */
function treatmentOf(effect: Effect): PaymentTreatment {
  switch (effect) {
    case 'blocked':
      return 'blocked';
    case 'prohibited':
    case 'ineligible':
    case 'not authorised':
      return 'rejected';
    case 'licence required':
    case 'rebuttable presumption':
      return 'needs a licence';
    case 'undetermined':
      return 'undetermined';
    case 'removal required':
    case 'disclosure required':
    case 'red flag':
    case 'allowed':
      return 'goes through';
  }
}

function dealingsByPayment({ dealings }: AskedPortfolio): Map<Payment, AskedDealing[]> {
  const byPayment = new Map<Payment, AskedDealing[]>();
  for (const dealing of dealings) {
    if (dealing.asset.kind !== 'payment') continue;
    const known = byPayment.get(dealing.asset);
    if (known) known.push(dealing);
    else byPayment.set(dealing.asset, [dealing]);
  }
  return byPayment;
}

interface Found {
  readonly dealing: AskedDealing;
  readonly answer: Answer;
}

function strictest(dealings: readonly AskedDealing[], asked: AskedPortfolio, ask: Ask, on: Day): Found {
  return dealings
    .map((dealing) => ({ dealing, answer: ask({ ...asked.questions[dealing.question]!, on }) }))
    .reduce((one, other) => (strictness(other.answer.effect) > strictness(one.answer.effect) ? other : one));
}

function timeOf({ due }: Payment, scenario: Scenario): PaymentTime {
  if (due === undefined) return 'no day given';
  if (due < scenario.on) return 'before the day rehearsed';
  const licences = scenario.assumptions.flatMap(({ assumption }) =>
    assumption.kind === 'licence' ? [assumption] : [],
  );
  if (licences.some(({ from, until }) => from <= due && due <= until)) return 'inside the wind-down';
  return licences.some(({ until }) => until < due) ? 'after the wind-down' : 'outside any licence';
}

function dueOf(payment: Payment, before: Answer, { dealing, answer: after }: Found): DuePayment {
  const reason = after.provisions.find((one) => one.effect === after.effect) ?? after.provisions[0];
  return {
    asset: payment.id,
    label: labelOf(payment),
    direction: payment.direction,
    ...(payment.due === undefined ? {} : { due: payment.due }),
    ...(payment.amount === undefined ? {} : { amount: payment.amount }),
    before: before.effect,
    after: after.effect,
    confidence: dealing.touch.confidence,
    regime: reason?.regime ?? '',
    because: reason?.because ?? 'No provision held in these lists forbids it.',
    citation: reason?.citation ?? '',
  };
}
