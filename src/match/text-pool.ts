/** Many strings in two typed arrays. */
export interface PackedTexts {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
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
  return { units, starts };
}

/** Length of the string at `index`, in UTF-16 units. */
export function textLength(pool: PackedTexts, index: number): number {
  return pool.starts[index + 1]! - pool.starts[index]!;
}

/** The string at `index`. */
export function textAt(pool: PackedTexts, index: number): string {
  const start = pool.starts[index]!;
  const end = pool.starts[index + 1]!;
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
  const start = pool.starts[index]!;
  if (pool.starts[index + 1]! - start !== text.length) return false;
  for (let unit = 0; unit < text.length; unit++) {
    if (pool.units[start + unit] !== text.charCodeAt(unit)) return false;
  }
  return true;
}
