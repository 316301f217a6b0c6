/**
 * Remembers the results of a pure function of one word. Names share few words (56,000 names have 34,000), so most
 * work is done once. Emptied when full: results never depend on what was asked before, only the time does.
 */
export function remember<Value>(limit: number, compute: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const value = compute(word);
    // Long words are rare and would only hold memory.
    if (word.length <= 64) {
      if (known.size >= limit) known.clear();
      known.set(word, value);
    }
    return value;
  };
}
