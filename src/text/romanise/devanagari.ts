import alphabets from '../tables/alphabets.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = alphabets.Deva;
const virama = '्';
const nukta = '़';
const vowelSign = /[\u093e-\u094c\u0955-\u0957\u0962\u0963]/u;
const consonant = /[\u0915-\u0939\u0958-\u095f]/u;

/**
 * A Devanagari word as Hindi names are written in Latin letters: the inherent `a` is left out at the end and, in
 * longer words, between a vowel and a consonant with its own vowel (`नरेन्द्र मोदी` narendra modi, `रामदेव` ramdev). The languages of the south sound every vowel.
 */
export function romaniseDevanagari(word: string, isSouthern = false): string {
  const text = word.normalize('NFC');
  const parts: { sound: string; inherent: boolean; isConsonant: boolean }[] = [];
  for (let index = 0; index < text.length; index++) {
    let letter = text[index]!;
    if (text[index + 1] === nukta) {
      letter += nukta;
      index++;
    }
    if (letter === virama || letter === nukta) continue;
    const next = text[index + 1] ?? '';
    const isConsonant = consonant.test(letter);
    const sound = letters[letter] ?? letters[letter[0]!] ?? '';
    parts.push({ sound, isConsonant, inherent: isConsonant && next !== virama && !vowelSign.test(next) });
  }
  let out = '';
  for (const [index, part] of parts.entries()) {
    out += part.sound;
    if (!part.inherent) continue;
    if (isSouthern) {
      out += 'a';
      continue;
    }
    const last = index === parts.length - 1;
    const before = parts[index - 1];
    // A final cluster keeps its vowel: Narendra, Indra.
    if (last && !(before?.isConsonant === true && !before.inherent && index > 1)) continue;
    const after = parts[index + 1];
    const afterNext = parts[index + 2];
    const between =
      index > 0 &&
      !(before?.isConsonant === true && !before.inherent) &&
      after?.isConsonant === true &&
      !after.inherent &&
      afterNext !== undefined &&
      !afterNext.isConsonant;
    if (between) continue;
    out += 'a';
  }
  return out;
}
