import table from '../tables/kana.json' with { type: 'json' };

const sounds: Readonly<Record<string, string>> = table.sounds;
const small: Readonly<Record<string, string>> = table.small;

/** Katakana brought to hiragana, so that one table serves both. */
function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

const meanings = new Map(
  table.company.flatMap((line) => {
    const [english, ...native] = line.split(' ');
    return native.map((one) => [hiragana(one), english!] as const);
  }),
);
const longestMeaning = Math.max(...[...meanings.keys()].map((word) => word.length));
const shortestMeaning = 2;
/** What is left of a name before an ordinary word. */
const shortestName = 2;

/**
 * The parts of a firm's name in kana, which has no spaces: ordinary words in English, the rest by sound. `ソニーグループ`
 * is soni and group.
 */
export function kanaCompanyWords(word: string): readonly string[] {
  let rest = hiragana(word.normalize('NFC'));
  const back: string[] = [];
  for (;;) {
    let length = Math.min(longestMeaning, rest.length);
    const leaves = (cut: number): boolean => rest.length === cut || rest.length - cut >= shortestName;
    while (length >= shortestMeaning && !(meanings.has(rest.slice(-length)) && leaves(length))) length--;
    if (length < shortestMeaning) break;
    back.unshift(meanings.get(rest.slice(-length))!);
    rest = rest.slice(0, rest.length - length);
  }
  return rest === '' ? back : [romaniseKana(rest), ...back];
}

/** A word in kana by Hepburn, long vowels as passports write them: `ō` and `ū` short; `oh` and `ou` are for variants. */
export function romaniseKana(word: string): string {
  const text = hiragana(word.normalize('NFC'));
  let out = '';
  let doubled = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if (letter === 'っ') {
      doubled = true;
      continue;
    }
    if (letter === 'ー') continue;
    const pair = letter + (text[index + 1] ?? '');
    let sound = sounds[pair];
    if (sound !== undefined) index++;
    else sound = sounds[letter] ?? small[letter] ?? '';
    if (doubled) {
      sound = (sound.startsWith('ch') ? 't' : (sound[0] ?? '')) + sound;
      doubled = false;
    }
    if (letter === 'ん' && /^[bmp]/.test(sounds[text[index + 1] ?? ''] ?? '')) sound = 'm';
    // ou, oo and uu are long vowels.
    if ((letter === 'う' && /[ou]$/.test(out)) || (letter === 'お' && out.endsWith('o'))) continue;
    out += sound;
  }
  return out;
}
