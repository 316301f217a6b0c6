import type { Engine } from '../engine/index.ts';
import { heldPortfolios } from './held-portfolios.ts';
import { findIdentifier } from './search/find-identifier.ts';
import { findPartOfName } from './search/part-of-name.ts';

/** Opens and finds what the first questions need, one thing after another, so that requests get their turn between. */
export async function warmUp(engine: Engine): Promise<void> {
  const held = heldPortfolios(engine);
  const steps = [
    () => engine.names,
    () => findPartOfName(engine, 'first', 1),
    () => engine.world().find(''),
    () => findIdentifier(engine, 'none 0000'),
    // Makers and names of a portfolio are found once.
    ...engine.casebook.portfolios.map(
      ({ id }) =>
        () =>
          engine.touched(held.get(id).portfolio),
    ),
  ];
  for (const step of steps) {
    await new Promise((resolve) => setImmediate(resolve));
    step();
  }
}
