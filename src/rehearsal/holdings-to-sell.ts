import type { AskedPortfolio } from '../exposure/index.ts';
import { addDays, type Confidence, type Day, dayNumber, type Holding, sumMoney } from '../model/index.ts';
import type { Compared } from './changes.ts';
import type { HoldingToSell } from './money-view.ts';

interface SaleInput {
  readonly asked: AskedPortfolio;
  readonly compared: readonly Compared[];
  readonly volumeShare: number;
}

/** The securities that the law restrains or that change, held directly; what a fund holds is the fund's to sell. */
export function holdingsToSell({ asked, compared, volumeShare }: SaleInput): HoldingToSell[] {
  const groups = new Map<string, Group>();
  for (const { asset, activity, question, touch } of asked.dealings) {
    if (asset.kind !== 'holding' || asset.through || activity !== 'sell securities') continue;
    const key = asset.isin ?? asset.issuer;
    const { confidence } = touch;
    let group = groups.get(key);
    // The surest match decides; a weaker one stands back once there is a surer.
    if (!group || isSurer(confidence, group.confidence)) {
      group = { holdings: group?.holdings ?? new Set(), questions: new Set(), confidence };
      groups.set(key, group);
    }
    group.holdings.add(asset);
    if (!isSurer(group.confidence, confidence)) group.questions.add(question);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([security, group]) =>
      toSell(security, group, saleAllowed([...group.questions], compared), compared[0]!.day, volumeShare),
    )
    .filter((row) => row.saleAllowed !== 'always');
}

interface Group {
  readonly holdings: Set<Holding>;
  readonly questions: Set<number>;
  readonly confidence: Confidence;
}

/** Certain and probable matches count alike; a possible one is a question. */
function isSurer(one: Confidence, other: Confidence): boolean {
  return isSure(one) && !isSure(other);
}

function isSure(confidence: Confidence): boolean {
  return confidence === 'certain' || confidence === 'probable';
}

function toSell(
  security: string,
  group: Group,
  allowed: HoldingToSell['saleAllowed'],
  on: Day,
  volumeShare: number,
): HoldingToSell {
  const holdings = [...group.holdings];
  const quantities = holdings.map((holding) => decimal(holding.quantity));
  const quantity = quantities.every((one) => one !== undefined)
    ? quantities.reduce((sum, one) => sum + one!, 0n)
    : undefined;
  const volume = holdings
    .map((holding) => decimal(holding.dailyVolume))
    // Files may differ in the day of their average: the smallest is the careful one.
    .reduce((least, one) => (least === undefined || (one !== undefined && one < least) ? one : least));
  const tradingDays = daysToSell(quantity, volume, volumeShare);
  return {
    security,
    issuer: holdings[0]!.issuer,
    assets: holdings.map((holding) => holding.id).sort(),
    values: sumMoney(holdings.flatMap((holding) => holding.value ?? [])),
    quantity: quantity === undefined ? 'not known' : decimalText(quantity),
    dailyVolume: volume === undefined ? 'not known' : decimalText(volume),
    tradingDays,
    confidence: group.confidence,
    saleAllowed: allowed,
    enough: isSure(group.confidence) ? enough(tradingDays, allowed, on) : 'not known',
  };
}

const scale = 1_000_000n;

/** A plain decimal in millionths, or undefined for other text. */
function decimal(text: string | undefined): bigint | undefined {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec((text ?? '').replaceAll(',', '').trim());
  return match ? BigInt(match[1]!) * scale + BigInt((match[2] ?? '').padEnd(6, '0') || '0') : undefined;
}

function decimalText(value: bigint): string {
  const rest = (value % scale).toString().padStart(6, '0').replace(/0+$/, '');
  return `${value / scale}${rest === '' ? '' : `.${rest}`}`;
}

/** Quantity over the saleable part of a day's volume, rounded up to whole days. Exact: nothing is rounded before. */
export function daysToSell(
  quantity: bigint | undefined,
  dailyVolume: bigint | undefined,
  percent: number,
): number | 'not known' {
  if (quantity === undefined || dailyVolume === undefined || dailyVolume === 0n) return 'not known';
  const millionths = BigInt(Math.round(percent * 1e6));
  const [part, whole] = [dailyVolume * millionths, quantity * 100_000_000n];
  return Number((whole + part - 1n) / part);
}

function saleAllowed(
  questions: readonly number[],
  compared: readonly Compared[],
): HoldingToSell['saleAllowed'] {
  const effects = compared.map(({ after }) => questions.map((question) => after[question]!.effect));
  const free = effects.map((list) => list.every((effect) => effect === 'allowed' || effect === 'red flag'));
  const first = free.indexOf(true);
  if (first < 0) return effects.some((list) => list.includes('undetermined')) ? 'undetermined' : 'never';
  const barred = free.indexOf(false, first);
  const stated = lastStated(questions, compared[first]!);
  if (barred >= 0) {
    const until = addDays(compared[barred]!.day, -1);
    return { from: compared[first]!.day, until: stated !== undefined && stated < until ? stated : until };
  }
  if (stated !== undefined) return { from: compared[first]!.day, until: stated };
  return first === 0 ? 'always' : { from: compared[first]!.day };
}

/** The last day of a window that the answer itself states. */
function lastStated(questions: readonly number[], { after }: Compared): Day | undefined {
  const days = questions.flatMap((question) =>
    after[question]!.provisions.flatMap(({ effect, until }) =>
      effect === 'allowed' && until !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(until) ? [until as Day] : [],
    ),
  );
  return days.sort()[0];
}

function enough(
  tradingDays: number | 'not known',
  allowed: HoldingToSell['saleAllowed'],
  on: Day,
): HoldingToSell['enough'] {
  if (allowed === 'never') return 'no';
  if (allowed === 'always' || (typeof allowed === 'object' && allowed.until === undefined)) return 'yes';
  if (tradingDays === 'not known' || allowed === 'undetermined') return 'not known';
  return tradingDays <= weekdaysBetween(allowed.from < on ? on : allowed.from, allowed.until!) ? 'yes' : 'no';
}

/** Weekdays from one day to another, both included. Exchange holidays are not known here and not taken off. */
export function weekdaysBetween(from: Day, until: Day): number {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  if (last < first) return 0;
  // 1970-01-01 was a Thursday; counting from the Monday before makes day 0 of a week a Monday.
  const weekdaysBefore = (number: number) => {
    const shifted = number + 3;
    const weeks = Math.floor(shifted / 7);
    return weeks * 5 + Math.min(5, shifted - weeks * 7);
  };
  return weekdaysBefore(last + 1) - weekdaysBefore(first);
}
