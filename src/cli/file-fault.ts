import { Fault } from '../model/index.ts';

/** Turns a failing read into a fault that names the file. */
export async function* withFileFault<T>(items: AsyncIterable<T>, file: string): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (cause) {
    if (cause instanceof Fault || !(cause instanceof Error) || !('code' in cause)) throw cause;
    const missing = cause.code === 'ENOENT';
    throw new Fault(
      'AS_FILE_MISSING',
      missing ? 'There is no such file.' : `The file cannot be read (${String(cause.code)}).`,
      {
        place: { file },
        remedy: 'Check the path.',
        cause,
      },
    );
  }
}
