/** Many strings in two typed arrays; of each `every` strings that stand side by side it has the one at `first`. */
export interface PackedTexts {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly every: number;
  readonly first: number;
}

/** Where the string at `index` begins in the units. */
export function textStart({ starts, every, first }: PackedTexts, index: number): number {
  return starts[index * every + first]!;
}

/** Where it ends. */
export function textEnd({ starts, every, first }: PackedTexts, index: number): number {
  return starts[index * every + first + 1]!;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  let total = 0;
  const starts = new Uint32Array(texts.length + 1);
  for (let index = 0; index < texts.length; index++) {
    total += texts[index]!.length;
    starts[index + 1] = total;
  }
  const units = new Uint16Array(total);
  let at = 0;
  for (const text of texts) {
    for (let unit = 0; unit < text.length; unit++) units[at++] = text.charCodeAt(unit);
  }
  return { units, starts, every: 1, first: 0 };
}

/** Length of the string at `index`, in UTF-16 units. */
export function textLength(pool: PackedTexts, index: number): number {
  return textEnd(pool, index) - textStart(pool, index);
}

/** The string at `index`. */
export function textAt(pool: PackedTexts, index: number): string {
  const start = textStart(pool, index);
  const end = textEnd(pool, index);
  if (end - start <= 1024) {
    return String.fromCharCode.apply(null, pool.units.subarray(start, end) as unknown as number[]);
  }
  let text = '';
  for (let at = start; at < end; at += 1024) {
    text += String.fromCharCode.apply(
      null,
      pool.units.subarray(at, Math.min(end, at + 1024)) as unknown as number[],
    );
  }
  return text;
}

/** Whether the string at `index` is `text`, without making a string of it. */
export function isTextAt(pool: PackedTexts, index: number, text: string): boolean {
  const start = textStart(pool, index);
  if (textEnd(pool, index) - start !== text.length) return false;
  for (let unit = 0; unit < text.length; unit++) {
    if (pool.units[start + unit] !== text.charCodeAt(unit)) return false;
  }
  return true;
}
