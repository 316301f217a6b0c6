import { pinyinParse } from './chinese-latin.ts';
import { isArabicName, nameGroup } from './nicknames.ts';

/** Endings that tell a name of Russia, Ukraine or Belarus, as other languages write them too. */
const slavicName =
  /(?:[oe]v|[oe]w|ova|eva|owa|ewa|(?:[vznlrjgu]|(?<!p)h)ine|sk[iy]|sk[iy][iyj]|ska[iy]?a|itch|enk[oa]|tch?ouk)$/i;

/** A ch that may be sounded sh: in no word of Chinese, nor where it is sounded otherwise in any language. */
const maghrebi = {
  test: (word: string): boolean =>
    /(?<![ct])ch(?!r)|[^aeiou]oui$/i.test(word) &&
    pinyinParse(word.toLowerCase()) === undefined &&
    nameGroup(word.toLowerCase()) === undefined,
};

const maghrebiLook = /ch|oui/i;

interface Spelling {
  /** What the letters of one word at least must have. */
  readonly look: { test(word: string): boolean };
  /** Of whose names it is known; of any where not given. */
  readonly of?: { test(word: string): boolean };
  /** What every word is, and whether one may be Chinese too. */
  readonly all?: RegExp;
  /** Words of firms have its letters in other languages: Exchange. */
  readonly onlyPersons?: boolean;
  readonly sounds: readonly (readonly [RegExp, string])[];
}

/** How one country writes the names of another, where its letters stand for sounds that they have nowhere else. */
const spellings: readonly Spelling[] = [
  // French: Prigojine, Tchoubaïs, Iachine.
  {
    look: /(?:[vzhn]ine)$|tch|ou|gu[eé]?[ei]|ï/i,
    of: slavicName,
    sounds: [
      [/j/gi, 'zh'],
      [/gu(?=[eéi])/gi, 'g'],
      [/([vzhnlr])ine$/gi, '$1in'],
      [/ï/gi, 'i'],
      [/tch/gi, '\ue000'],
      [/(?<![cs])ch/gi, 'sh'],
      [/\ue000/g, 'ch'],
      [/^i(?=[aeou])/i, 'Y'],
    ],
  },
  // French of North Africa: Chahed, Lachhab, Bedoui.
  {
    look: maghrebi,
    onlyPersons: true,
    of: { test: (word) => isArabicName(word.toLowerCase()) },
    sounds: [
      [/(?<![ct])ch/gi, 'sh'],
      [/(?<=[^aeiou])oui(?=[\s,.-]*$)/gi, 'awi'],
    ],
  },
  // Dutch and Scandinavian: Zjoekovski, Tjajkovskij, Pusjkov.
  {
    look: /[szt]j(?![au])|tsj|oe[svknrlmbdgt]|tjaj/i,
    of: slavicName,
    sounds: [
      [/sjt(?:sj|j)/gi, 'shch'],
      [/ts?j/gi, 'ch'],
      [/sj/gi, 'sh'],
      [/zj/gi, 'zh'],
      [/oe/gi, 'u'],
    ],
  },
  // Spanish: Jruschov, Mijaíl Jodorkovski, Serguéi.
  {
    look: /[áéíóú]|^j[rl]|^mijail/i,
    of: slavicName,
    sounds: [
      [/j/gi, 'kh'],
      [/gu(?=[eéi])/gi, 'g'],
    ],
  },
  // Czech, Slovak, Slovene, Croatian and the scientific way: Ščerbakov.
  {
    look: /[čšž]/i,
    sounds: [
      [/[čć]/gi, 'ch'],
      [/š/gi, 'sh'],
      [/ž/gi, 'zh'],
      [/đ/g, 'dj'],
      [/Đ/g, 'Dj'],
    ],
  },
  {
    look: /đ/i,
    sounds: [
      [/đ/g, 'dj'],
      [/Đ/g, 'Dj'],
    ],
  },
  // Azerbaijani and Kurdish: Xəzər, Cavîd.
  {
    look: /[əîûê].*[xc]|[xc].*[əîûê]/i,
    sounds: [
      [/x/gi, 'kh'],
      [/c(?!h)/gi, 'j'],
    ],
  },
  // Somali: Cabdiraxmaan, Xasan, Siciid, Jaamac.
  {
    look: /^(?!isaac$)(?:c(?:abd|umar|ali$|isma|ayd|awa|ade|ada)|xa[sx]|xus|xaaj|maxa|maxmuu|axmed$|.*(?:aa|ii|uu).*[cx]|.*[cx].*(?:aa|ii|uu)|.*ac$)/i,
    sounds: [
      [/(?<=[aeiou])c(?=[aeiou])/gi, ''],
      [/\bc(?=[aeiou])/gi, ''],
      [/c\b/gi, ''],
      [/(?<=[aeiou])c(?=[^aeiouh])/gi, ''],
      [/x/gi, 'h'],
      [/([aeiou])\1/gi, '$1'],
    ],
  },
  // Japanese with long vowels or in the national romanisation: Satoh Ryou, Huzita.
  {
    look: /ou|oo|uu|oh(?![aeiou])|[stz]y|tu|hu|zi/i,
    all: /^(?:(?:[kstnhmyrwgzdbpjf]|ch|sh|ts|[kstnhmrgzjbp]y)?[aiueo]h?|n|m(?=[bpm])|([kstp])(?=\1)|t(?=ch))+$/i,
    sounds: [
      [/([ao])h(?![aiueo])/gi, '$1'],
      [/o[ou]/gi, 'o'],
      [/uu/gi, 'u'],
      [/(?<!t)s(?=i)/gi, 'sh'],
      [/sy/gi, 'sh'],
      [/t(?=i)|ty/gi, 'ch'],
      [/tu/gi, 'tsu'],
      [/(?<![sc])hu/gi, 'fu'],
      [/z(?=i)|zy/gi, 'j'],
    ],
  },
];
const anyLook = /oo|uu|oh|[stz]y|tu|hu|zi|[đčšžïəîûêáéíóúxcjz]|ou|oe|gu[ei]|[vzhn]ine/i;

