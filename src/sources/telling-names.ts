import { withEachRecord } from './each-record.ts';
import { saysNothing } from './says-nothing.ts';
import type { Source } from './source.ts';

/**
 * The source with readers whose further names all say something: “None”, “n/a” or “-” in a field for aliases is no name,
 * and everybody called so would be found by it. What is thrown away is reported. A primary name is kept whatever it is:
 * the publisher lists a party under it.
 */
export function withTellingNames(source: Source): Source {
  return withEachRecord(source, (report) => (record) => {
    const empty = record.names.filter(({ text, kind }) => kind !== 'primary' && saysNothing(text));
    if (empty.length === 0 || empty.length === record.names.length) return record;
    for (const { text, kind } of empty) {
      report({
        code: 'AS_FIELD',
        message: `The ${kind} “${text}” of entry ${record.entry} says nothing; it is not taken as a name.`,
        ...record.position,
        lost: false,
      });
    }
    return { ...record, names: record.names.filter((name) => !empty.includes(name)) };
  });
}
