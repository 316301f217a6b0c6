import type { Regime } from '../model/index.ts';
import type { BookedProvision } from './law-book.ts';
import type { StandingEntry } from './standing.ts';

export function isSpecificPolicy({ provision }: BookedProvision): boolean {
  return provision.specific;
}

/** The review policy in short words, where the words of the entry say one thing only; else the words themselves. */
function shortPolicy(words: string): string {
  const text = words.trim().replace(/\s+/g, ' ');
  const denial = /presumption of denial/i.test(text);
  const cases = /case[- ]by[- ]case/i.test(text);
  const policyOfDenial = /policy of denial/i.test(text);
  if (denial && !cases && !policyOfDenial) return 'presumption of denial';
  if (cases && !denial && !policyOfDenial) return 'case by case';
  if (policyOfDenial && !cases && !denial) return 'policy of denial';
  return text;
}

/** The policy of a provision: its own, or that of the entry, or what is known of entries with that citation. */
export function policyOf(
  { provision }: BookedProvision,
  entry: StandingEntry | undefined,
  regimeOfEntry: Regime | undefined,
): string | undefined {
  if (provision.policy === undefined) return undefined;
  if (provision.policy !== 'from entry') return provision.policy;
  if (entry?.policy) return shortPolicy(entry.policy);
  const known = regimeOfEntry?.policies.find((one) => entry?.citation.includes(one.citation));
  return known?.policy ?? 'as stated in the entry';
}

const strictness = [/policy of denial/i, /presumption of denial/i, /case by case/i];

/** The strictest of several policies; the first in order where they are not comparable. */
export function strictest(policies: readonly string[]): string | undefined {
  for (const pattern of strictness) {
    const found = policies.find((policy) => pattern.test(policy));
    if (found !== undefined) return found;
  }
  return policies[0];
}
