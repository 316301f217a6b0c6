import type { PartyId } from '../../model/party.ts';
import type { Merge, MergeDoubt } from '../../model/register.ts';
import type { NameEvidence } from './casebook-names.ts';
import { type HardIdentifier, hardIdentifiers } from './hard-identifiers.ts';
import { byPrecedence, factsOf, type Member } from './member.ts';
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
  namedInCasebook: (member: Member) => NameEvidence | undefined,
  keepApart: readonly (readonly [string, string])[],
): Merging {
  const clusters = new Clusters(members, keepApart);
  for (const { identifier, sharers } of sharedIdentifiers(members)) {
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
        const against =
          identifier.decisive || haveAgreeingNames(a.member, b.member) ? undefined : 'their names differ';
        clusters.join(a.member, b.member, evidence, `both have ${value}`, against);
      }
    }
  }
  for (const member of [...members].sort(byPrecedence)) {
    const named = namedInCasebook(member);
    if (named)
      clusters.join(clusters.memberOf(named.party), member, 'casebook name', named.reason, undefined);
  }
  return clusters.result();
}

interface Sharer {
  readonly member: Member;
  readonly identifier: HardIdentifier;
}

/** Identifiers that two or more members have, strongest first, and who has them. */
function sharedIdentifiers(members: readonly Member[]): { identifier: HardIdentifier; sharers: Sharer[] }[] {
  // Almost every identifier has one bearer; counting first keeps only those that matter.
  const bearers = new Map<string, number>();
  for (const member of members) {
    for (const { key } of hardIdentifiers(member)) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  }
  const byKey = new Map<string, Sharer[]>();
  for (const member of members) {
    for (const identifier of hardIdentifiers(member)) {
      if (bearers.get(identifier.key) === 1) continue;
      const sharers = byKey.get(identifier.key);
      if (sharers) sharers.push({ member, identifier });
      else byKey.set(identifier.key, [{ member, identifier }]);
    }
  }
  const shared: { identifier: HardIdentifier; sharers: Sharer[] }[] = [];
  for (const sharers of byKey.values()) {
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

function haveAgreeingNames(a: Member, b: Member): boolean {
  const [left, right] = [a, b].map((member) => factsOf(member).names.map((name) => name.text));
  return namesAgree(left!, right!);
}

/** A publisher that gives two of its entries the same number still means two; that is no doubt of ours. */
function areOfOneList(a: Member, b: Member): boolean {
  return a.kind === 'entry' && b.kind === 'entry' && a.history.source === b.history.source;
}

/** Groups while they grow; each knows its members, so that a step is tested against the whole of both. */
class Clusters {
  readonly #groups = new Map<string, Member[]>();
  readonly #byId = new Map<string, Member>();
  readonly #reasons = new Map<string, Pick<Merge, 'evidence' | 'reason'>>();
  readonly #doubts = new Map<string, MergeDoubt>();
  readonly #apart: ReadonlySet<string>;

  constructor(members: readonly Member[], keepApart: readonly (readonly [string, string])[]) {
    for (const member of members) {
      this.#groups.set(member.id, [member]);
      this.#byId.set(member.id, member);
    }
    this.#apart = new Set(keepApart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  }

  memberOf(id: string): Member {
    return this.#byId.get(id)!;
  }

  join(a: Member, b: Member, evidence: Merge['evidence'], reason: string, against: string | undefined): void {
    const left = this.#groups.get(a.id)!;
    const right = this.#groups.get(b.id)!;
    if (left === right) return;
    const conflict = against ?? this.#keptApart(left, right) ?? conflictBetween(left, right);
    if (conflict !== undefined) {
      if (areOfOneList(a, b)) return;
      this.#doubts.set(`${a.id} ${b.id}`, { a: a.id, b: b.id, evidence: reason, against: conflict });
      return;
    }
    for (const member of [a, b]) {
      const other = member === a ? b : a;
      if (!this.#reasons.has(member.id)) {
        this.#reasons.set(member.id, { evidence, reason: `${reason} (with ${other.id})` });
      }
    }
    const joined = [...left, ...right];
    for (const member of joined) this.#groups.set(member.id, joined);
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
    // What was doubtful at one step may have been settled by a stronger one.
    const doubts = [...this.#doubts.values()].filter(
      ({ a, b }) => this.#groups.get(a) !== this.#groups.get(b),
    );
    return {
      clusters: clusters.sort((a, b) => (a.id < b.id ? -1 : 1)),
      merges: merges.sort((a, b) => (a.member < b.member ? -1 : 1)),
      doubts: doubts.sort((a, b) => (`${a.a} ${a.b}` < `${b.a} ${b.b}` ? -1 : 1)),
    };
  }
}
