import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameMatcher } from './matcher.ts';
import { NeighbourFinder } from './neighbourhood.ts';
import { readName } from './reader.ts';

/** Ordinary words near each other, names near each other, and what scripts, spellings and short forms make alike. */
const companies =
  'Regional Region Trading Training Trucking Electric Elektronik Elektron Sanat Santa Sanayi Shanghai Gomel Hotel Orange France ' +
  'Prince Princess Iraq Iran Fishing Shipping Committee Community International Internet Kometa Rosneft Rosnef Techno 7625';
const persons =
  'Nadir Nadira Julian Juliana Mohammad Muhamad Mahmoud Kovalchuk Kovaltchouk Sergey Serhii Hussain Husein Ali Aly Jamal Jamil ' +
  'Ivanov Ivanova Aleksandr Alexandra Misha Mikhail Tian Tan Zhou Kim Qaani Ghaani Wang';
const others = 'محمد حسين جمال Ковальчук Иванова 海康 Müller';
const words = `${companies} ${persons} ${others}`.split(' ');

const matcher = NameMatcher.of([
  ...companies.split(' ').map((name, at) => party(`c${at}`, 'company', `${name} Works`)),
  ...`${persons} ${others}`.split(' ').map((name, at) => party(`p${at}`, 'person', `${name} Petrosyan`)),
]);
const finder = new NeighbourFinder(matcher.index);

function party(id: string, kind: 'company' | 'person', text: string) {
  return { id, kind, names: [{ text, kind: 'primary' as const }] };
}

describe('the words like a word', () => {
  it('are those that comparing with every listed word gives, to the last bit', () => {
    const slip = fc.tuple(fc.constantFrom(...words), fc.nat(12), fc.constantFrom('', 'a', 'h', 'v', 'x'));
    const text = fc.oneof(
      fc.constantFrom(...words),
      slip.map(([word, at, letter]) => word.slice(0, at) + letter + word.slice(at + 1)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('company', 'person'), (name, kind) => {
        for (const form of readName(`${name} Ltd`, kind as 'company', 'query')) {
          for (const word of form.words)
            expect(finder.find(word, 0.62)).toEqual(finder.compareWithAll(word, 0.62));
        }
      }),
      { numRuns: 400 },
    );
  });
});
