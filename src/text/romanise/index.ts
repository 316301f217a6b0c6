import { createRequire } from 'node:module';
import type { Script } from '../script.ts';
import { readArabic } from './arabic.ts';
import { romaniseBurmese } from './burmese.ts';
import { romaniseArmenian, romaniseGeorgian } from './caucasian.ts';
import { type CyrillicLanguage, cyrillicLanguage, romaniseCyrillic } from './cyrillic.ts';
import { romaniseDevanagari } from './devanagari.ts';
import { romaniseGreek } from './greek.ts';
import { cantoneseSyllable, koreanReading, pinyinSyllables } from './han.ts';
import { northSyllable, revisedSyllable } from './hangul.ts';
import { readHebrew } from './hebrew.ts';
import { romaniseIndic } from './indic.ts';
import { romaniseKana } from './kana.ts';
import { romaniseLao, romaniseThai } from './thai.ts';

const require = createRequire(import.meta.url);
let floor: ((text: string) => string) | undefined;

/** Any script, roughly, by the table of any-ascii; loaded when first needed, as it is 0.5 MB. */
function anyAscii(text: string): string {
  floor ??= (require('any-ascii') as { default: (text: string) => string }).default;
  return floor(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

const cyrillicLanguages: readonly CyrillicLanguage[] = ['ru', 'uk', 'be', 'bg', 'sr', 'kk', 'uz'];

/**
 * Forms of one folded word in Latin letters, the most likely first, without doubles. `language` (ISO 639-1) decides
 * where a script serves several; else the letters do. Latin text comes back as it is.
 *
 * @example
 * romanise('хрущёв', 'Cyrl')[0] // 'khrushchev'
 */
export function romanise(text: string, script: Script, language?: string): string[] {
  switch (script) {
    case 'Latn':
    case 'Zyyy':
      return [text];
    case 'Cyrl': {
      const own = cyrillicLanguages.find((one) => one === language) ?? cyrillicLanguage(text);
      const forms = [romaniseCyrillic(text, own)];
      for (const other of ['ru', 'bg'] as const) forms.push(romaniseCyrillic(text, other));
      if (text.includes('ё')) forms.push(romaniseCyrillic(text.replaceAll('ё', 'е'), own));
      return unique(forms);
    }
    case 'Grek':
      return [romaniseGreek(text)];
    case 'Geor':
      return [romaniseGeorgian(text)];
    case 'Armn':
      return [romaniseArmenian(text)];
    case 'Arab': {
      const persian = language === 'fa' || language === 'ps' || language === 'ur';
      return unique([readArabic(text, persian || undefined).text, readArabic(text, !persian).text]);
    }
    case 'Hebr':
      return [readHebrew(text).text];
    case 'Deva':
      return [romaniseDevanagari(text)];
    case 'Thai':
      return [romaniseThai(text)];
    case 'Mymr':
      return [romaniseBurmese(text).join('')];
    case 'Kana':
      return [romaniseKana(text)];
    case 'Hang': {
      const blocks = [...text];
      return unique([blocks.map(revisedSyllable).join(''), blocks.map(northSyllable).join('')]);
    }
    case 'Hani':
      if (language === 'yue')
        return unique([[...text].map((one) => cantoneseSyllable(one)[0] ?? one).join('')]);
      if (language === 'ko') return [koreanReading(text).map(revisedSyllable).join('')];
      return [pinyinSyllables(text, false).join('')];
    case 'Zzzz':
      return [romaniseIndic(text) ?? romaniseLao(text) ?? anyAscii(text)];
  }
}

function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)];
}
