import { describe, expect, it } from 'vitest';
import { listedParties } from './listed-parties.fixture.ts';
import { jaroWinkler, OfacLikeMatcher, soundex } from './ofac-like.ts';

describe('the imitation of the rule that OFAC publishes', () => {
  it.each([
    ['robert', 'r163'],
    ['rupert', 'r163'],
    ['tymczak', 't522'],
    ['pfister', 'p236'],
    ['honeyman', 'h555'],
    ['大华', ''],
  ])('gives %s the Soundex %s', (word, code) => expect(soundex(word)).toBe(code));

  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['abc', 'xyz', 0],
  ])('compares %s and %s by Jaro-Winkler', (a, b, score) => expect(jaroWinkler(a, b)).toBeCloseTo(score, 3));

  it('finds a name in another order and misses it in another script', () => {
    const matcher = new OfacLikeMatcher(listedParties);
    expect(matcher.hits('Yanxiong Zheng', 'person', 0.85)[0]?.partyId).toBe('zheng');
    expect(matcher.hits('郑雁雄', 'person', 0.85)).toEqual([]);
  });
});
