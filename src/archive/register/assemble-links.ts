import type { Link, PartyId } from '../../model/party.ts';
import type { RecordRelation } from '../../model/source-record.ts';
import { entryProvenance } from './assemble-party.ts';
import type { EntryHistory } from './entry-history.ts';
import { nameKey } from './name-key.ts';

/** Finds the party of a source's entry by the publisher's id. */
export type PartyOfEntry = (source: string, entry: string) => PartyId | undefined;

/**
 * Links that entries state of one another, and the casebook's own. A relation whose other end is given by name is a link
 * where one entry of the same list alone has that name; otherwise its text stays with the party's notes.
 */
export function assembleLinks(
  histories: readonly EntryHistory[],
  ofCasebook: readonly Link[],
  partyOf: PartyOfEntry,
): Link[] {
  const links = new Map<string, Link>(ofCasebook.map((link) => [link.id, link]));
  for (const [source, ofSource] of Map.groupBy(histories, (history) => history.source)) {
    const relating = ofSource.filter((history) => history.relates);
    const byName = namesOf(relating.length > 0 ? ofSource : []);
    for (const history of relating) {
      for (const relation of history.record().relations) {
        const other = otherEnd(source, relation, byName, partyOf);
        const own = partyOf(source, history.entry);
        if (other === undefined || own === undefined || other.party === own) continue;
        const link = linkOf(history, relation, own, other);
        if (!links.has(link.id)) links.set(link.id, link);
      }
    }
  }
  return [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface OtherEnd {
  readonly party: PartyId;
  readonly entry: string;
}

function otherEnd(
  source: string,
  relation: RecordRelation,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  partyOf: PartyOfEntry,
): OtherEnd | undefined {
  let entry = relation.otherEntry;
  if (entry === undefined && relation.otherName !== undefined) {
    const named = byName.get(nameKey(relation.otherName));
    if (named?.size === 1) [entry] = named;
  }
  const party = entry === undefined ? undefined : partyOf(source, entry);
  return party === undefined ? undefined : { party, entry: entry! };
}

/** Which entries bear a name; weak aliases do not count. */
function namesOf(histories: readonly EntryHistory[]): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>();
  for (const history of histories) {
    for (const name of history.record().names) {
      if (name.kind === 'weak alias') continue;
      const key = nameKey(name.text);
      const known = byName.get(key);
      if (known) known.add(history.entry);
      else byName.set(key, new Set([history.entry]));
    }
  }
  return byName;
}

function linkOf(history: EntryHistory, relation: RecordRelation, own: PartyId, other: OtherEnd): Link {
  const [owner, owned] = relation.end === 'owner' ? [own, other.party] : [other.party, own];
  return {
    id: `${history.source}:${history.entry}:${relation.kind}:${relation.end}:${other.entry}`,
    kind: relation.kind,
    owner,
    owned,
    ...(relation.kind === 'ownership' ? { share: null } : {}),
    ...(history.gone === undefined ? {} : { until: history.gone }),
    note: relation.text,
    provenance: entryProvenance(history, history.version),
  };
}
