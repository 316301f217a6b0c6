import type { Change, ChangeKind, EntryDelta } from '../../archive/index.ts';
import type { Match } from '../../match/index.ts';

/**
 * When a change of an entry is told: `always`, where it says who is listed, under what, since or until when, and what that
 * asks; else only where the match rests on that very fact, or never, for what bears neither on law nor on identity.
 */
const told: Readonly<Record<ChangeKind, 'always' | 'never' | readonly string[]>> = {
  added: 'always',
  removed: 'always',
  renamed: 'always',
  'alias added': 'always',
  'alias removed': 'always',
  'alias changed': 'always',
  'regime added': 'always',
  'regime removed': 'always',
  'programme added': 'always',
  'programme removed': 'always',
  'dates changed': 'always',
  'requirement changed': 'always',
  'policy changed': 'always',
  'citation changed': 'never',
  'identifier added': 'always',
  'identifier removed': 'always',
  'identifier changed': 'always',
  // An address, birth or country that came in may be what lifts a match over the threshold, and so is never passed over
  // unasked; without bearing on the match it would only be noise.
  'address added': ['address'],
  'address removed': ['address'],
  'address changed': ['address'],
  'country changed': ['country'],
  'birth changed': ['birth date', 'gender'],
  'kind changed': 'always',
  'relation added': 'always',
  'relation removed': 'always',
  'details changed': 'never',
  'remarks changed': 'never',
};

/** Whether any change of an entry may have to be told, so that the portfolio has to be asked about it. */
export function mayMatter(entry: Pick<EntryDelta, 'changes'>): boolean {
  return entry.changes.some(({ kind }) => told[kind] !== 'never');
}

/** The changes of an entry that matter for a match. */
export function changesToTell(entry: Pick<EntryDelta, 'changes'>, pieces: Match['pieces']): Change[] {
  const compared = new Set<string>(pieces.map(({ code }) => code));
  return entry.changes.filter(({ kind }) => {
    const when = told[kind];
    return when === 'always' || (when !== 'never' && when.some((fact) => compared.has(fact)));
  });
}
