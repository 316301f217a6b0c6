import { byText, confidences } from '../../model/index.ts';
import type { ExaminedThing } from './examine.ts';

/** Things of the same description, producer and rule, in one row. */
export function groupThings(
  things: readonly ExaminedThing[],
): { first: ExaminedThing; count: number; sites: number }[] {
  const groups = new Map<string, { first: ExaminedThing; count: number; places: Set<string> }>();
  for (const thing of things) {
    const key = JSON.stringify([
      thing.question,
      thing.label.toLowerCase(),
      thing.producer,
      thing.confidence,
      thing.provision?.provision,
      thing.because,
      thing.provision?.because,
      thing.stated,
      thing.outcome === 'open' ? thing.settle : '',
    ]);
    const group = groups.get(key) ?? { first: thing, count: 0, places: new Set<string>() };
    group.count += thing.count;
    if (thing.site !== undefined) group.places.add(thing.site);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ first, count, places }) => ({ first, count, sites: places.size }))
    .sort(
      (a, b) =>
        byText(a.first.question, b.first.question) ||
        confidences.indexOf(a.first.confidence) - confidences.indexOf(b.first.confidence) ||
        b.count - a.count ||
        byText(a.first.label, b.first.label) ||
        byText(a.first.asset.id, b.first.asset.id),
    );
}
