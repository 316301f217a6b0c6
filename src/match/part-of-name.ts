import type { Form } from './form.ts';
import { roleGiven, rolePatronymic, roleSurname } from './role.ts';

/** A reading of a name of a party, and whether the list calls the name weak. */
interface ReadName {
  readonly form: Form;
  readonly isWeak: boolean;
}

/**
 * Tells which readings of a person's names are only part of another: lists give `ARELLANO FELIX` beside `ARELLANO
 * FELIX, Benjamin`. Who has another name beside such a part is another person, since the whole name is known.
 */
export function partsOfNames(names: readonly ReadName[]): boolean[] {
  if (names.length < 2) return names.map(() => false);
  const folds = names.map(({ form }) =>
    form.words
      .filter(({ role }) => role === roleGiven || role === roleSurname || role === rolePatronymic)
      .map(({ fold }) => fold),
  );
  return folds.map(
    (own) =>
      own.length > 0 &&
      folds.some((other, at) => other.length > own.length && !names[at]!.isWeak && isWithin(own, other)),
  );
}

/** Whether each word is among the others, as often as it stands. */
function isWithin(own: readonly string[], other: readonly string[]): boolean {
  const rest = [...other];
  return own.every((fold) => {
    const at = rest.indexOf(fold);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
}
