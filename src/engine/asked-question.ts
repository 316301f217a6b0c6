import type { StandingsInBrief } from '../archive/index.ts';
import { readAssumptions, type World } from '../exposure/index.ts';
import type { Answer, Day } from '../model/index.ts';
import type { Engine } from './engine.ts';
import { engineVersion } from './engine-version.ts';

/** The world under the assumptions of a question as they were given; equal assumptions share one. */
export function worldUnder(engine: Engine, assume: unknown): World {
  const plain = engine.world();
  const assumptions = readAssumptions(assume, {
    party: plain.resolve,
    hasRegime: (id) => plain.book.regime(id) !== undefined,
  });
  return assumptions.length === 0 ? plain : engine.world(assumptions);
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
