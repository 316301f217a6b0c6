import { type Engine, type HeldIdentifier, identifiersLike, plainIdentifier } from '../../engine/index.ts';

/** Parties with an identifier of these letters and digits, each once; at least four are needed, and a digit. */
export function findIdentifier(engine: Engine, text: string): readonly HeldIdentifier[] {
  const sought = plainIdentifier(text);
  if (sought.length < 4 || !/\d/.test(sought)) return [];
  const byParty = new Map<string, HeldIdentifier>();
  for (const held of identifiersLike(engine.register, text))
    if (!byParty.has(held.party)) byParty.set(held.party, held);
  return [...byParty.values()];
}
