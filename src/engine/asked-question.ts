import type { StandingsInBrief } from '../archive/index.ts';
import { readAssumptions, type World } from '../exposure/index.ts';
import type { Answer, Day } from '../model/index.ts';
import { type Engine, engineVersion } from './engine.ts';

/** The world under the assumptions of a question as they were given; equal assumptions share one. */
export function worldUnder(engine: Engine, assume: unknown): World {
  const plain = engine.world();
  const assumptions = readAssumptions(assume, {
    party: plain.resolve,
    hasRegime: (id) => plain.book.regime(id) !== undefined,
  });
  return assumptions.length === 0 ? plain : engine.world(assumptions);
}

/** An answer with what it takes to replay it. */
export interface StampedAnswer extends Answer {
  readonly on: Day;
  readonly known: Day;
  readonly register: string;
  readonly engine: string;
  readonly listStandings: StandingsInBrief;
}

export function stamped(engine: Engine, answer: Answer, on: Day): StampedAnswer {
  return {
    ...answer,
    on,
    known: engine.known,
    register: engine.register.hash,
    engine: engineVersion,
    listStandings: engine.listStandings(on),
  };
}
