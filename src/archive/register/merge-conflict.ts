import type { ApproximateDay } from '../../model/day.ts';
import type { RegimeId } from '../../model/party.ts';
import type { EntryHistory } from './entry-history.ts';
import { type HardIdentifier, hardIdentifiers, isAggregate } from './hard-identifiers.ts';
import { classOf, type Facts, type Member } from './member.ts';

/**
 * Why two groups of members cannot be one party, in words; undefined where nothing speaks against it. What speaks
 * against: kinds, two casebook parties, two entries that one publisher keeps apart at the same time, different values of
 * an identifier of which a party has one, gender, birth years.
 */
export function conflictBetween(
  left: readonly Member[],
  right: readonly Member[],
  factsOf: (member: Member) => Facts,
): string | undefined {
  const kinds = [classOf(factsOf(left[0]!)), classOf(factsOf(right[0]!))];
  if (kinds[0] !== kinds[1]) return `one is a ${kinds[0]}, the other a ${kinds[1]}`;
  const cases = [left, right].map((group) => group.find((member) => member.kind === 'casebook'));
  if (cases[0] && cases[1]) return `the casebook has ${cases[0].id} and ${cases[1].id} as two parties`;
  for (const one of left) {
    for (const other of right) {
      const conflict = keptApart(one, other);
      if (conflict) return conflict;
    }
  }
  const hard = [left, right].map((group) =>
    group.flatMap((member) => hardIdentifiers(member, factsOf(member))),
  );
  return exclusiveConflict(hard[0]!, hard[1]!) ?? personConflict(left.map(factsOf), right.map(factsOf));
}

/** A publisher that lists two entries at the same time under the same list says that they are two. */
function keptApart(one: Member, other: Member): string | undefined {
  if (one.kind !== 'entry' || other.kind !== 'entry') return undefined;
  if (one.history.source !== other.history.source) return undefined;
  // Two that no version has together were never set side by side: one may have followed the other.
  if (one.history.version.published < other.history.firstSeen) return undefined;
  if (other.history.version.published < one.history.firstSeen) return undefined;
  if (isAggregate(one.history.source)) {
    const regimes = lastRegimes(one.history);
    if (![...lastRegimes(other.history)].some((regime) => regimes.has(regime))) return undefined;
  }
  return `${one.history.source} lists ${one.history.entry} and ${other.history.entry} as two entries`;
}

/** The regimes under which the last version that has the entry lists it. */
function lastRegimes({ listings, gone }: EntryHistory): Set<RegimeId> {
  return new Set(listings.filter((stay) => stay.gone === gone).map((stay) => stay.regime));
}

function exclusiveConflict(
  left: readonly HardIdentifier[],
  right: readonly HardIdentifier[],
): string | undefined {
  const values = [left, right].map((identifiers) =>
    Map.groupBy(
      identifiers.filter((identifier) => identifier.exclusive),
      (identifier) => identifier.kind,
    ),
  ) as [Map<string, HardIdentifier[]>, Map<string, HardIdentifier[]>];
  for (const [kind, ours] of values[0]) {
    const theirs = values[1].get(kind);
    if (!theirs || ours.some((one) => theirs.some((other) => one.key === other.key))) continue;
    return `one has ${kind} ${ours[0]!.value}, the other ${theirs[0]!.value}`;
  }
  return undefined;
}

function personConflict(left: readonly Facts[], right: readonly Facts[]): string | undefined {
  const facts = [left, right];
  const genders = facts.map((group) => group.find((fact) => fact.gender)?.gender);
  if (genders[0] && genders[1] && genders[0] !== genders[1]) return 'their gender differs';
  const births = facts.map((group) => group.flatMap((fact) => fact.birthDates));
  if (births[0]!.length === 0 || births[1]!.length === 0) return undefined;
  if (births[0]!.some((one) => births[1]!.some((other) => yearsMeet(one, other)))) return undefined;
  return `born ${births[0]![0]!.text} and ${births[1]![0]!.text}`;
}

/** Lists differ by a year where a calendar was converted. */
function yearsMeet(one: ApproximateDay, other: ApproximateDay): boolean {
  const [from, to] = [Number(one.earliest.slice(0, 4)), Number(one.latest.slice(0, 4))];
  const [otherFrom, otherTo] = [Number(other.earliest.slice(0, 4)), Number(other.latest.slice(0, 4))];
  return from <= otherTo + 1 && otherFrom <= to + 1;
}
