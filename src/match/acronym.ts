import { isFunctionWord } from '../text/index.ts';
import { type Form, type FormWord, flagAcronym, flagNative } from './form.ts';
import { roleDistinctive, roleGeneric, roleHonorific, roleLegalForm } from './role.ts';

/** An acronym of fewer letters is the acronym of too many names. */
const shortestAcronym = 4;
const longestAcronym = 8;
/** A word of four letters is taken for an acronym only where it is written as one. */
const plainEnough = 5;
/** Of legal forms those lend a letter to acronyms that people say as a word: Corporation and its kind, not Ltd. */
const spokenForm = /^co|^[a-z]{5,}$/i;

/**
 * The readings by which a company meets its acronym, SMIC and Semiconductor Manufacturing International Corporation:
 * one word for a name of one word, and one for each way to take the initials of a name of several. An acronym meets
 * initials only, so that two long names with the same initials do not meet.
 */
export function acronymForms(words: readonly FormWord[], side: 'query' | 'listed'): Form[] {
  const named = words.filter((word) => !isAside(word));
  if (named.length === 1) {
    const [{ text, written }] = named as [FormWord];
    const length = /^[a-z]+$/.test(text) ? text.length : 0;
    const isWrittenAsOne = side === 'listed' || length >= plainEnough || written === written.toUpperCase();
    if (length < shortestAcronym || length > longestAcronym || !isWrittenAsOne) return [];
    return [acronymForm(side === 'query' ? 'initials' : 'acronym', text, written)];
  }
  const written = words.map((word) => word.written).join(' ');
  // A whole name meets a listed acronym of four letters by chance more often than not.
  return [...initialsOf(words, side === 'query' ? shortestAcronym + 1 : shortestAcronym)].map((text) =>
    acronymForm(side === 'query' ? 'acronym' : 'initials', text, written),
  );
}

/** How alike a name and its acronym are at most: the shorter, the more other names have it too. */
export function acronymCap(length: number): number {
  return caps[Math.min(length, longestAcronym) - shortestAcronym] ?? 0;
}
const caps = [0.74, 0.78, 0.82, 0.85, 0.85];

/** Letters of the acronym that a word of the vocabulary with that flag stands for. */
export function acronymLength(length: number): number {
  return length - marks.acronym.length;
}

function initialsOf(words: readonly FormWord[], least: number): Set<string> {
  const all = new Set<string>();
  const firsts = (keep: (word: FormWord) => boolean): string =>
    words
      .filter((word) => keep(word) && /^[a-z]/.test(word.text))
      .map(({ text, role, written }) =>
        (role === roleLegalForm && /^[a-z]/i.test(written) ? written.toLowerCase() : text).charAt(0),
      )
      .join('');
  const isNamed = (word: FormWord): boolean => !isAside(word);
  const isSpelled = ({ role, written }: FormWord): boolean =>
    role === roleLegalForm && spokenForm.test(written);
  const isGroup = ({ role, text }: FormWord): boolean => role === roleGeneric && text === 'group';
  for (const letters of [
    firsts(isNamed),
    firsts((word) => isNamed(word) || isSpelled(word)),
    firsts((word) => (isNamed(word) && !isGroup(word)) || isSpelled(word)),
  ])
    if (letters.length >= least && letters.length <= longestAcronym) all.add(letters);
  return all;
}

function isAside({ role, text }: FormWord): boolean {
  return role === roleLegalForm || role === roleHonorific || isFunctionWord(text);
}

const marks = { acronym: '≡a:', initials: '≡i:' } as const;

function acronymForm(mark: keyof typeof marks, letters: string, written: string): Form {
  const text = marks[mark] + letters;
  const word: FormWord = {
    text,
    fold: text,
    role: roleDistinctive,
    group: '',
    flags: flagAcronym | flagNative,
    written,
  };
  return { words: [word], reading: 'an acronym' };
}
