const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Party ids as dense numbers. Ids are kept as UTF-8 bytes in one arena with an open-addressed table beside it, so that
 * millions of ids cost tens of bytes each and can be interned straight from a file's bytes without making strings.
 */
export class PartyTable {
  #arena: Uint8Array;
  /** End of each id in the arena; id n starts where n - 1 ends. */
  #ends: Uint32Array;
  /** Pairs (hash, number + 1); 0 marks an empty slot. Side by side, so that a probe touches one cache line. */
  #slots: Int32Array;
  #count: number;
  #scratch = new Uint8Array(256);

  constructor(expected = 16) {
    this.#arena = new Uint8Array(Math.max(64, expected * 12));
    this.#ends = new Uint32Array(Math.max(16, expected));
    this.#slots = new Int32Array(2 * slotsFor(expected));
    this.#count = 0;
  }

  /** A table over the parts that `parts` gave before; shares their memory. */
  static fromParts(arena: Uint8Array, ends: Uint32Array, slots: Int32Array): PartyTable {
    const table = new PartyTable(0);
    table.#arena = arena;
    table.#ends = ends;
    table.#slots = slots;
    table.#count = ends.length;
    return table;
  }

  /** What the table is made of, for the binary form. */
  parts(): { readonly arena: Uint8Array; readonly ends: Uint32Array; readonly slots: Int32Array } {
    const used = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    return {
      arena: this.#arena.subarray(0, used),
      ends: this.#ends.subarray(0, this.#count),
      slots: this.#slots,
    };
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the id, which is taken in where it is new. */
  intern(text: string): number {
    const length = this.#encode(text);
    return this.internBytes(this.#scratch, 0, length);
  }

  /** As `intern`, for the UTF-8 bytes from `start` to before `end`. */
  internBytes(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const slot = this.#probe(bytes, start, end, hash);
    const held = this.#slots[2 * slot + 1]!;
    if (held !== 0) return held - 1;
    return this.#add(bytes, start, end, hash, slot);
  }

  /** The number of the id, or -1. */
  find(text: string): number {
    const length = this.#encode(text);
    const hash = hashBytes(this.#scratch, 0, length);
    return this.#slots[2 * this.#probe(this.#scratch, 0, length, hash) + 1]! - 1;
  }

  /** The id with this number. */
  text(number: number): string {
    const start = number === 0 ? 0 : this.#ends[number - 1]!;
    return decoder.decode(this.#arena.subarray(start, this.#ends[number]));
  }

  #encode(text: string): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4);
    return encoder.encodeInto(text, this.#scratch).written;
  }

  /** The slot that holds these bytes, or the empty one where they belong. */
  #probe(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    for (;;) {
      const held = slots[2 * slot + 1]!;
      if (held === 0) return slot;
      if (slots[2 * slot] === hash && this.#same(held - 1, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #same(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = number === 0 ? 0 : this.#ends[number - 1]!;
    if (this.#ends[number]! - at !== end - start) return false;
    for (let index = start; index < end; index++) if (this.#arena[at++] !== bytes[index]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const number = this.#count;
    const at = number === 0 ? 0 : this.#ends[number - 1]!;
    const until = at + end - start;
    if (until > this.#arena.length) this.#arena = grown(this.#arena, Math.max(until, this.#arena.length * 2));
    if (number === this.#ends.length) {
      const ends = new Uint32Array(number * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    for (let index = start, to = at; index < end; index++) this.#arena[to++] = bytes[index]!;
    this.#ends[number] = until;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = number + 1;
    this.#count = number + 1;
    // Two thirds full at most: probes stay short.
    if (this.#count * 3 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length / 2 - 1;
    for (let index = 0; index < old.length; index += 2) {
      if (old[index + 1] === 0) continue;
      let slot = old[index]! & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = old[index]!;
      slots[2 * slot + 1] = old[index + 1]!;
    }
    this.#slots = slots;
  }
}

function slotsFor(expected: number): number {
  let slots = 16;
  while (slots * 2 < expected * 3) slots *= 2;
  return slots;
}

function grown(bytes: Uint8Array, length: number): Uint8Array {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

/** FNV-1a with a final mix, as the low bits choose the slot. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}
