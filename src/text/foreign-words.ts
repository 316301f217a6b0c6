import type { DraftWord, Note } from './draft-word.ts';
import { hanSegments } from './han-segments.ts';
import { nameGroup } from './nicknames.ts';
import { arabicCompanyWord, partArticle, partCompound, partServant, readArabic } from './romanise/arabic.ts';
import { romaniseBurmese } from './romanise/burmese.ts';
import { asRussian, type CyrillicLanguage, cyrillicLanguage, romaniseCyrillic } from './romanise/cyrillic.ts';
import { simplified } from './romanise/han.ts';
import { hebrewCompanyWord, readHebrew } from './romanise/hebrew.ts';
import { romanise } from './romanise/index.ts';
import { romaniseIndic } from './romanise/indic.ts';
import { kanaCompanyWords } from './romanise/kana.ts';
import { tokenFlags } from './token.ts';
import type { WrittenWord } from './written-word.ts';

const japaneseForm = /株式会社|有限会社|合同会社/u;
const cyrillicLanguages: readonly string[] = ['ru', 'uk', 'be', 'bg', 'sr', 'kk', 'uz'];

/**
 * Words of other scripts in Latin letters, with the word itself as `native`; Latin words pass through. What the
 * language is, is asked of the whole name: one Ukrainian letter makes all of it Ukrainian.
 */
export function readForeign(
  words: readonly WrittenWord[],
  note: Note,
  language?: string,
  company = false,
): DraftWord[] {
  const out: DraftWord[] = [];
  const all = words.map((word) => word.text).join(' ');
  const cyrillic = cyrillicLanguages.includes(language ?? '')
    ? (language as CyrillicLanguage)
    : cyrillicLanguage(all);
  const persian = language === 'fa' || language === 'ps' || words.some((word) => /[پچژگیک]/u.test(word.raw));
  for (const word of words) {
    switch (word.script) {
      case 'Latn':
      case 'Zyyy':
        out.push(word);
        break;
      case 'Cyrl':
        out.push(read(word, romaniseCyrillic(word.text, cyrillic), 0, note));
        break;
      case 'Arab':
        out.push(...arabicWords(word, { persian, company }, note));
        break;
      case 'Hebr': {
        const meaning = company ? hebrewCompanyWord(word.text) : undefined;
        if (meaning !== undefined) {
          note('translated', `${word.text} → ${meaning}`);
          out.push({ ...word, text: meaning, native: word.text });
          break;
        }
        const reading = readHebrew(word.text);
        out.push(read(word, reading.text, reading.sure ? 0 : tokenFlags.skeleton, note));
        break;
      }
      case 'Mymr':
        for (const [index, syllable] of romaniseBurmese(word.text).entries()) {
          if (syllable !== '') out.push(read(word, syllable, index > 0 ? tokenFlags.cut : 0, note));
        }
        break;
      case 'Thai':
        out.push(read(word, romanise(word.text, 'Thai')[0]!, tokenFlags.skeleton, note));
        break;
      case 'Hani':
        if (words.some((one) => one.script === 'Kana')) {
          // A firm's name in kana with its form in characters.
          const form = japaneseForm.exec(word.text);
          const rest = form === null ? word.text : word.text.replace(form[0], '');
          if (rest !== '') {
            const parts = (company ? translatedHan(rest) : undefined) ?? [
              romanise(rest, 'Hani', language)[0]!,
            ];
            for (const part of parts) out.push(read(word, part, tokenFlags.cut, note));
          }
          if (form !== null)
            out.push(read(word, form[0].startsWith('株') ? 'kk' : 'ltd', tokenFlags.cut, note));
        } else out.push(read(word, romanise(word.text, 'Hani', language)[0]!, 0, note));
        break;
      case 'Zzzz': {
        // Vowels of the scripts that a table of letters gives are not those that people write.
        const indic = romaniseIndic(word.text);
        const isGuess = indic !== undefined || /^[\u0e80-\u0eff\u1780-\u17ff]/u.test(word.text);
        const text = indic ?? romanise(word.text, word.script, language)[0]!;
        out.push(read(word, text, isGuess ? tokenFlags.skeleton : 0, note));
        break;
      }
      case 'Kana':
        if (company) {
          for (const [index, part] of kanaCompanyWords(word.text).entries())
            out.push(read(word, part, index > 0 ? tokenFlags.cut : 0, note));
        } else out.push(read(word, romanise(word.text, 'Kana', language)[0]!, 0, note));
        break;
      case 'Deva':
        out.push(read(word, romanise(word.text, 'Deva')[0]!, tokenFlags.skeleton, note));
        break;
      default:
        out.push(read(word, romanise(word.text, word.script, language)[0]!, 0, note));
    }
  }
  return out.filter((word) => word.text !== '');
}

