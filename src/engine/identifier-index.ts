import type { IdentifierKind, PartyId, RegisterView } from '../model/index.ts';

/** An identifier of a party as it is listed. */
export interface HeldIdentifier {
  readonly party: PartyId;
  readonly kind: IdentifierKind;
  readonly value: string;
}

const indexes = new WeakMap<RegisterView, ReadonlyMap<string, readonly HeldIdentifier[]>>();

/**
 * Identifiers of a register that have the letters and digits of a text, whatever its separators. Made once for a
 * register, which takes a second on the full lists.
 */
export function identifiersLike(register: RegisterView, text: string): readonly HeldIdentifier[] {
  let index = indexes.get(register);
  if (!index) {
    index = build(register);
    indexes.set(register, index);
  }
  return index.get(plainIdentifier(text)) ?? [];
}

/** The letters and digits of an identifier, by which it is found. */
export function plainIdentifier(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function build(register: RegisterView): ReadonlyMap<string, readonly HeldIdentifier[]> {
  const index = new Map<string, HeldIdentifier[]>();
  for (const party of register.parties()) {
    for (const { kind, value } of party.identifiers) {
      const key = plainIdentifier(value);
      const held = { party: party.id, kind, value };
      const known = index.get(key);
      if (!known) index.set(key, [held]);
      else if (!known.some((other) => other.party === party.id && other.kind === kind)) known.push(held);
    }
  }
  return index;
}
