import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap close to what is in use, for commands that work through far more than they hold: V8 otherwise lets it
 * grow to several times that before it looks for what is not needed any more. Taking in all lists of `bench/archive.ts`
 * and building their register peaks at 391 MB instead of 606, for 5 % more processor time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}
