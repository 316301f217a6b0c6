import { expect, it } from 'vitest';
import { loadCasebook } from '../casebook/index.ts';
import type { PartyId } from '../model/index.ts';
import { publishedAbout } from './published-about.ts';

const { observations } = loadCasebook();

it.each(['hikvision', 'dahua'])('finds the figures that count %s together with others', (party) => {
  const ids = publishedAbout([party as PartyId], observations).map(({ id }) => id);
  expect(ids).toContain('comparitech-01');
  expect(new Set(ids).size).toBe(ids.length);
});

it('finds each figure once, in the order of the casebook, and none of others', () => {
  const both = publishedAbout(['dahua', 'hikvision'] as PartyId[], observations);
  expect(both).toEqual(observations.filter((one) => /\b(hikvision|dahua)(;|$)/.test(one.subject)));
  expect(publishedAbout(['hik' as PartyId], observations)).toEqual([]);
});
