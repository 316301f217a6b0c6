import {
  type Archive,
  type OpenRegisterOptions,
  openArchive,
  openRegister,
  type RegisterToOpen,
  readListSettings,
  registerToOpen,
} from '../archive/index.ts';
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
  return openRegister(...asEveryCommand(options));
}

/** Which register `openHeldRegister` would give now, by its hash, and whether it would give it at once. */
export function heldRegister(options: Omit<HeldRegisterOptions, 'onBuild'>): RegisterToOpen {
  return registerToOpen(...asEveryCommand({ ...options, onBuild: () => {} }));
}

function asEveryCommand(options: HeldRegisterOptions): [Archive, OpenRegisterOptions] {
  const { home, today, casebook, known, lists, onBuild } = options;
  const settings = {
    today,
    casebook,
    casebookHash: casebook.hash,
    ...(known === undefined ? {} : { known }),
    ...(lists === undefined ? {} : { lists }),
    keepApart: readListSettings(home).keepApart,
    onBuild,
  };
  return [openArchive(home), settings];
}
