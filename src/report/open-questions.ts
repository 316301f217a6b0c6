import type { Rehearsal } from '../rehearsal/index.ts';

/** A question that, answered, would decide what is undecided now. */
export interface OpenQuestion {
  readonly kind: 'missing fact' | 'maker not settled';
  readonly question: string;
  /** Dealings or devices that wait for it. */
  readonly count: number;
  /** What the answer would change, or up to five assets it is about. */
  readonly about: readonly string[];
}

/** The questions that a rehearsal leaves open, those that decide most first. */
export function openQuestions({ undetermined, unsettled }: Rehearsal): OpenQuestion[] {
  const facts = new Map<string, { count: number; about: Set<string> }>();
  const makers = new Map<string, { count: number; about: Set<string> }>();
  const add = (groups: typeof facts, question: string, count: number, about: string) => {
    const group = groups.get(question) ?? { count: 0, about: new Set<string>() };
    group.count += count;
    group.about.add(about);
    groups.set(question, group);
  };
  for (const { unknowns } of undetermined)
    for (const { question, wouldChange } of unknowns) add(facts, question, 1, wouldChange);
  for (const { question, count, label } of unsettled) add(makers, question, count, label);
  const rows = (groups: typeof facts, kind: OpenQuestion['kind']) =>
    [...groups]
      .map(([question, { count, about }]) => ({
        kind,
        question,
        count,
        about: [...about].sort().slice(0, 5),
      }))
      .sort((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1));
  return [...rows(facts, 'missing fact'), ...rows(makers, 'maker not settled')];
}