/** The name as Russian would spell it, where it is Ukrainian or Belarusian and that makes another one. */
export function readAsRussian(
  words: readonly WrittenWord[],
  drafts: readonly DraftWord[],
  language?: string,
): DraftWord[] | undefined {
  if (!words.some((word) => word.script === 'Cyrl')) return undefined;
  const own = cyrillicLanguages.includes(language ?? '')
    ? (language as CyrillicLanguage)
    : cyrillicLanguage(words.map((word) => word.text).join(' '));
  if (own !== 'uk' && own !== 'be') return undefined;
  let changed = false;
  const russian = drafts.map((draft) => {
    const text =
      draft.script === 'Cyrl' && draft.native !== undefined ? asRussian(draft.native, own) : undefined;
    // Given names meet by their groups.
    if (text === undefined || text === draft.text || nameGroup(draft.text) !== undefined) return draft;
    changed = true;
    return { ...draft, text };
  });
  return changed ? russian : undefined;
}

/** The English of characters that are ordinary words and places throughout. */
function translatedHan(text: string): readonly string[] | undefined {
  const segments = hanSegments(simplified(text));
  return segments.every(({ kind }) => kind === 'word' || kind === 'place' || kind === 'number')
    ? segments.flatMap(({ value }) => value.split(' '))
    : undefined;
}

function read(word: WrittenWord, text: string, flags: number, note: Note): DraftWord {
  note('romanised', `${word.text} → ${text}`);
  return { ...word, text, native: word.text, flags: word.flags | flags };
}

interface ArabicHow {
  readonly persian: boolean;
  readonly company: boolean;
}

/** Article and `عبد` come apart from what they are written with. */
function arabicWords(word: WrittenWord, how: ArabicHow, note: Note): DraftWord[] {
  const meaning = how.company ? arabicCompanyWord(word.text) : undefined;
  if (meaning !== undefined) {
    note('translated', `${word.text} → ${meaning}`);
    return [{ ...word, text: meaning, native: word.text }];
  }
  const servant = partServant(word.text);
  if (servant !== undefined) {
    return servant.map((part, index) => arabicWord(word, part, how, index > 0 ? tokenFlags.cut : 0, note));
  }
  const compound = partCompound(word.text);
  if (compound !== undefined) {
    return compound.map((part, index) => arabicWord(word, part, how, index > 0 ? tokenFlags.cut : 0, note));
  }
  const stem = partArticle(word.text);
  if (stem !== undefined) {
    const article: DraftWord = { ...word, text: 'al', native: 'ال' };
    return [article, arabicWord(word, stem, how, tokenFlags.hyphenBefore, note)];
  }
  return [arabicWord(word, word.text, how, 0, note)];
}

function arabicWord(word: WrittenWord, native: string, how: ArabicHow, flags: number, note: Note): DraftWord {
  const reading = readArabic(native, how.persian, how.company);
  note('romanised', `${native} → ${reading.text}`);
  return {
    ...word,
    text: reading.text,
    native,
    flags: word.flags | flags | (reading.sure ? 0 : tokenFlags.skeleton),
  };
}
