import { withEachRecord } from './each-record.ts';
import type { Source } from './source.ts';
import words from './tables/words-for-nothing.json' with { type: 'json' };

const inAnyCase = new Set(words.inAnyCase);
const asWritten = new Set(words.asWritten);

/**
 * The source with readers whose further names all say something: “None”, “n/a” or “-” in a field for aliases is no name,
 * and everybody called so would be found by it. What is thrown away is reported. A primary name is kept whatever it is:
 * the publisher lists a party under it.
 */
export function withTellingNames(source: Source): Source {
  return withEachRecord(source, (report) => (record) => {
    const saysNothing = record.names.filter(({ text, kind }) => kind !== 'primary' && isNothing(text));
    if (saysNothing.length === 0 || saysNothing.length === record.names.length) return record;
    for (const { text, kind } of saysNothing) {
      report({
        code: 'AS_FIELD',
        message: `The ${kind} “${text}” of entry ${record.entry} says nothing; it is not taken as a name.`,
        ...record.position,
        lost: false,
      });
    }
    return { ...record, names: record.names.filter((name) => !saysNothing.includes(name)) };
  });
}

/** Whether a text is what programs and clerks write for nothing, or has neither letter nor digit. */
function isNothing(text: string): boolean {
  return inAnyCase.has(text.toLowerCase()) || asWritten.has(text) || !/[\p{L}\p{N}]/u.test(text);
}
