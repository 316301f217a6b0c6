/** Facts that stand after a person's name in one field: `Milos Petric, born 1989, Banja Luka`. */
const facts =
  /[\s,;([]+(?:born|d\.?o\.?b\b|p\.?o\.?b\b|date of birth|place of birth|birth date|geb\.|geboren|n[ée]e? le|nacid[oa]|nat[oa] (?:il|a)|passport|nationality|national of|citizen of|(?:and|und|et|&) (?:family|others|wife|associates|famille|familie))(?![\p{L}]).*$/iu;

/** Words between two people who share a field: an account of husband and wife. */
const together = /\s+(?:and|und|et|y|&|\+|and\/or)\s+/iu;

/**
 * `TUFAIL SM`, `KM RAHMAN`: initials that lost their full stops, at either end of a name. Consonants alone are no name,
 * but for Ng, and no title.
 */
const bareInitials =
  /(?:(?<=\p{L}{2,}[\s,]+)|^(?=\S+\s+\p{L}{3}))(?!(?:NG|MR|MRS|MS|DR|JR|SR|ST|BN|PT|CV)(?:\s|$))[BCDFGHJKLMNPQRSTVWXZ]{2,3}(?=$|\s+\p{L}{3,}$)/u;

/**
 * Other names that a field for a person may hold: what stands before facts, the name with full stops after initials,
 * and each of two people. Empty for most.
 * `Ortega y Gasset` is one name: each of two has two words at least.
 */
export function personTexts(text: string): string[] {
  const name = text.replace(facts, '');
  const texts = name !== text && hasTwoWords(name) ? [name] : [];
  const dotted = name
    .trim()
    .replace(bareInitials, (letters) => [...letters].map((letter) => `${letter}.`).join(''));
  if (dotted !== name.trim()) texts.push(dotted);
  const people = name.split(together);
  if (people.length === 2 && people.every(hasTwoWords)) texts.push(...people);
  return texts;
}

function hasTwoWords(text: string): boolean {
  return /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text);
}
