import type { IdentifierKind, PartyId, RegisterView } from '../model/index.ts';

/** An identifier of a party as it is listed. */
export interface HeldIdentifier {
  readonly party: PartyId;
  readonly kind: IdentifierKind;
  readonly value: string;
}

const indexes = new WeakMap<RegisterView, ReadonlyMap<string, readonly HeldIdentifier[]>>();

/** Parties between two of the steps in which the index is made, each a few milliseconds. */
const partiesAStep = 1000;

/**
 * Makes the index that `identifiersLike` reads, once for a register, in steps between which others get their turn: it takes
 * a second on the full lists.
 */
export function* prepareIdentifiers(register: RegisterView): Generator<void> {
  if (indexes.has(register)) return;
  const index = new Map<string, HeldIdentifier[]>();
  let done = 0;
  for (const party of register.parties()) {
    for (const { kind, value } of party.identifiers) {
      const key = plainIdentifier(value);
      const held = { party: party.id, kind, value };
      const known = index.get(key);
      if (!known) index.set(key, [held]);
      else if (!known.some((other) => other.party === party.id && other.kind === kind)) known.push(held);
    }
    if (++done % partiesAStep === 0) yield;
  }
  indexes.set(register, index);
}

/** Identifiers of a register that have the letters and digits of a text, whatever its separators. */
export function identifiersLike(register: RegisterView, text: string): readonly HeldIdentifier[] {
  for (const _step of prepareIdentifiers(register));
  return indexes.get(register)?.get(plainIdentifier(text)) ?? [];
}

/** The letters and digits of an identifier, by which it is found. */
export function plainIdentifier(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
