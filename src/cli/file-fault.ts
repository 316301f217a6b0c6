import { unreadable } from '../engine/files.ts';

/** Turns a failing read into a fault that names the file. */
export async function* withFileFault<T>(items: AsyncIterable<T>, file: string): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}
