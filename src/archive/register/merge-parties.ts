import type { PartyId } from '../../model/party.ts';
import type { Merge, MergeDoubt } from '../../model/register.ts';
import type { NamedInCasebook, NameEvidence } from './casebook-names.ts';
import { type HardIdentifier, hardIdentifiers } from './hard-identifiers.ts';
import { byPrecedence, type Facts, factsOf, type Member } from './member.ts';
import { conflictBetween } from './merge-conflict.ts';
import { namesAgree } from './name-key.ts';

/** Members that are one party, the one that gives the id first. */
export interface Cluster {
  readonly id: PartyId;
  readonly members: readonly Member[];
}

export interface Merging {
  readonly clusters: readonly Cluster[];
  readonly merges: readonly Merge[];
  readonly doubts: readonly MergeDoubt[];
}

/** A number shared by more members than this is no sign of one party (a bank's BIC on all its customers, a filler). */
const mostSharers = 8;

/**
 * Brings members together by hard identifiers, strongest first, then by names of the casebook. Whatever speaks against
 * a step stops it and is written down as a doubt. The result does not depend on the order of the members.
 */
export function mergeParties(
  members: readonly Member[],
  namedInCasebook: NamedInCasebook,
  keepApart: readonly (readonly [string, string])[],
): Merging {
  const { named, involved } = sweep(members, namedInCasebook);
  const known = new Map<Member, Facts>();
  const facts = (member: Member): Facts => {
    let found = known.get(member);
    if (!found) {
      const { schema, names, identifiers, countries, birthDates, gender } = factsOf(member);
      found = { schema, names, identifiers, countries, birthDates, ...(gender ? { gender } : {}) };
      known.set(member, found);
    }
    return found;
  };
  const clusters = new Clusters(members, keepApart, facts);
  for (const { identifier, sharers } of sharedIdentifiers(involved, facts)) {
    const value = `${identifier.kind} ${identifier.value}`;
    if (!identifier.decisive && sharers.length > mostSharers) continue;
    for (let right = 1; right < sharers.length; right++) {
      for (let left = 0; left < right; left++) {
        const [a, b] = [sharers[left]!, sharers[right]!];
        if (!issuersMeet(a.identifier, b.identifier)) continue;
        const evidence =
          a.member.kind === 'casebook' || b.member.kind === 'casebook'
            ? 'casebook identifier'
            : identifier.kind === 'source id'
              ? 'same publisher id'
              : 'identifier';
        const agree = identifier.decisive || haveAgreeingNames(facts(a.member), facts(b.member));
        clusters.join(
          a.member,
          b.member,
          evidence,
          `both have ${value}`,
          agree ? undefined : 'their names differ',
        );
      }
    }
  }
  // The likeness that needs least to be believed goes first: where one publisher has two that are alike, it takes the place.
  named.sort((a, b) => a.found.rank - b.found.rank || byPrecedence(a.member, b.member));
  for (const { member, found } of named) {
    clusters.join(clusters.casebookParty(found.party), member, 'casebook name', found.reason, undefined);
  }
  return clusters.result();
}

/**
 * Reads each member once: who names a party of the casebook, and who has an identifier that another has too. Only these
 * are looked at again.
 */
function sweep(
  members: readonly Member[],
  namedInCasebook: NamedInCasebook,
): { named: { member: Member; found: NameEvidence }[]; involved: Member[] } {
  const named: { member: Member; found: NameEvidence }[] = [];
  // By a number made from the key: 150,000 keys would fill the memory, and two that meet by chance only cost a second look.
  const bearers = new Map<number, Member>();
  const involved = new Set<Member>();
  for (const member of members) {
    const facts = factsOf(member);
    const found = namedInCasebook(member, facts);
    if (found) named.push({ member, found });
    for (const { key } of hardIdentifiers(member, facts)) {
      const number = smallHash(key);
      const other = bearers.get(number);
      if (!other) bearers.set(number, member);
      else involved.add(other).add(member);
    }
  }
  return { named, involved: [...involved] };
}

/** FNV-1a, cut to 30 bits, which V8 keeps without an object of their own. */
function smallHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash & 0x3fffffff;
}

interface Sharer {
  readonly member: Member;
  readonly identifier: HardIdentifier;
}

