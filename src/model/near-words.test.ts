import { expect, it } from 'vitest';
import { nearWords } from './near-words.ts';

const lists = ['us-ofac-sdn', 'us-ofac-consolidated', 'un-sc', 'eu-fsf', 'us-bis-entity-list'];

it.each([
  ['us-ofac-snd', ['us-ofac-sdn']],
  ['US_OFAC_SDN', ['us-ofac-sdn']],
  ['sdn', ['us-ofac-sdn']],
  ['us-bis-entitylist', ['us-bis-entity-list']],
  ['eu-sff', ['eu-fsf']],
  ['something else altogether', []],
])('finds what %s may have been meant to be', (text, near) => {
  expect(nearWords(text, lists)).toEqual(near);
});

it('takes a text of any length', () => {
  expect(nearWords('x'.repeat(1e6), lists)).toEqual([]);
});
