import type { ReasonCode } from './reason.ts';
import type { Script } from './script.ts';

/** A word on its way to a token: in Latin letters or native, with its place and how it was written. */
export interface DraftWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly flags: number;
  readonly capitals: boolean;
  readonly dotted: boolean;
  readonly script: Script;
  readonly native?: string;
  readonly raw: string;
  /** Set where reading the script already told what the word is. */
  readonly group?: string;
}

/** Collects reasons without building their text twice. */
export type Note = (code: ReasonCode, detail: string) => void;
