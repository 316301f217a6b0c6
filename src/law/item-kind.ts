import { itemKinds, plainWord, type Vocabulary, type Word } from '../model/index.ts';

/**
 * The word of a vocabulary that a free text speaks of. The head of a phrase counts ("chip for cameras" is a chip), the
 * longest expression wins, and among equals the last, as English puts the thing itself there ("camera chip" is a chip).
 */
export function findInText<W extends Word>(vocabulary: Vocabulary<W>, text: string): W | undefined {
  const direct = vocabulary.find(text);
  if (direct) return direct;
  const words = plainWord(text).split(' ');
  const cut = words.findIndex((word, index) => index > 0 && linking.has(word));
  return (cut > 0 ? longest(vocabulary, words.slice(0, cut)) : undefined) ?? longest(vocabulary, words);
}

const linking = new Set(['for', 'with', 'of', 'in', 'at', 'from', 'to', 'by', 'used', 'made']);

function longest<W extends Word>(vocabulary: Vocabulary<W>, words: readonly string[]): W | undefined {
  for (let length = Math.min(5, words.length); length > 0; length--) {
    for (let start = words.length - length; start >= 0; start--) {
      const word = vocabulary.find(words.slice(start, start + length).join(' '));
      if (word) return word;
    }
  }
  return undefined;
}

/** The kind of goods, from the stated kind or else the description. */
export function itemKindOf(kind: string | undefined, description: string | undefined): string | undefined {
  const stated = kind ? findInText(itemKinds, kind)?.word : undefined;
  // "other equipment" says nothing; a description may say more.
  if (stated && stated !== 'other equipment') return stated;
  return (description ? findInText(itemKinds, description)?.word : undefined) ?? stated;
}
