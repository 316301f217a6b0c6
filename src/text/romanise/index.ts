import type { Script } from '../script.ts';

/** Forms of one word or name in Latin letters, the standard form first. First form of the module. */
export function romanise(text: string, _script: Script, _language?: string): string[] {
  return [text];
}
