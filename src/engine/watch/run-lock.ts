import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../../archive/index.ts';
import { Fault } from '../../model/index.ts';

/**
 * Keeps two runs from watching on one home at the same time. The lock is the operating system's on a file, by way of
 * SQLite: it is gone when the process is, however it ended, so that no run finds a lock of the dead. Gives what frees it;
 * throws `AS_STORE` where another run has it.
 */
export function takeRunLock(folder: string): () => void {
  const file = join(folder, 'run.lock');
  let database: DatabaseSync | undefined;
  try {
    makeFolder(folder);
    database = new DatabaseSync(file);
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (cause) {
    database?.close();
    const isBusy = cause instanceof Error && /locked|busy/i.test(cause.message);
    throw new Fault('AS_STORE', isBusy ? 'Another run watches on this home.' : 'The lock cannot be taken.', {
      place: { file },
      remedy: isBusy
        ? 'Wait until it is done, or stop it; two at once would tell everything twice.'
        : 'Check who may write there, and whether the disk is full.',
      cause,
    });
  }
  const held = database;
  return () => held.close();
}
