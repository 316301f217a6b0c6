import { type Actor, actorOfWords } from '../model/index.ts';
import { splitList } from './shared-options.ts';

/** Who asks, in the words of `--as` and `--jurisdiction`, with commas between. */
export function actorOption(as: string, jurisdiction?: string): Actor {
  return actorOfWords(splitList(as), jurisdiction === undefined ? [] : splitList(jurisdiction));
}
