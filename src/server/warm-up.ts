import { type Engine, prepareIdentifiers } from '../engine/index.ts';
import { heldPortfolios } from './held-portfolios.ts';
import { preparePartOfName } from './search/part-of-name.ts';

/** Opens and finds what the first questions need, in small steps, so that requests get their turn between. */
export async function warmUp(engine: Engine): Promise<void> {
  for (const _step of stepsOf(engine)) await new Promise((resolve) => setImmediate(resolve));
}

function* stepsOf(engine: Engine): Generator<void> {
  void engine.names;
  yield;
  yield* preparePartOfName(engine);
  yield* prepareIdentifiers(engine.register);
  const held = heldPortfolios(engine);
  // Makers and names of a portfolio are found once.
  for (const { id } of engine.casebook.portfolios) {
    engine.touched(held.get(id).portfolio);
    yield;
  }
  yield* engine.world().prepareNames();
}
