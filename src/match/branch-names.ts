import type { FormWord } from './form.ts';
import { roleDistinctive, roleLegalForm, roleParticle, rolePlace } from './role.ts';

/** What a name says of a branch is dropped only where as many words as this are left of the house. */
const leastWords = 2;
/** Words before `office` that belong to it. */
const officeWords = new Set(['representative', 'head', 'main', 'regional', 'liaison', 'central', 'overseas']);

/**
 * The words of the house in the name of its branch or department, `Kargar Bank, London Branch`, `Branch of Kargar Bank`;
 * undefined where the name speaks of none, or where too little would be left.
 */
export function houseOfBranch(words: readonly FormWord[]): readonly FormWord[] | undefined {
  const at = words.findIndex(isBranch);
  if (at < 0) return undefined;
  const after = words.slice(at + 1);
  let end = at;
  while (end > 0 && (officeWords.has(words[end - 1]!.text) || words[end - 1]!.role === roleParticle)) end--;
  // `Marine Division of Kargar Industries`, but `Kargar Industries Division of Health`: the house has a name of its own.
  const isNamed =
    isHouse(words.slice(0, end)) && words.slice(0, end).some(({ role }) => role === roleDistinctive);
  if (!isNamed && after[0]?.role === roleParticle && isLinking(after[0]) && isHouse(after.slice(1)))
    return after.slice(1);
  if (after.length === 0 || after.every(({ role }) => role === roleLegalForm)) {
    while (end > 0 && words[end - 1]!.role === rolePlace) end--;
  }
  const before = words.slice(0, end);
  return isHouse(before) ? before : undefined;
}

function isBranch({ group }: FormWord): boolean {
  return /(?:word|short):(?:branch|department)\b/.test(group);
}

const linking = new Set(['of', 'de', 'du', 'des', 'der', 'del', 'della', 'do', 'da']);
function isLinking({ text }: FormWord): boolean {
  return linking.has(text);
}

/** One word is left where it is long and no ordinary one: `Izhkombank, filial`. */
const longName = 7;

function isHouse(words: readonly FormWord[]): boolean {
  const named = words.filter(({ role }) => role !== roleLegalForm && role !== roleParticle);
  const [name] = named;
  if (named.length === 1 && name!.role === roleDistinctive)
    return name!.text.length >= longName && name!.group === '';
  return words.filter(({ role }) => role !== roleLegalForm && role !== roleParticle).length >= leastWords;
}
