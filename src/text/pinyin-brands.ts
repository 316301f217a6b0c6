import { pinyinParse } from './chinese-latin.ts';
import { isChinesePlace } from './place-words.ts';
import { type Token, tokenFlags } from './token.ts';

const fewestSyllables = 2;
const placeGroup = 'place:';

/**
 * The tokens of a company of a Chinese place, those marked that are pinyin of two syllables or more. Of such names each
 * syllable is a word: `Shenzhen Xinda` is no slip of Shenzhen Xinli, though one without pinyin (`Xindq`) may be of either.
 */
export function withPinyinBrands(tokens: readonly Token[]): readonly Token[] {
  const isChinese = tokens.some(
    ({ class: part, group }) =>
      part === 'place' && group !== undefined && isChinesePlace(group.slice(placeGroup.length)),
  );
  if (!isChinese) return tokens;
  return tokens.map((one) =>
    one.class === 'distinctive' && isBrand(one.text)
      ? { ...one, flags: one.flags | tokenFlags.syllable }
      : one,
  );
}

/** A vowel alone is a slip (`Huaalong`) more often than a syllable. */
function isBrand(text: string): boolean {
  const syllables = pinyinParse(text);
  return (
    syllables !== undefined && syllables.length >= fewestSyllables && syllables.every((one) => one.length > 1)
  );
}
