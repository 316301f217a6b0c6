import alphabets from '../tables/alphabets.json' with { type: 'json' };

const georgian: Readonly<Record<string, string>> = alphabets.Geor;
const armenian: Readonly<Record<string, string>> = alphabets.Armn;

/** A Georgian word letter by letter; the capitals of Unicode 11 are the same letters. */
export function romaniseGeorgian(word: string): string {
  let out = '';
  for (const letter of word) out += georgian[letter] ?? letter;
  return out;
}

/** An Armenian word: `ու` is u, `եւ` and `և` are ev, `ո` and `ե` are vo and ye at the start. */
export function romaniseArmenian(word: string): string {
  let out = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word[index]!;
    const next = word[index + 1];
    if (letter === 'ո' && next === 'ւ') {
      out += 'u';
      index++;
    } else if (letter === 'ո' && index === 0 && next !== 'վ') out += 'vo';
    else if (letter === 'ե' && index === 0) out += 'ye';
    else out += armenian[letter] ?? letter;
  }
  return out;
}

const western: Readonly<Record<string, string>> = {
  բ: 'պ',
  պ: 'բ',
  գ: 'կ',
  կ: 'գ',
  դ: 'տ',
  տ: 'դ',
  ձ: 'ծ',
  ծ: 'ձ',
  ջ: 'ճ',
  ճ: 'ջ',
};

/** An Armenian word as the Armenians of the west sound it: their voiced and voiceless stops are exchanged. */
export function romaniseWesternArmenian(word: string): string {
  let turned = '';
  for (const letter of word) turned += western[letter] ?? letter;
  return romaniseArmenian(turned);
}
