import type { StandingsInBrief } from '../archive/index.ts';
import { readAssumptions, type World } from '../exposure/index.ts';
import type { Answer, Day } from '../model/index.ts';
import type { Engine } from './engine.ts';
import { engineVersion } from './engine-version.ts';
import { type Namesake, namesakesOf } from './namesakes.ts';

/** The world under the assumptions of a question as they were given; equal assumptions share one. */
export function worldUnder(engine: Engine, assume: unknown): World {
  const plain = engine.world();
  const assumptions = readAssumptions(assume, {
    party: plain.resolve,
    hasRegime: (id) => plain.book.regime(id) !== undefined,
  });
  return assumptions.length === 0 ? plain : engine.world(assumptions);
}

/**
 * The answer with those who are listed under the name asked, that of the party found, or one like them, where there are any. A name that is whole on one
 * list finds that entry alone, and what it leaves free another entry of the same party may bar. Where the dealing is blocked
 * anyway nothing is added.
 */
export function withNamesakes(
  engine: Pick<Engine, 'register' | 'names' | 'regimeTitle' | 'world'>,
  answer: Answer,
  asked: string | null | undefined,
  on: Day,
): Answer & { readonly namesakes?: readonly Namesake[] } {
  const name = asked?.trim() ?? '';
  const found = name === '' ? undefined : engine.world().find(name);
  if (found?.kind !== 'one' || answer.effect === 'blocked') return answer;
  const id = found.party;
  const isId = engine.register.resolve(name) === id;
  const namesakes = namesakesOf(engine, id, on, isId ? undefined : name);
  return namesakes.length === 0 ? answer : { ...answer, namesakes };
}

/** What it takes to replay an answer: its two days, what it rests on, and who gave it. */
export interface Stamp {
  readonly on: Day;
  readonly known: Day;
  readonly register: string;
  readonly engine: string;
  readonly listStandings: StandingsInBrief;
}

export type StampedAnswer = Answer & Stamp;

export function stamped<Given extends object>(engine: Engine, answer: Given, on: Day): Given & Stamp {
  return {
    ...answer,
    on,
    known: engine.known,
    register: engine.register.hash,
    engine: engineVersion,
    listStandings: engine.listStandings(on),
  };
}
