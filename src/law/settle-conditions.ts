import { type Condition, factKeys } from '../model/index.ts';
import { computedFacts } from './fact-names.ts';
import { factValue, judge, type Situation } from './fact-value.ts';
import { conflicting, unknown } from './stated-facts.ts';

/** A fact that was not stated, as it bears on one rule. */
export interface OpenFact {
  readonly fact: string;
  readonly question: string;
  /** How it was taken meanwhile; absent where the rule stays open. */
  readonly assumed?: { readonly met: boolean; readonly why: string };
  readonly conflict?: string;
}

export type Settled =
  | { readonly kind: 'met'; readonly open: readonly OpenFact[] }
  | { readonly kind: 'open'; readonly open: readonly OpenFact[] }
  | {
      readonly kind: 'failed';
      readonly because: string;
      readonly open: readonly OpenFact[];
      /** Nobody spoke of what the rule is about; not worth a mention. */
      readonly silent?: boolean;
    };

const nothing: readonly OpenFact[] = [];

/** Whether all conditions of a rule hold. A stated fact that fails one settles it, whatever else is missing. */
export function settleConditions(conditions: readonly Condition[], situation: Situation): Settled {
  if (conditions.length === 0) return { kind: 'met', open: nothing };
  const open: OpenFact[] = [];
  let undecided = false;
  let silent: string | undefined;
  let assumedNot: OpenFact | undefined;
  for (const condition of conditions) {
    const value = factValue(condition.fact, situation);
    if (value === undefined || value === unknown || value === conflicting) {
      if (condition.missing === 'met' && value === undefined) continue;
      if (condition.missing === 'not met') {
        silent ??= `nothing is stated of “${condition.fact}”`;
        continue;
      }
      const fact = openFact(condition, value, situation);
      if (fact.assumed && !fact.assumed.met) assumedNot ??= fact;
      else {
        open.push(fact);
        if (!fact.assumed) undecided = true;
      }
      continue;
    }
    const judged = judge(condition, value);
    if (judged === false)
      return { kind: 'failed', because: `“${condition.fact}” is “${value}”`, open: nothing };
    if (judged === true) continue;
    const taken = judged === 'assumed' ? { met: true, why: condition.why ?? 'It is taken so.' } : undefined;
    open.push({
      fact: condition.fact,
      question: `${questionOf(condition.fact)} (${value} leaves it open.)`,
      ...(taken ? { assumed: taken } : {}),
    });
    if (!taken) undecided = true;
  }
  if (silent !== undefined) return { kind: 'failed', because: silent, open: nothing, silent: true };
  if (assumedNot) {
    return { kind: 'failed', because: `nothing is stated of “${assumedNot.fact}”`, open: [assumedNot] };
  }
  return { kind: undecided ? 'open' : 'met', open };
}

function openFact(condition: Condition, value: string | undefined, situation: Situation): OpenFact {
  const question = questionOf(condition.fact);
  if (value === conflicting) {
    const said =
      situation.question.facts.conflicts.get(condition.fact) ?? 'the facts given contradict each other';
    return { fact: condition.fact, question: `Two values were stated: ${said}. ${question}`, conflict: said };
  }
  // Who says that a fact is unknown has looked; nothing is assumed for them.
  if (value === unknown || condition.missing === 'undetermined') return { fact: condition.fact, question };
  return {
    fact: condition.fact,
    question,
    assumed: { met: condition.missing === 'assume met', why: condition.why ?? 'Nothing else is stated.' },
  };
}

/** The question by which a missing fact is asked for. */
export function questionOf(fact: string): string {
  return factKeys.find(fact)?.ask ?? computedFacts.get(fact)?.ask ?? `What is the ${fact}?`;
}
