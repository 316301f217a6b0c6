import type { Engine } from '../../engine/index.ts';
import type { IdentifierKind, PartyId } from '../../model/index.ts';

/** An identifier that is written like the one searched for, and whose it is. */
export interface IdentifierHit {
  readonly party: PartyId;
  readonly kind: IdentifierKind;
  readonly value: string;
}

const indexes = new WeakMap<Engine, Map<string, IdentifierHit[]>>();

/** Parties with an identifier of these letters and digits, whatever the separators; at least four are needed. */
export function findIdentifier(engine: Engine, text: string): readonly IdentifierHit[] {
  const key = bare(text);
  if (key.length < 4 || !/\d/.test(key)) return [];
  let index = indexes.get(engine);
  if (!index) {
    index = build(engine);
    indexes.set(engine, index);
  }
  return index.get(key) ?? [];
}

function build(engine: Engine): Map<string, IdentifierHit[]> {
  const index = new Map<string, IdentifierHit[]>();
  for (const party of engine.register.parties()) {
    for (const { kind, value } of party.identifiers) {
      const hit = { party: party.id, kind, value };
      const known = index.get(bare(value));
      if (!known) index.set(bare(value), [hit]);
      else if (!known.some((other) => other.party === party.id)) known.push(hit);
    }
  }
  return index;
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
