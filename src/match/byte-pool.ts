import { GrowingBytes, GrowingNumbers } from './growing.ts';

/**
 * Many strings in one array of bytes: each UTF-16 unit by itself as UTF-8 writes it, so that any string comes back
 * as it was. Half the size of units for names in Latin letters.
 */
export interface PackedBytes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Takes in strings one by one, without keeping them. */
export class ByteTexts {
  readonly #bytes = new GrowingBytes();
  readonly #starts = new GrowingNumbers();

  constructor() {
    this.#starts.push(0);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  push(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) this.#bytes.push(unit);
      else if (unit < 0x800) {
        this.#bytes.push(0xc0 | (unit >> 6));
        this.#bytes.push(0x80 | (unit & 0x3f));
      } else {
        this.#bytes.push(0xe0 | (unit >> 12));
        this.#bytes.push(0x80 | ((unit >> 6) & 0x3f));
        this.#bytes.push(0x80 | (unit & 0x3f));
      }
    }
    this.#starts.push(this.#bytes.length);
  }

  packed(): PackedBytes {
    return { bytes: this.#bytes.toArray(), starts: this.#starts.toArray() };
  }
}

/** The string at `index`. */
export function byteTextAt({ bytes, starts }: PackedBytes, index: number): string {
  const end = starts[index + 1]!;
  let text = '';
  for (let at = starts[index]!; at < end; ) {
    const first = bytes[at++]!;
    let unit = first;
    if (first >= 0xe0) unit = ((first & 0x0f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f);
    else if (first >= 0xc0) unit = ((first & 0x1f) << 6) | (bytes[at++]! & 0x3f);
    text += String.fromCharCode(unit);
  }
  return text;
}