/**
 * A Latin name as other languages spell it where one letter stands for two sounds, so that no spelling family can hold
 * it: `Đorđe` as Djordje, the French `Prigojine` as Prigozhin, the Somali `Xasan` as Hasan. Empty for most names.
 */
export function otherSpellings(text: string, isPerson: boolean): string[] {
  const isAny = anyLook.test(text);
  if (!isAny && !(isPerson && maghrebiLook.test(text))) return [];
  const found = new Set<string>();
  const words = text.split(/(?<=[\s-])/);
  const bare = words.map((word) => word.replace(/[\s,.-]+$/, ''));
  for (const { look, of, all, sounds, onlyPersons } of spellings) {
    if (onlyPersons === true ? !isPerson : !isAny) continue;
    if (!anyIs(bare, look) || (of !== undefined && !anyIs(bare, of))) continue;
    if (all !== undefined && !isAll(bare, all)) continue;
    found.add(words.map((word) => respelt(word, sounds)).join(''));
  }
  found.delete(text);
  return [...found];
}

function respelt(word: string, sounds: Spelling['sounds']): string {
  const text = sounds.reduce((sound, [from, to]) => sound.replace(from, to), word);
  const first = word[0] ?? '';
  // What tells surnames by their capitals must find them again.
  return first !== first.toLowerCase() ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** Whether two or more words are all of a shape, and not all Chinese. */
function isAll(words: readonly string[], shape: RegExp): boolean {
  const bare = words.filter((word) => word !== '');
  return (
    bare.length > 1 &&
    bare.length < 4 &&
    bare.every((word) => word.length > 1 && shape.test(word)) &&
    !bare.every((word) => pinyinParse(word.toLowerCase()) !== undefined)
  );
}

function anyIs(words: readonly string[], pattern: Spelling['look']): boolean {
  for (const word of words) if (pattern.test(word)) return true;
  return false;
}
