import { addDays, type Day, type Regime } from '../model/index.ts';
import { lawDaysOf } from './law-days.ts';
import type { Scenario } from './scenario.ts';

/**
 * The days on which the picture can change, ascending: the scenario's own, where assumptions begin and end, and where
 * the law's windows after an assumed listing do.
 */
export function keyDaysOf(scenario: Scenario, regimes: readonly Regime[] = []): { day: Day; what: string }[] {
  const what = new Map<Day, Set<string>>([[scenario.on, new Set(['the day rehearsed'])]]);
  const note = (day: Day, words: string) => {
    if (day < scenario.on) return;
    const known = what.get(day);
    if (known) known.add(words);
    else what.set(day, new Set([words]));
  };
  for (const { assumption, words } of scenario.assumptions) {
    if (assumption.from !== undefined) note(assumption.from, words);
    if ('until' in assumption && assumption.until !== undefined)
      note(
        addDays(assumption.until, 1),
        `${assumption.kind === 'licence' ? assumption.name : words} has ended`,
      );
  }
  const assumed = scenario.assumptions.map((one) => one.assumption);
  for (const { day, what: words } of lawDaysOf(assumed, regimes)) note(day, words);
  return [...what]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, words]) => ({ day, what: [...words].join('; ') }));
}
