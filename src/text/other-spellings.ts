/** Endings that tell a name of Russia, Ukraine or Belarus, as French writes them too. */
const slavicName = /(?:[oe]v|ova|eva|ine|ski|sky|itch|enko)$/i;
const frenchLook = /(?:[vzhn]ine)$|tch|ou|gu[ei]|ï/i;
const frenchSounds: readonly (readonly [RegExp, string])[] = [
  [/j/gi, 'zh'],
  [/gu(?=[ei])/gi, 'g'],
  [/([vzhn])ine$/gi, '$1in'],
  [/ï/gi, 'i'],
];

/**
 * A Latin name as other languages spell it where one letter stands for two sounds, so that no spelling family can hold
 * it: `Đorđe` as Djordje, and the French `Prigojine` as Prigozhin. Empty for most names.
 */
export function otherSpellings(text: string): string[] {
  const spellings = new Set<string>();
  if (/đ/i.test(text)) spellings.add(text.replace(/đ/g, 'dj').replace(/Đ/g, 'Dj'));
  const words = text.split(/(?<=[\s-])/);
  if (anyIs(words, slavicName) && anyIs(words, frenchLook)) {
    const french = words
      .map((word) => frenchSounds.reduce((sound, [from, to]) => sound.replace(from, to), word))
      .join('');
    if (french !== text) spellings.add(french);
  }
  spellings.delete(text);
  return [...spellings];
}

function anyIs(words: readonly string[], pattern: RegExp): boolean {
  return words.some((word) => pattern.test(word.trim()));
}
