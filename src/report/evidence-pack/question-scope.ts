import type { Asset, Day } from '../../model/index.ts';
import type { EvidenceQuestion } from './forms.ts';

export function countOf(asset: Asset): number {
  return asset.kind === 'device' ? asset.count : 1;
}

export function ownFacts(asset: Asset): Readonly<Record<string, string | boolean>> {
  return asset.kind === 'device' ? asset.facts : {};
}

/** Whether the question is about such a thing at all. Holdings and payments are about money, which section 889 leaves alone. */
export function isAbout(
  { scope }: EvidenceQuestion,
  asset: Asset,
  facts: Readonly<Record<string, string | boolean>>,
): boolean {
  const isForDelivery = facts.for === 'delivery to the government';
  switch (asset.kind) {
    case 'device':
      return scope === 'delivery' ? isForDelivery : scope === 'use' ? !isForDelivery : true;
    case 'vendor':
      return true;
    case 'contract':
      return asset.counterpartyRole === 'supplier' || scope === 'delivery';
    case 'holding':
    case 'payment':
      return false;
  }
}

export function dealingOf(
  { scope, activity }: EvidenceQuestion,
  asset: Asset,
  on: Day,
): { activity: string; on: Day; missingDay: boolean } {
  if (asset.kind === 'contract') {
    const signed = scope === 'spending' ? (asset.signed ?? asset.start) : undefined;
    const does = scope === 'delivery' ? 'sell' : 'contract';
    return {
      activity: does,
      on: earlier(signed, on),
      missingDay: scope === 'spending' && signed === undefined,
    };
  }
  if (asset.kind === 'vendor') {
    return { activity: scope === 'delivery' ? 'sell' : 'buy', on, missingDay: false };
  }
  // Spending is judged on the day of the purchase, use and delivery on the day of the question.
  const bought = scope === 'spending' && asset.kind === 'device' ? asset.purchased : undefined;
  return { activity, on: earlier(bought, on), missingDay: scope === 'spending' && bought === undefined };
}

function earlier(one: Day | undefined, other: Day): Day {
  return one !== undefined && one < other ? one : other;
}

export function described(asset: Asset): { description?: string } {
  const text = asset.kind === 'vendor' ? asset.provides : asset.kind === 'contract' ? asset.item : undefined;
  return text === undefined ? {} : { description: text };
}

/** What decides a question and is not stated counts as unknown: over a signature nothing is taken for granted. */
export function factsFor(
  { scope }: EvidenceQuestion,
  asset: Asset,
  facts: Readonly<Record<string, string | boolean>>,
): Readonly<Record<string, string | boolean>> {
  if (scope === 'spending' && facts.funding === undefined) return { ...facts, funding: 'unknown' };
  if (scope === 'delivery' && asset.kind !== 'device' && facts.for === undefined)
    return { ...facts, for: 'unknown' };
  return facts;
}
