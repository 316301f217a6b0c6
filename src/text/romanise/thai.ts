import alphabets from '../tables/alphabets.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = alphabets.Thai;
const leading: Readonly<Record<string, string>> = { เ: 'e', แ: 'ae', โ: 'o', ใ: 'ai', ไ: 'ai' };
const consonant = /[\u0e01-\u0e2e]/u;
const silentMarks = /[\u0e47-\u0e4b\u0e4d\u0e4e]/gu;
const killed = /[ทดตษ]ร\u0e4c|[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c/gu;
const finals: Readonly<Record<string, string>> = {
  จ: 't',
  ช: 't',
  ซ: 't',
  ด: 't',
  ต: 't',
  ถ: 't',
  ท: 't',
  ธ: 't',
  ศ: 't',
  ษ: 't',
  ส: 't',
  บ: 'p',
  ป: 'p',
  พ: 'p',
  ฟ: 'p',
  ภ: 'p',
  ก: 'k',
  ข: 'k',
  ค: 'k',
  ฆ: 'k',
  ร: 'n',
  ล: 'l',
  ญ: 'n',
  ณ: 'n',
  ย: 'i',
  ว: 'o',
  ฬ: 'n',
  ฎ: 't',
  ฏ: 't',
  ฐ: 't',
};

/**
 * A Thai word roughly by the Royal system without tones: leading vowels after their consonant, killed letters left
 * out, `o` or `a` between bare consonants. Thai names keep their donors' spellings in Latin letters, so this is a
 * floor for finding candidates, marked as a skeleton by the caller.
 */
export function romaniseThai(word: string): string {
  const text = word.replace(killed, '').replace(silentMarks, '');
  let out = '';
  let open = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    const lead = leading[letter];
    if (lead !== undefined) {
      const next = text[index + 1] ?? '';
      const after = text[index + 2] ?? '';
      let sound = lead;
      let skip = 1;
      if (letter === 'เ' && after === 'า') {
        sound = 'ao';
        skip = 2;
      } else if (letter === 'เ' && after === 'ี' && text[index + 3] === 'ย') {
        sound = 'ia';
        skip = 3;
      } else if (letter === 'เ' && after === 'ิ') {
        sound = 'oe';
        skip = 2;
      }
      out += (letters[next] ?? '') + sound;
      index += skip;
      open = true;
      continue;
    }
    if (!consonant.test(letter)) {
      out += letters[letter] ?? '';
      open = true;
      continue;
    }
    const next = text[index + 1] ?? '';
    const beforeVowel = next !== '' && !consonant.test(next) && leading[next] === undefined;
    if (letter === 'ร' && next === 'ร') {
      const closes = consonant.test(text[index + 2] ?? '');
      out += closes ? 'a' : 'an';
      index++;
      open = closes;
      continue;
    }
    // Before รร a consonant opens a syllable: บรรณ is ban.
    // Two bare consonants at the end are a syllable: ธร is thon, พล phol; of ตร only t is heard.
    const isLastPair =
      index === text.length - 2 &&
      consonant.test(next) &&
      'รลนมง'.includes(next) &&
      !'ตทดจชบป'.includes(letter);
    if (beforeVowel || !open || isLastPair || (next === 'ร' && text[index + 2] === 'ร')) {
      out += letters[letter] ?? '';
      // Two bare consonants are a closed syllable with o: คน khon.
      if (!beforeVowel && consonant.test(next) && !(next === 'ร' && text[index + 2] === 'ร')) out += 'o';
      open = !beforeVowel;
    } else {
      out +=
        (letter === 'ร' && index < text.length - 1 ? undefined : finals[letter]) ?? letters[letter] ?? '';
      open = false;
    }
  }
  return out;
}

const laoFirst = 0x0e80;
const toThai: Readonly<Record<string, string>> = { ຊ: 'ซ', ໝ: 'ม', ໜ: 'น', '\u0ebc': 'ล' };

/** A Lao word by way of Thai, whose letters stand in the same order; undefined for other scripts. */
export function romaniseLao(word: string): string | undefined {
  const code = word.codePointAt(0) ?? 0;
  if (code < laoFirst || code >= laoFirst + 0x80) return undefined;
  let thai = '';
  for (const letter of word) {
    const place = letter.codePointAt(0)! - laoFirst;
    thai += toThai[letter] ?? (place >= 0 && place < 0x80 ? String.fromCodePoint(0x0e00 + place) : '');
  }
  return romaniseThai(thai);
}
