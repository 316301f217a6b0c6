import { Fault } from '../model/fault.ts';

/** What the system says where a path, a right or room is missing. */
const refusals = new Set([
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EISDIR',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/**
 * What the operating system refused, as a fault: a full disk or a folder without the right to write is no defect of the
 * program. Nothing for other errors.
 */
export function systemRefusal(error: unknown): Fault | undefined {
  if (!(error instanceof Error) || !('code' in error) || !refusals.has(String(error.code))) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? { file: error.path } : {};
  const what = 'syscall' in error && typeof error.syscall === 'string' ? ` “${error.syscall}”` : '';
  return new Fault('AS_FILE_MISSING', `The system refused${what} (${String(error.code)}).`, {
    place: path,
    remedy: 'Check the path, who may read and write there, and whether the disk is full.',
    cause: error,
  });
}
