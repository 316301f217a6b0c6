import { withEachRecord } from './each-record.ts';
import type { Source } from './source.ts';

/**
 * The source with readers whose records have ids of their own: where a publisher gives an id twice, the later record is
 * kept under `id-2` and reported, so that neither takes the other's place.
 */
export function withDistinctEntries(source: Source): Source {
  return withEachRecord(source, (report) => {
    const counts = new Map<string, number>();
    return (record) => {
      const count = (counts.get(record.entry) ?? 0) + 1;
      counts.set(record.entry, count);
      if (count === 1) return record;
      const entry = `${record.entry}-${count}`;
      report({
        code: 'AS_ROW',
        message: `The entry ${record.entry} stands more than once; this one is kept as ${entry}.`,
        ...record.position,
        lost: false,
      });
      return { ...record, entry };
    };
  });
}
