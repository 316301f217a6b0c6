import type { Forms } from './form-order.ts';
import { rarityCap } from './word-frequency.ts';
import { wordShare } from './word-share.ts';

/** Lists smaller than this say nothing about rarity: a word in one of a hundred parties is not common for that. */
const smallestWorld = 10_000;

/** Rarity of a word that `count` of `total` parties have, tempered by how common it is among people at large. */
export function rarityOf(count: number, total: number, fold: string): number {
  const own = (Math.max(1, count) - 0.5) / Math.max(total, smallestWorld);
  const share = total < smallestWorld ? Math.max(own, wordShare(fold)) : own;
  return Math.max(0, Math.min(rarityCap(fold), -Math.log(share) / Math.log(2 * smallestWorld)));
}

/** For each word 0 (every party has it) to 1 (one party or none has it), by its spelling family. */
export function wordRarities(
  folds: readonly string[],
  families: { readonly ofWord: Uint32Array; readonly count: number },
  { name: formName, starts, words }: Forms,
  nameParty: Uint32Array,
  partyCount: number,
): Float32Array {
  const count = new Uint32Array(families.count);
  const last = new Uint32Array(families.count).fill(0xffffffff);
  for (let form = 0; form < formName.length; form++) {
    const party = nameParty[formName[form]!]!;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const family = families.ofWord[words[at]!]!;
      if (last[family] !== party) {
        last[family] = party;
        count[family]!++;
      }
    }
  }
  const rarity = new Float32Array(folds.length);
  for (let word = 0; word < rarity.length; word++) {
    rarity[word] = rarityOf(count[families.ofWord[word]!]!, partyCount, folds[word]!);
  }
  return rarity;
}