/** Identifiers that two or more members have, strongest first, and who has them. */
function sharedIdentifiers(
  members: readonly Member[],
  factsOf: (member: Member) => Facts,
): { identifier: HardIdentifier; sharers: Sharer[] }[] {
  const byKey = new Map<string, Sharer[]>();
  for (const member of members) {
    for (const identifier of hardIdentifiers(member, factsOf(member))) {
      const sharers = byKey.get(identifier.key);
      if (sharers) sharers.push({ member, identifier });
      else byKey.set(identifier.key, [{ member, identifier }]);
    }
  }
  const shared: { identifier: HardIdentifier; sharers: Sharer[] }[] = [];
  for (const sharers of byKey.values()) {
    if (sharers.length === 1) continue;
    sharers.sort((a, b) => byPrecedence(a.member, b.member));
    shared.push({ identifier: sharers[0]!.identifier, sharers });
  }
  return shared.sort((a, b) => {
    if (a.identifier.rank !== b.identifier.rank) return a.identifier.rank - b.identifier.rank;
    return a.identifier.key < b.identifier.key ? -1 : 1;
  });
}

/** Numbers of different countries are different numbers; one of unknown issuer may be either. */
function issuersMeet(a: HardIdentifier, b: HardIdentifier): boolean {
  return a.issuer === undefined || b.issuer === undefined || a.issuer === b.issuer;
}

function haveAgreeingNames(a: Facts, b: Facts): boolean {
  const [left, right] = [a, b].map((facts) => facts.names.map((name) => name.text));
  return namesAgree(left!, right!);
}

/** A publisher that gives two of its entries the same number still means two; that is no doubt of ours. */
function areOfOneList(a: Member, b: Member): boolean {
  return a.kind === 'entry' && b.kind === 'entry' && a.history.source === b.history.source;
}

/** Groups while they grow; each knows its members, so that a step is tested against the whole of both. */
class Clusters {
  readonly #members: readonly Member[];
  /** Of members that are not alone; most are. */
  readonly #groups = new Map<Member, readonly Member[]>();
  readonly #ofCasebook: ReadonlyMap<string, Member>;
  readonly #reasons = new Map<string, Pick<Merge, 'evidence' | 'reason'>>();
  readonly #doubts = new Map<string, { doubt: MergeDoubt; a: Member; b: Member }>();
  readonly #apart: ReadonlySet<string>;
  readonly #factsOf: (member: Member) => Facts;

  constructor(
    members: readonly Member[],
    keepApart: readonly (readonly [string, string])[],
    factsOf: (member: Member) => Facts,
  ) {
    this.#factsOf = factsOf;
    this.#members = members;
    this.#ofCasebook = new Map(
      members.filter(({ kind }) => kind === 'casebook').map((member) => [member.id, member]),
    );
    this.#apart = new Set(keepApart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  }

  casebookParty(id: PartyId): Member {
    return this.#ofCasebook.get(id)!;
  }

  #groupOf(member: Member): readonly Member[] {
    return this.#groups.get(member) ?? [member];
  }

  join(a: Member, b: Member, evidence: Merge['evidence'], reason: string, against: string | undefined): void {
    const left = this.#groupOf(a);
    const right = this.#groupOf(b);
    if (left.includes(b)) return;
    const conflict = against ?? this.#keptApart(left, right) ?? conflictBetween(left, right, this.#factsOf);
    if (conflict !== undefined) {
      if (areOfOneList(a, b)) return;
      const doubt = { a: a.id, b: b.id, evidence: reason, against: conflict };
      this.#doubts.set(`${a.id} ${b.id}`, { doubt, a, b });
      return;
    }
    for (const member of [a, b]) {
      const other = member === a ? b : a;
      if (!this.#reasons.has(member.id)) {
        this.#reasons.set(member.id, { evidence, reason: `${reason} (with ${other.id})` });
      }
    }
    const joined = [...left, ...right];
    for (const member of joined) this.#groups.set(member, joined);
  }

  #keptApart(left: readonly Member[], right: readonly Member[]): string | undefined {
    for (const a of left) {
      for (const b of right) if (this.#apart.has(`${a.id} ${b.id}`)) return 'the settings keep them apart';
    }
    return undefined;
  }

  result(): Merging {
    const clusters: Cluster[] = [];
    const merges: Merge[] = [];
    for (const group of new Set(this.#groups.values())) {
      const members = [...group].sort(byPrecedence);
      const id = members[0]!.id;
      clusters.push({ id, members });
      for (const member of members.slice(1)) {
        merges.push({ party: id, member: member.id, ...this.#reasons.get(member.id)! });
      }
    }
    for (const member of this.#members) {
      if (!this.#groups.has(member)) clusters.push({ id: member.id, members: [member] });
    }
    // What was doubtful at one step may have been settled by a stronger one.
    const doubts = [...this.#doubts.values()]
      .filter(({ a, b }) => !this.#groupOf(a).includes(b))
      .map(({ doubt }) => doubt);
    return {
      clusters: clusters.sort((a, b) => (a.id < b.id ? -1 : 1)),
      merges: merges.sort((a, b) => (a.member < b.member ? -1 : 1)),
      doubts: doubts.sort((a, b) => (`${a.a} ${a.b}` < `${b.a} ${b.b}` ? -1 : 1)),
    };
  }
}
