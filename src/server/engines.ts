import { type Engine, openEngine } from '../engine/index.ts';
import { type Day, Fault, parseDay } from '../model/index.ts';
import { indexBeside } from './readiness.ts';

/** Engines by the day of knowledge: the one of today, and those of past days as they are asked for. */
export interface Engines {
  /** The engine that knows what had been published by `known`; that of today where no day is given. */
  at(known?: Day): Promise<Engine>;
}

/** Past days that are held open at once; the longest unused is closed first. */
const heldDays = 3;

export function createEngines(latest: Engine): Engines {
  const past = new Map<Day, Promise<Engine>>();
  return {
    async at(known) {
      if (known === undefined || known === latest.known) return latest;
      if (known > latest.today)
        throw new Fault('AS_DAY', `Nothing is known yet on ${known}; today is ${latest.today}.`, {
          remedy: 'Give a day up to today for “known”.',
        });
      let engine = past.get(known);
      if (engine) {
        past.delete(known);
      } else {
        engine = open(latest, known);
        engine.catch(() => past.delete(known));
      }
      past.set(known, engine);
      if (past.size > heldDays) past.delete(past.keys().next().value!);
      return engine;
    },
  };
}

/** The day of knowledge of a question that comes as JSON, where it states one. Throws `AS_DAY`. */
export function knownDay(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : parseDay(text, { field: 'known' });
}

async function open(latest: Engine, known: Day): Promise<Engine> {
  const { home, today } = latest;
  // Bringing full lists together takes seconds: it is done beside, so that the service goes on answering.
  if (latest.versions.length > 0) await indexBeside({ home, today, known });
  return openEngine({ home, today, known, clock: () => latest.today });
}
