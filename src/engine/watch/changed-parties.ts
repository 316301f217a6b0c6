import type { EntryDelta, ListSince } from '../../archive/index.ts';
import type { Day, Link, Party, PartyId, RegisterView } from '../../model/index.ts';
import { mayMatter } from './legal-changes.ts';

/** An entry of a list that changed in a way that may matter. */
export interface ChangedEntry {
  readonly list: ListSince;
  readonly entry: EntryDelta;
  /** The party that the entry is about. */
  readonly party: PartyId;
}

/** Whom changed entries are about, or reach. */
export interface ChangedParty {
  readonly party: Party;
  readonly entries: readonly ChangedEntry[];
  /** Where the entries are about somebody else: how this party hangs together with them, from them downward. */
  readonly through: readonly string[];
}

export interface ChangedParties {
  readonly parties: ReadonlyMap<PartyId, readonly ChangedParty[]>;
  readonly entries: readonly ChangedEntry[];
  /** Entries without a party in the register, which therefore nobody was asked about: none, or something is wrong. */
  readonly unknown: readonly { readonly list: string; readonly entry: string; readonly name: string }[];
}

/** Gathers the parties that changed entries are about, and those that hang on them by ownership or control on a day. */
export function changedParties(lists: readonly ListSince[], register: RegisterView, on: Day): ChangedParties {
  const entries: ChangedEntry[] = [];
  const unknown: ChangedParties['unknown'][number][] = [];
  for (const list of lists) {
    for (const entry of list.entries) {
      if (!mayMatter(entry)) continue;
      const party = register.resolve(`${list.source}:${entry.entry}`);
      if (party === undefined) unknown.push({ list: list.source, entry: entry.entry, name: entry.name });
      else entries.push({ list, entry, party });
    }
  }
  const parties = new Map<PartyId, ChangedParty[]>();
  const add = (id: PartyId, changed: readonly ChangedEntry[], through: readonly string[]): void => {
    const party = register.party(id);
    if (!party) return;
    const known = parties.get(party.id);
    if (known) known.push({ party, entries: changed, through });
    else parties.set(party.id, [{ party, entries: changed, through }]);
  };
  for (const [id, changed] of Map.groupBy(entries, ({ party }) => party)) {
    add(id, changed, []);
    // Somebody's listing reaches whom it owns; a spelling of its name does not.
    const reaching = changed.filter(({ entry }) => reaches(entry));
    if (reaching.length === 0) continue;
    for (const [below, through] of hangingOn(id, register, on)) add(below, reaching, through);
  }
  return { parties, entries, unknown };
}

const reachingKinds = /^(added|removed|regime|programme|dates|requirement|policy)/;

function reaches({ changes }: EntryDelta): boolean {
  return changes.some(({ kind }) => reachingKinds.test(kind));
}

const downward: ReadonlySet<Link['kind']> = new Set(['ownership', 'control', 'subsidiary', 'affiliate']);
/** Ownership tests look through chains; longer ones, and greater groups, are for `owners` to show. */
const deepest = 5;
const most = 1_000;

/** The parties below one in the ownership graph as it stood on a day, each with the shortest way in words. */
function hangingOn(id: PartyId, register: RegisterView, on: Day): Map<PartyId, string[]> {
  const found = new Map<PartyId, string[]>();
  let layer: [PartyId, string[]][] = [[id, []]];
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    const next: [PartyId, string[]][] = [];
    for (const [owner, way] of layer) {
      for (const link of register.linksOf(owner)) {
        if (!downward.has(link.kind) || register.resolve(link.owner) !== owner) continue;
        if ((link.from && link.from > on) || (link.until && link.until < on)) continue;
        const owned = register.resolve(link.owned);
        if (owned === undefined || owned === id || found.has(owned) || found.size >= most) continue;
        const steps = [...way, stepInWords(link, register)];
        found.set(owned, steps);
        next.push([owned, steps]);
      }
    }
    layer = next;
  }
  return found;
}

function stepInWords(link: Link, register: RegisterView): string {
  const caption = (party: PartyId): string => register.party(party)?.caption ?? party;
  const until = link.until === undefined ? '' : `, until ${link.until}`;
  return `${caption(link.owned)}: ${link.kind} of ${caption(link.owner)}${until} (${link.provenance.source})`;
}
