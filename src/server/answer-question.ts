import type { z } from 'zod';
import { type Engine, stamped, withNamesakes, worldUnder } from '../engine/index.ts';
import type { NamedQuestion } from '../exposure/index.ts';
import { type Day, Fault, parseDay } from '../model/index.ts';
import type { AskedQuestion, answerSchema } from './schemas/answer.ts';

/** Answers a question in the words of whoever asks. An unknown party never comes out as clear. */
export function answerQuestion(engine: Engine, asked: AskedQuestion): z.output<typeof answerSchema> {
  const { id: _id, known, assume, on: day, ...rest } = asked;
  // A question about what was known on a past day is about that day unless it says another.
  const on: Day =
    day === undefined && known === undefined ? engine.today : parseDay(day ?? known!, { field: 'on' });
  const world = worldUnder(engine, assume);
  // The schema of a question, which is wider, is checked where it is asked.
  const answer = withNamesakes(
    engine,
    world.askNamed({ ...rest, on } as NamedQuestion),
    asked.counterparty,
    on,
  );
  const found = asked.counterparty ? world.find(asked.counterparty) : undefined;
  const counterparty =
    found?.kind === 'one'
      ? { id: found.party, caption: engine.register.party(found.party)?.caption ?? found.party }
      : undefined;
  const named = new Set<string>([...answer.provisions, ...answer.considered].map(({ regime }) => regime));
  return {
    ...stamped(engine, answer, on),
    ...(counterparty ? { counterparty } : {}),
    regimes: Object.fromEntries([...named].sort().map((id) => [id, engine.regimeTitle(id)])),
  };
}

/** The same for one line of many: a fault becomes the answer of that line, and the rest goes on. */
export function answerLine(engine: Engine, asked: AskedQuestion, line: number): unknown {
  const id = asked.id ?? null;
  try {
    return { id, ...answerQuestion(engine, asked) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { id, error: { code: error.code, message: error.toString(), line } };
  }
}
