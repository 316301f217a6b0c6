/** A list of unsigned 32-bit numbers that grows; far smaller than an array of numbers. */
export class GrowingNumbers {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  /** What was pushed; a view, valid until the next push. */
  toArray(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** The same for bytes. */
export class GrowingBytes {
  #values = new Uint8Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** What was pushed; a view, valid until the next push. */
  toArray(): Uint8Array {
    return this.#values.subarray(0, this.length);
  }
}
