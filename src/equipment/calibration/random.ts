/** Random numbers that are the same for the same seed on every machine (mulberry32). */
export interface SeededRandom {
  /** From 0 up to but not including 1. */
  next(): number;
  chance(probability: number): boolean;
  whole(below: number): number;
  pick<T>(list: readonly T[]): T;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    chance: (probability) => next() < probability,
    whole,
    pick: (list) => list[whole(list.length)]!,
  };
}
