import type { AskedPortfolio } from '../exposure/index.ts';
import {
  type Asset,
  addDays,
  byText,
  type Contract,
  type Day,
  dayInWords,
  isDay,
  type Payment,
  type Portfolio,
} from '../model/index.ts';
import { addBusinessDays } from './business-days.ts';
import { type Compared, effectOn } from './changes.ts';
import type { Change, Deadline } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { isBarring } from './strictness.ts';

interface DeadlineInput {
  readonly portfolio: Portfolio;
  readonly scenario: Scenario;
  readonly changes: readonly Change[];
  readonly asked: AskedPortfolio;
  readonly compared: readonly Compared[];
}

/**
 * What has to be done by when: licences that end, windows of the law for selling, reports that fall due, and the user's
 * own contracts, renewals and payments that the changes touch. Only days from the scenario's day on. In order of day.
 */
export function deadlinesOf(input: DeadlineInput): Deadline[] {
  const { portfolio, scenario, changes } = input;
  const byAsset = Map.groupBy(
    changes.filter((change) => change.direction === 'stricter'),
    (change) => change.asset,
  );
  const deadlines = [...licenceEnds(scenario), ...reports(changes), ...salesWindows(input)];
  for (const asset of portfolio.assets) {
    const own = byAsset.get(asset.id);
    if (own) deadlines.push(...ownDays(asset, own));
  }
  return deadlines
    .filter((deadline) => deadline.day >= scenario.on)
    .sort((a, b) => byText(a.day, b.day) || byText(a.what, b.what) || byText(a.asset ?? '', b.asset ?? ''));
}

function licenceEnds(scenario: Scenario): Deadline[] {
  return scenario.assumptions.flatMap(({ assumption }): Deadline[] => {
    if (assumption.kind !== 'licence') return [];
    const scope =
      assumption.covers === 'owned entities only'
        ? 'It covers owned entities only, not the listed party itself.'
        : '';
    return [
      {
        day: assumption.until,
        kind: 'licence ends',
        what: `${assumption.name} ends (assumed)`,
        why: ['Dealings under it must be finished.', scope, assumption.conditions].filter(Boolean).join(' '),
        ...(assumption.precedent === undefined ? {} : { citation: assumption.precedent }),
      },
    ];
  });
}

const reportCitation = '31 CFR 501.603, 501.604 (from memory)';

/** The steps of a change under OFAC's rules, with the day each begins. */
function ofacSteps(change: Change): { from: Day; effect: Change['after'] }[] {
  return [
    { from: change.from, effect: change.after, regime: change.regime },
    ...change.later.map(({ from, effect, regime }) => ({ from, effect, regime: regime ?? '' })),
  ].filter((step) => step.regime.startsWith('us-ofac'));
}

const paying: ReadonlySet<string> = new Set(['pay', 'receive payment', 'process payment']);

/**
 * Initial reports on blocked property and rejected transactions are due within 10 business days (31 CFR 501.603, 501.604);
 * property still blocked on 30 June is reported by 30 September (501.603(b)(2)).
 */
function reports(changes: readonly Change[]): Deadline[] {
  const days = new Set<Day>();
  let firstBlocked: Day | undefined;
  for (const change of changes) {
    for (const { from, effect } of ofacSteps(change)) {
      const isRejected = effect === 'prohibited' && paying.has(change.activity);
      if (effect !== 'blocked' && !isRejected) continue;
      days.add(from);
      if (effect === 'blocked' && (firstBlocked === undefined || from < firstBlocked)) firstBlocked = from;
    }
  }
  const first = [...days].sort().map(
    (day): Deadline => ({
      day: addBusinessDays(day, 10),
      kind: 'report',
      what: 'First report of blocked property and rejected transactions is due to OFAC',
      why: `Ten business days after ${dayInWords(day)}, federal holidays left out, for whatever is blocked or rejected on that day; each later blocking starts its own ten days.`,
      citation: reportCitation,
    }),
  );
  return firstBlocked === undefined ? first : [...first, yearlyReport(firstBlocked)];
}

function yearlyReport(blocked: Day): Deadline {
  const year = Number(blocked.slice(0, 4)) + (blocked.slice(5) > '06-30' ? 1 : 0);
  return {
    day: `${year}-09-30` as Day,
    kind: 'report',
    what: 'Yearly report of blocked property is due to OFAC',
    why: `For property that is still blocked on 30 June ${year}.`,
    citation: '31 CFR 501.603(b)(2) (from memory)',
  };
}

