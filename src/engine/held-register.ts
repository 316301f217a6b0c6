import { openArchive, openRegister, readListSettings } from '../archive/index.ts';
import type { Casebook } from '../casebook/index.ts';
import type { Day, RegisterView } from '../model/index.ts';

export interface HeldRegisterOptions {
  readonly home: string;
  readonly today: Day;
  readonly casebook: Casebook;
  readonly known?: Day | undefined;
  readonly lists?: readonly string[] | undefined;
  /** Told where the lists have to be brought together first, which takes seconds. */
  readonly onBuild: () => void;
}

/**
 * The register of the lists under a home folder, as every command opens it: the same settings give the same hash, so that
 * what one has built the others find.
 */
export function openHeldRegister(options: HeldRegisterOptions): RegisterView {
  const { home, today, casebook, known, lists, onBuild } = options;
  return openRegister(openArchive(home), {
    today,
    casebook,
    casebookHash: casebook.hash,
    ...(known === undefined ? {} : { known }),
    ...(lists === undefined ? {} : { lists }),
    keepApart: readListSettings(home).keepApart,
    onBuild,
  });
}
