/**
 * Sees to it that no host is asked for two things at once, however many lists are fetched side by side: publishers' servers
 * are shared by everybody, and some lock out who asks too much.
 */
export class HostTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits until the host is free, and takes it; what is given back frees it again, once or more often. */
  async take(host: string): Promise<() => void> {
    const before = this.#last.get(host);
    let free = () => {};
    const mine = new Promise<void>((resolve) => {
      free = resolve;
    });
    this.#last.set(host, mine);
    await before;
    return () => {
      if (this.#last.get(host) === mine) this.#last.delete(host);
      free();
    };
  }
}

/** Runs `work` on every item, at most `most` at a time, and gives the results in the order of the items. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return results;
}
