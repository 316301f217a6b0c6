import type { ListedParty } from '../listed-party.ts';
import type { NameMatcher } from '../matcher.ts';
import { type NameIndex, nameText, partyId } from '../name-index.ts';
import { alignmentPieces } from '../pieces.ts';
import { rawStrength } from '../strength.ts';
import { mutations } from './mutations.ts';
import { nearMisses, recombinedPersons } from './negatives.ts';
import { SeededRandom } from './seeded-random.ts';

/** A raw strength and whether the hit was the party meant. */
export interface LabelledStrength {
  readonly raw: number;
  readonly isTrue: boolean;
}

/**
 * Hits of true names varied and of other names, half and half, each with its raw strength. Another entry that bears a name
 * of the party meant is left out: lists have one party under several entries, and namesakes, and nobody says which.
 */
export function labelledStrengths(
  matcher: NameMatcher,
  parties: readonly ListedParty[],
  perCategory: number,
  seed: number,
): LabelledStrength[] {
  const random = new SeededRandom(seed);
  const found: LabelledStrength[] = [];
  const namesOf = namesByParty(matcher.index);
  const sharesName = (a: string, b: string): boolean =>
    [...(namesOf.get(a) ?? [])].some((name) => namesOf.get(b)?.has(name));
  const note = (query: string, kind: ListedParty['kind'], meant: string | undefined): void => {
    for (const hit of matcher.hits(query, kind, 0.5).slice(0, 3)) {
      if (meant !== undefined && hit.partyId !== meant && sharesName(hit.partyId, meant)) continue;
      const { rarity } = alignmentPieces(matcher.scorer, hit.query, hit.form, matcher.readName);
      found.push({ raw: rawStrength(hit.score, rarity, 0), isTrue: hit.partyId === meant });
    }
  };
  for (const mutation of mutations) {
    for (let round = 0; round < perCategory; round++) {
      const party = random.pick(parties);
      const name = random.pick(party.names).text;
      const query = mutation.apply(name, party.kind, random);
      if (query !== undefined) note(query, party.kind, party.id);
    }
  }
  for (const miss of nearMisses) {
    for (let round = 0; round < perCategory * 3; round++) {
      const party = random.pick(parties);
      const query = miss.make(party.names[0]!.text, party.kind, random);
      if (query !== undefined) note(query, party.kind, undefined);
    }
  }
  for (const name of recombinedPersons(parties, perCategory * 20, random)) note(name, 'person', undefined);
  return found;
}

function namesByParty(index: NameIndex): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (let name = 0; name < index.counts.names; name++) {
    const id = partyId(index, index.nameParty[name]!);
    const known = names.get(id) ?? new Set();
    names.set(id, known.add(nameText(index, name).toLowerCase()));
  }
  return names;
}

/** Isotonic fit by pooling adjacent violators: steps of rising probability, each with the raw strength it is centred on. */
export function isotonicFit(labelled: readonly LabelledStrength[]): [number, number][] {
  const sorted = [...labelled].sort((a, b) => a.raw - b.raw);
  const blocks: { weight: number; sum: number; raw: number }[] = [];
  for (const { raw, isTrue } of sorted) {
    blocks.push({ weight: 1, sum: isTrue ? 1 : 0, raw });
    while (blocks.length > 1) {
      const last = blocks.at(-1)!;
      const before = blocks.at(-2)!;
      if (before.sum / before.weight < last.sum / last.weight) break;
      blocks.splice(-2, 2, {
        weight: before.weight + last.weight,
        sum: before.sum + last.sum,
        raw: before.raw + last.raw,
      });
    }
  }
  // One added success and failure for each step keep it from claiming certainty.
  return blocks
    .filter(({ weight }) => weight >= 20)
    .map(({ weight, sum, raw }) => [raw / weight, (sum + 1) / (weight + 2)]);
}

/** Mean of squared differences between the probability given and what was so. */
export function brierScore(
  labelled: readonly LabelledStrength[],
  probability: (raw: number) => number,
): number {
  let total = 0;
  for (const { raw, isTrue } of labelled) total += (probability(raw) - (isTrue ? 1 : 0)) ** 2;
  return labelled.length === 0 ? 0 : total / labelled.length;
}
