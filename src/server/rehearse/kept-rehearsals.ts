import type { Engine } from '../../engine/index.ts';
import type { Portfolio } from '../../model/index.ts';
import type { Rehearsal, Scenario } from '../../rehearsal/index.ts';

/** Rehearsals kept for each portfolio; the longest unused is forgotten first. */
const kept = 16;

/**
 * Rehearsals by portfolio and scenario, so that going back to an assumption, and the files of what is on view, cost
 * nothing. A rehearsal depends on nothing else: the engine and the portfolio do not change.
 */
export class KeptRehearsals {
  readonly #engine: Engine;
  readonly #byPortfolio = new WeakMap<Portfolio, Map<string, Rehearsal>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One portfolio after another; other requests get their turn between them. */
  async all(
    scenario: Scenario,
    portfolios: readonly Portfolio[],
    options: { readonly withoutSensitivity: boolean },
  ): Promise<Rehearsal[]> {
    const rehearsals: Rehearsal[] = [];
    for (const portfolio of portfolios) {
      if (rehearsals.length > 0) await new Promise((resolve) => setImmediate(resolve));
      rehearsals.push(this.#one(scenario, portfolio, options.withoutSensitivity));
    }
    return rehearsals;
  }

  #one(scenario: Scenario, portfolio: Portfolio, withoutSensitivity: boolean): Rehearsal {
    let known = this.#byPortfolio.get(portfolio);
    if (!known) {
      known = new Map();
      this.#byPortfolio.set(portfolio, known);
    }
    const text = JSON.stringify(scenario);
    const whole = `whole ${text}`;
    const key = withoutSensitivity && !known.has(whole) ? `brief ${text}` : whole;
    const rehearsal = known.get(key) ?? this.#engine.rehearse(scenario, portfolio, { withoutSensitivity });
    known.delete(key);
    known.set(key, rehearsal);
    if (known.size > kept) known.delete(known.keys().next().value!);
    return rehearsal;
  }
}
