import type { Day } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import type { PartyId } from '../model/party.ts';
import type { OwnershipGraph } from './graph.ts';
import { type OwnershipTest, periodOn } from './ownership-test.ts';
import { questionOnDay } from './question-on-day.ts';
import { type EvaluateOptions, Verdicts } from './verdicts.ts';

/**
 * What `test` says on the day `on` of every party of the graph, where `listed` are the persons on the regime's lists.
 *
 *     const verdicts = evaluate(graph, test, new Set([x]), parseDay('2022-06-01'));
 *     verdicts.verdict(a).result; // 'caught'
 *
 * Throws `AS_CASEBOOK` where the test's data has no period for the day.
 */
export function evaluate(
  graph: OwnershipGraph,
  test: OwnershipTest,
  listed: ReadonlySet<PartyId>,
  on: Day,
  options: EvaluateOptions = {},
): Verdicts {
  const period = periodOn(test, on);
  if (!period) {
    throw new Fault('AS_CASEBOOK', `The data of the test ${test.id} says nothing about ${on}.`, {
      remedy: 'Add a period to the ownership tests of the casebook.',
    });
  }
  return new Verdicts(questionOnDay(graph, test, period, on), listed, options);
}
