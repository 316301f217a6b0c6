import table from '../tables/burmese.json' with { type: 'json' };

const onsets: Readonly<Record<string, string>> = table.onsets;
const rhymes: Readonly<Record<string, string>> = table.rhymes;
const independent: Readonly<Record<string, string>> = table.independent;
const syllableBreak = /(?=[\u1000-\u1021\u1023-\u102a\u103f](?!\u103a|\u1039|[\u1037]\u103a))(?<!\u1039)/u;
const medials = /[\u103b-\u103e]/gu;
const shortNasal = /[\u1004\u1014\u1009]\u103a\u1037|[\u1004\u1014\u1009]\u1037\u103a/u;
const tones = /[\u1037\u1038]/gu;

/**
 * A Burmese word by syllables, in the spelling that names have on lists: `မင်းအောင်လှိုင်` min aung hlaing. A table of
 * onsets and one of rhymes; stacked consonants close the syllable before them.
 */
export function romaniseBurmese(word: string): string[] {
  const syllables: string[] = [];
  for (const syllable of word.replace(/\u1039/gu, '\u103a').split(syllableBreak)) {
    if (syllable === '') continue;
    const whole = independent[syllable.replace(tones, '')];
    if (whole !== undefined) {
      // U before a name is a title, at its end a name that is written Oo.
      syllables.push(whole === 'u' && syllables.length > 0 ? 'oo' : whole);
      continue;
    }
    const first = syllable[0]!;
    const marks = (syllable.match(medials) ?? []).join('');
    let onset = onsets[first + marks] ?? onsets[first] ?? '';
    if (onsets[first + marks] === undefined && marks !== '') {
      if (marks.includes('\u103e')) onset = `h${onset}`;
      if (marks.includes('\u103b') || marks.includes('\u103c')) onset += 'y';
      if (marks.includes('\u103d')) onset += 'w';
    }
    // A nasal in the short tone ends in t: Myint, Khant, Nyunt.
    const isShort = shortNasal.test(syllable);
    const rest = syllable.slice(1).replace(medials, '').replace(tones, '');
    if (rest === '\u1031' && (onset === '' || onset.endsWith('w'))) {
      // Aye, Swe, Shwe.
      syllables.push(onset === '' ? 'aye' : `${onset}e`);
      continue;
    }
    const rounded = marks.includes('\u103d') && onset.endsWith('w') && rest === '\u1014\u103a';
    const end = isShort ? 't' : '';
    if (rounded) {
      syllables.push(`${onset.slice(0, -1)}un${end}`);
      continue;
    }
    syllables.push(onset + (rhymes[rest] ?? (rest === '' ? 'a' : (rhymes[rest.slice(0, 1)] ?? 'a'))) + end);
  }
  return syllables;
}
