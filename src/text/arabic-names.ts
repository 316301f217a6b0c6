import type { DraftWord, Note } from './draft-word.ts';
import { tokenFlags } from './token.ts';

const joinedServant =
  /^abd(?:[ueai]l|[ueai]r(?=r)|[ueai]s(?=s)|[ueai]z(?=z)|[ueai]n(?=n)|[ueai]d(?=d)|[ueai]t(?=t))([a-z]{3,})$/;
const god = /^abd[aeou]l+[aei]h?$/;

/**
 * `Abdulrahman`, `Abdel-Rahman`, `Abd al-Rahman` as the two words `abd rahman`; `Abdullah` stays one. The article
 * between them is dropped by `abdJoin`.
 */
export function arabicParts(word: DraftWord, note: Note): readonly DraftWord[] {
  const text = word.text;
  if (text.charCodeAt(0) !== 0x61 || !text.startsWith('abd')) return [word];
  if (/^abd[ueai]l?$/.test(text)) return [{ ...word, text: 'abd' }];
  if (god.test(text)) return [{ ...word, text: 'abdullah' }];
  const match = joinedServant.exec(text);
  if (match === null) return [word];
  const stem = match[1]!;
  if (stem === 'lah' || stem === 'lahi') return [word];
  note('name joined', `${text} → abd ${stem}`);
  return [
    { ...word, text: 'abd', flags: word.flags | tokenFlags.cut },
    {
      ...word,
      text: stem,
      flags: (word.flags & ~(tokenFlags.commaBefore | tokenFlags.hyphenBefore)) | tokenFlags.cut,
    },
  ];
}
