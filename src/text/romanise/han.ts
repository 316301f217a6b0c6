import { createRequire } from 'node:module';
import cantonese from '../tables/han-cantonese.generated.json' with { type: 'json' };
import korean from '../tables/han-korean.generated.json' with { type: 'json' };
import simplifiedTable from '../tables/han-simplified.generated.json' with { type: 'json' };

const require = createRequire(import.meta.url);
type Pinyin = (
  text: string,
  options: { toneType: 'none'; type: 'array'; surname?: 'head' | 'off'; v?: boolean },
) => string[];
let pinyin: Pinyin | undefined;

const toSimplified = new Map<string, string>();
for (let index = 0; index < simplifiedTable.pairs.length; index += 2) {
  toSimplified.set(simplifiedTable.pairs[index]!, simplifiedTable.pairs[index + 1]!);
}

/** Traditional characters as simplified ones, so that both forms of a name are one. */
export function simplified(text: string): string {
  let out = '';
  for (const character of text) out += toSimplified.get(character) ?? character;
  return out;
}

/**
 * Mandarin syllables of a text, one a character, without tones and with `u` for `ü`. A person's name takes the
 * readings that surnames have (`单` shan, `曾` zeng). The reader is loaded when the first Han text comes.
 */
export function pinyinSyllables(text: string, person: boolean): string[] {
  pinyin ??= (require('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  return pinyin(simplified(text), { toneType: 'none', type: 'array', surname: person ? 'head' : 'off' })
    .map((syllable) =>
      syllable
        .replaceAll('ü', 'u')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ''),
    )
    .filter((syllable) => syllable !== '');
}

function byCharacter(readings: Readonly<Record<string, string>>): Map<string, string> {
  const map = new Map<string, string>();
  for (const [reading, characters] of Object.entries(readings)) {
    for (const character of characters) if (!map.has(character)) map.set(character, reading);
  }
  return map;
}
let jyutping: Map<string, string> | undefined;
let hangul: Map<string, string> | undefined;

const onset = /^(gw|kw|ng|[bpmfdtnlgkhwzcsj]?)(.*)$/;
/** Jyutping to the spelling of the Hong Kong registers: the commonest form first, a variant after it. */
const onsets: Readonly<Record<string, readonly string[]>> = {
  z: ['ch', 'ts'],
  c: ['ch', 'ts'],
  s: ['s', 'sh'],
  j: ['y'],
  g: ['k'],
  gw: ['kw'],
  b: ['p'],
  d: ['t'],
};
const finals: Readonly<Record<string, readonly string[]>> = {
  aa: ['a', 'ah'],
  aai: ['ai'],
  aau: ['au'],
  aam: ['am'],
  aan: ['an'],
  aang: ['ang'],
  aap: ['ap'],
  aat: ['at'],
  aak: ['ak'],
  am: ['am', 'um'],
  an: ['an', 'un'],
  eng: ['eng'],
  e: ['e', 'eh'],
  ei: ['ei', 'i'],
  i: ['i', 'ee'],
  iu: ['iu'],
  o: ['o', 'or'],
  ou: ['o'],
  u: ['u', 'oo'],
  un: ['un', 'oon'],
  oe: ['eu'],
  oeng: ['eung'],
  oek: ['euk'],
  eoi: ['ui'],
  eon: ['un'],
  eot: ['ut'],
  yu: ['yu', 'ue'],
  yun: ['uen'],
  yut: ['uet'],
};

/** The Cantonese reading of one character in Jyutping without tone. */
export function jyutpingOf(character: string): string | undefined {
  jyutping ??= byCharacter(cantonese.readings);
  return jyutping.get(character);
}

/** Hong Kong spellings of one character; empty where it has no reading. */
export function cantoneseSyllable(character: string): readonly string[] {
  const reading = jyutpingOf(character);
  if (reading === undefined) return [];
  const [, start, end] = onset.exec(reading)!;
  const starts = onsets[start!] ?? [start!];
  const ends = finals[end!] ?? [end!];
  // After y the rounded finals lose theirs: jyut is yuet, jyu is yu.
  const form = (a: string, b: string): string => (a === 'y' && b.startsWith('yu') ? b : a + b);
  const sibilant =
    start === 's' && (end!.startsWith('i') || end === 'ek' || end === 'am') ? 'sh' : starts[0]!;
  const forms = new Set([form(sibilant === 'sh' && !/^(?:ek|am)$/.test(end!) ? 's' : sibilant, ends[0]!)]);
  forms.add(form(starts.at(-1)!, ends[0]!));
  forms.add(form(starts[0]!, ends.at(-1)!));
  return [...forms];
}

/** Sino-Korean reading in Hangul, one block a character; characters without one are left out. */
export function koreanReading(text: string): string[] {
  hangul ??= byCharacter(korean.readings);
  const blocks: string[] = [];
  for (const character of text) {
    const block = hangul.get(character);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}
