import type { DraftWord, Note } from './draft-word.ts';
import { particleGroup } from './person-words.ts';
import { tokenFlags } from './token.ts';

const joinedServant =
  /^abd(?:[ueai]l|[ueai]r(?=r)|[ueai]s(?=s)|[ueai]z(?=z)|[ueai]n(?=n)|[ueai]d(?=d)|[ueai]t(?=t))([a-z]{3,})$/;
const god = /^abd[aeou]l+[aei]h?$/;

/** `abdulrahman` as `abd`, `rahman`; `abdul` as `abd`; spellings of Abdullah as one; other words as they are. */
function arabicStems(text: string): readonly string[] {
  if (!text.startsWith('abd')) return [text];
  if (/^abd[ueai]l?$/.test(text)) return ['abd'];
  if (god.test(text)) return ['abdullah'];
  const stem = joinedServant.exec(text)?.[1];
  return stem === undefined || stem === 'lah' || stem === 'lahi' ? [text] : ['abd', stem];
}

/** `arabicStems` of a word on its way to tokens. */
export function arabicParts(word: DraftWord, note: Note): readonly DraftWord[] {
  const text = word.text;
  if (text.charCodeAt(0) !== 0x61 || !text.startsWith('abd')) return [word];
  const stems = arabicStems(text);
  if (stems.length === 1) return stems[0] === text ? [word] : [{ ...word, text: stems[0]! }];
  note('name joined', `${text} → ${stems.join(' ')}`);
  const inner = word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore);
  return stems.map((stem, index) => ({
    ...word,
    text: stem,
    flags: (index === 0 ? word.flags : inner) | tokenFlags.cut,
  }));
}

/**
 * The words of a name with Arabic joins resolved, articles left out: `Abd-al-Rahman`, `Abdel Rahman` and
 * `Abdulrahman` are all `abd rahman`.
 *
 * @example
 * abdJoin(['abdul', 'rahman']) // ['abd', 'rahman']
 */
export function abdJoin(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const parts = arabicStems(word);
    if (parts.length === 1 && out.length > 0 && isArticle(parts[0]!) && words.length > 1) continue;
    out.push(...parts);
  }
  return out;
}

function isArticle(word: string): boolean {
  return particleGroup(word) === 'particle:al';
}
