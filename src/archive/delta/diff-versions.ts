import type { PartySchema } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import type { VersionLine } from '../register/entry-history.ts';
import { matchRenumbered } from '../register/renumbered.ts';
import { type Change, compareRecords, primaryName } from './compare-records.ts';

/** What became of one entry between two versions of its list. */
export interface EntryDelta {
  readonly entry: string;
  readonly name: string;
  readonly schema: PartySchema;
  readonly regimes: readonly string[];
  readonly state: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
}

/**
 * What changed between two versions of a list, in order of state, name and id. Entries whose content is equal as text
 * are not parsed, so that comparing two large versions takes as long as reading them.
 */
export function diffVersions(before: Iterable<VersionLine>, after: Iterable<VersionLine>): EntryDelta[] {
  const old = new Map<string, VersionLine>();
  for (const line of before) old.set(line.entry, line);
  const added: VersionLine[] = [];
  const deltas: EntryDelta[] = [];
  for (const line of after) {
    const was = old.get(line.entry);
    old.delete(line.entry);
    if (!was) added.push(line);
    else if (was.content !== line.content) deltas.push(...changedEntry(was.record(), line.record()));
  }
  const heirs = matchRenumbered([...old.values()], added);
  for (const line of added) {
    const was = heirs.get(line);
    if (was) {
      old.delete(was.entry);
      deltas.push(...changedEntry(was.record(), line.record()));
    } else {
      deltas.push(entryDelta(line.record(), 'added', []));
    }
  }
  for (const line of old.values()) deltas.push(entryDelta(line.record(), 'removed', []));
  return deltas.sort(byStateAndName);
}

function changedEntry(before: SourceRecord, after: SourceRecord): EntryDelta[] {
  const changes = compareRecords(before, after);
  return changes.length === 0 ? [] : [entryDelta(after, 'changed', changes)];
}

function entryDelta(
  record: SourceRecord,
  state: EntryDelta['state'],
  changes: readonly Change[],
): EntryDelta {
  const programs = record.listings.flatMap((listing) => listing.programs).join(', ');
  const regimes = [...new Set(record.listings.map((listing) => listing.regime))].sort();
  const whole: Record<EntryDelta['state'], readonly Change[]> = {
    added: [{ kind: 'added', after: [primaryName(record), programs].filter(Boolean).join(' — ') }],
    removed: [{ kind: 'removed', before: [primaryName(record), programs].filter(Boolean).join(' — ') }],
    changed: changes,
  };
  return {
    entry: record.entry,
    name: primaryName(record),
    schema: record.schema,
    regimes,
    state,
    changes: whole[state],
  };
}

const order = ['added', 'removed', 'changed'];

function byStateAndName(a: EntryDelta, b: EntryDelta): number {
  if (a.state !== b.state) return order.indexOf(a.state) - order.indexOf(b.state);
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0;
}
