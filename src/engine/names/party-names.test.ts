import { describe, expect, it } from 'vitest';
import { NameMatcher } from '../../match/index.ts';
import type { Party, PartyId, PartySchema } from '../../model/index.ts';
import { listedParties } from './listed-parties.ts';
import { openPartyNames } from './party-names.ts';

function party(id: string, schema: PartySchema, caption: string): Party {
  return {
    id: id as PartyId,
    schema,
    caption,
    names: [{ text: caption, kind: 'primary' }],
    identifiers: [{ kind: 'passport', value: `P-${id}` }],
    countries: [],
    addresses: [],
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    notes: [],
    provenance: [],
  };
}

const parties = [
  party('open', 'LegalEntity', 'Aleksandr Petrovitj BARSUKOV'),
  party('person', 'Person', 'Aleksandr Petrovich Barsukov'),
  party('firm', 'Organization', 'Barsukov Aleksandr Petrovich LLC'),
];
const names = openPartyNames(NameMatcher.index([...listedParties(parties)]).buffer);
const found = (text: string, kind?: 'person' | 'company' | 'vessel' | 'aircraft') =>
  names.search({ names: [text], ...(kind ? { kind } : {}) }).map(({ id }) => id);

describe('the names of a register', () => {
  it.each(['person', 'company', 'vessel', 'aircraft'] as const)(
    'find a party whose kind no source states when a %s is sought',
    (kind) => {
      expect(found('Aleksandr Petrovitj BARSUKOV', kind)).toContain('open');
    },
  );

  it('read it as a person where one is sought', () => {
    expect(found('BARSUKOV, Aleksandr Petrovitj', 'person')).toContain('open');
  });

  it('find no organisation where a person is sought, and no person where an organisation is', () => {
    expect(found('Aleksandr Petrovich Barsukov', 'person')).not.toContain('firm');
    expect(found('Aleksandr Petrovich Barsukov', 'company')).not.toContain('person');
  });

  it('find each party once, as the best of its kinds, also by an identifier', () => {
    const ids = found('Aleksandr Petrovitj BARSUKOV');
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids[0]).toBe('open');
    const byNumber = names.search({
      names: ['Nobody'],
      identifiers: [{ kind: 'passport', value: 'P-open' }],
    });
    expect(byNumber.map(({ id }) => id)).toEqual(['open']);
    const two = names.search('Aleksandr Petrovitj BARSUKOV', { limit: 2 });
    expect(new Set(two.map(({ id }) => id)).size).toBe(2);
  });
});
