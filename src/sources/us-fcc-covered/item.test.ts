import { expect, it } from 'vitest';
import { readItem } from './item.ts';

it.each([
  [
    'Video surveillance and telecommunications equipment produced by Hangzhou Hikvision Digital Technology Company, to the extent it is used for the purpose of public safety, security of government facilities, including telecommunications or video surveillance services provided by such entity or using such equipment.',
    ['Hangzhou Hikvision Digital Technology Company'],
    'Video surveillance and telecommunications equipment',
    'public safety, security of government facilities',
  ],
  [
    'Information security products, solutions, and services supplied, directly or indirectly, by AO Kaspersky Lab or any of its predecessors, successors, parents, subsidiaries, or affiliates.',
    ['AO Kaspersky Lab'],
    'Information security products, solutions, and services',
    undefined,
  ],
  [
    'International telecommunications services provided by Pacific Networks Corp and its wholly-owned subsidiary ComNet (USA) LLC subject to section 214 of the Communications Act of 1934.',
    ['Pacific Networks Corp', 'ComNet (USA) LLC'],
    'International telecommunications services',
    undefined,
  ],
  [
    'Routers ^ produced in a foreign country, except routers which have been granted a Conditional Approval by DoW or DHS.',
    [],
    'Routers ^ produced in a foreign country',
    undefined,
  ],
])('reads %j', (text, names, category, purpose) => {
  const item = readItem(text);
  expect([item.names, item.category, item.purpose]).toEqual([names, category, purpose]);
});
