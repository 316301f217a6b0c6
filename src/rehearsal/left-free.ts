import type { Answer, Regime } from '../model/index.ts';

/** What the regimes in force leave free, each statement with the regime that it is about: `Section 889: It freezes no assets.` */
export function leftFree(answers: readonly Answer[], regimes: readonly Regime[]): string[] {
  const saying = new Map<string, Regime[]>();
  for (const regime of regimes)
    for (const { says } of regime.doesNotDo) saying.set(says, [...(saying.get(says) ?? []), regime]);
  const statements = new Set<string>();
  for (const answer of answers) {
    if (answer.notForbidden.length === 0) continue;
    const asked = new Set([...answer.provisions, ...answer.considered].map(({ regime }) => regime));
    for (const says of answer.notForbidden) {
      const about = (saying.get(says) ?? []).filter(({ id }) => asked.has(id));
      if (about.length === 0) statements.add(says);
      for (const { short } of about) statements.add(`${short}: ${says}`);
    }
  }
  return [...statements].sort();
}
