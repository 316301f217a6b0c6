import { expect, it } from 'vitest';
import { loadCasebook } from '../casebook/index.ts';
import type { PartyId, RegimeId } from '../model/index.ts';
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

it('finds those about a regime, alone or beside others', () => {
  const claims = publishedAbout(['uk-ghr', 'us-ofac-sdn-glomag'] as RegimeId[], observations).map(
    ({ claim }) => claim,
  );
  expect(claims).toContain('Month of the joint action with the EU, Canada and the UK');
  expect(claims).toContain('Uses of Global Magnitsky over Xinjiang since July 2020');
});
