/** What a table has under a key that others wrote; a plain `table[key]` answers to `constructor` and `toString` as well. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
