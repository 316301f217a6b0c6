import { foldKey, isBrandFold } from '../text/index.ts';
import commonNames from './tables/common-names.json' with { type: 'json' };

/** Rarity that a name at the head of a country's statistics has at most: about one person in two hundred bears it. */
const commonGiven = 0.3;
const commonSurname = 0.38;

const caps = new Map<string, number>();
for (const [table, cap] of [
  [commonNames.surnames, commonSurname],
  [commonNames.given, commonGiven],
] as const) {
  for (const names of Object.values(table)) {
    for (const name of names.split(' ')) {
      const fold = foldKey(name);
      caps.set(fold, Math.min(cap, caps.get(fold) ?? 1));
    }
  }
}

/** Rarity that an ordinary word which many firms and ships are called by has at most. */
const brandRarity = 0.8;

/**
 * The most that the rarity of a word of this spelling family can be: small lists of parties do not show how common
 * a name is among all people, or a word among all firms.
 */
export function rarityCap(fold: string): number {
  return caps.get(fold) ?? (isBrandFold(fold) ? brandRarity : 1);
}

/** Whether statistics of names know a family as common among all people. */
export function isCommonName(fold: string): boolean {
  return caps.has(fold);
}