/** The last day on which a touched holding may be sold, where the law in the world rehearsed lets a window run. */
function salesWindows({ asked, compared }: DeadlineInput): Deadline[] {
  const deadlines = new Map<string, Deadline>();
  for (const { asset, activity, question, touch } of asked.dealings) {
    if (asset.kind !== 'holding' || activity !== 'sell securities' || asset.through) continue;
    for (const { before, after } of compared) {
      const answer = after[question]!;
      if (answer.effect !== 'allowed') continue;
      for (const provision of answer.provisions) {
        const { until } = provision;
        if (provision.effect !== 'allowed' || until === undefined || !isDay(until)) continue;
        const already = before[question]!.provisions.some(
          (one) => one.provision === provision.provision && one.until === until,
        );
        const what = `Last day to sell: ${asset.issuer}`;
        deadlines.set(`${asset.id} ${touch.party} ${until}`, {
          day: until,
          kind: 'last day to sell',
          what,
          why: `${provision.because}${already ? ' This runs without the scenario as well.' : ''}`,
          asset: asset.id,
          ...(asset.value === undefined ? {} : { value: asset.value }),
          citation: provision.citation,
          ...(already ? { already } : {}),
        });
      }
    }
  }
  return [...deadlines.values()];
}

function ownDays(asset: Asset, changes: readonly Change[]): Deadline[] {
  switch (asset.kind) {
    case 'contract':
      return contractDays(asset, changes);
    case 'payment':
      return asset.due ? paymentDays(asset, asset.due, changes) : [];
    case 'device':
    case 'vendor':
    case 'holding':
      return [];
  }
}

function contractDays(contract: Contract, changes: readonly Change[]): Deadline[] {
  return daysOfContract(contract).map(([day, kind, what]) =>
    ownDeadline(day, kind, what, graveOn(changes, day)),
  );
}

/** The days that a contract itself sets, each with what falls due. */
export function daysOfContract(contract: Contract): [Day, Deadline['kind'], string][] {
  const days: [Day, Deadline['kind'], string][] = [];
  if (contract.end && contract.noticeDays !== undefined)
    days.push([addDays(contract.end, -contract.noticeDays), 'notice', 'Last day to give notice']);
  if (contract.renewal) days.push([contract.renewal, 'renewal', 'Renewal falls due']);
  if (contract.end) days.push([contract.end, 'contract ends', 'Contract ends']);
  return days.map(([day, kind, what]) => [day, kind, `${what}: ${contract.title}`]);
}

/** A payment that cannot go through on its day is also reported, where OFAC's rules bar it. */
function paymentDays(payment: Payment, due: Day, changes: readonly Change[]): Deadline[] {
  const change = graveOn(changes, due);
  const deadlines = [ownDeadline(due, 'payment', `Payment falls due: ${change.label}`, change)];
  const effect = effectOn(change, due);
  const isOfac = ofacSteps(change).some((step) => step.from <= due && step.effect === effect);
  if (due >= change.from && isOfac && (effect === 'blocked' || effect === 'prohibited')) {
    deadlines.push({
      day: addBusinessDays(due, 10),
      kind: 'report',
      what: `Report to OFAC is due: ${change.label}, ${effect === 'blocked' ? 'blocked' : 'rejected'} payment`,
      why: `Ten business days after ${dayInWords(due)}, should the payment come up on its day.`,
      asset: payment.id,
      ...(change.value === undefined ? {} : { value: change.value }),
      citation: reportCitation,
    });
  }
  return deadlines;
}

/** The change that weighs most on a day; where none has begun, the one that begins first. */
function graveOn(changes: readonly Change[], day: Day): Change {
  const begun = changes.filter((change) => change.from <= day && isBarring(effectOn(change, day)));
  return begun[0] ?? changes.toSorted((a, b) => byText(a.from, b.from))[0]!;
}

function ownDeadline(day: Day, kind: Deadline['kind'], what: string, change: Change): Deadline {
  const after = effectOn(change, day);
  const why =
    day < change.from
      ? `${change.before} on that day; ${change.after} from ${change.from}: ${change.because}`
      : `${change.before} becomes ${after}: ${change.because}`;
  return {
    day,
    kind,
    what,
    why,
    asset: change.asset,
    change: { before: change.before, after, regime: change.regime },
    ...(change.value === undefined ? {} : { value: change.value }),
    ...(change.citation === '' ? {} : { citation: change.citation }),
  };
}
