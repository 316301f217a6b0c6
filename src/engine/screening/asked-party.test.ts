import { describe, expect, it } from 'vitest';
import { askedParty, type UnreadValue } from './asked-party.ts';

function asked(properties: Record<string, unknown>) {
  const unread: UnreadValue[] = [];
  const query = askedParty({ name: 'Vladimir Putin', ...properties }, (value) => unread.push(value));
  return { countries: query?.countries, birthDates: query?.birthDates, unread };
}

describe('a party as a file or a request describes it', () => {
  it.each(['ru', 'RU', 'RUS', 'rus', 'Russia', 'Russian Federation', 'RUSSIA'])(
    'is of Russia: %s',
    (country) => {
      expect(asked({ country })).toEqual({ countries: ['ru'], birthDates: [], unread: [] });
    },
  );

  it.each([
    ['1952', ['1952']],
    ['1952-10', ['1952-10']],
    ['1952-10-07', ['1952-10-07']],
    ['1952-10-07T00:00:00Z', ['1952-10-07']],
    ['1952/10/7', ['1952-10-07']],
    ['19521007', ['1952-10-07']],
    ['7 October 1952', ['1952-10-07']],
    ['07 Oct 1952', ['1952-10-07']],
    ['October 1952', ['1952-10']],
    ['25.10.1952', ['1952-10-25']],
    ['10/25/1952', ['1952-10-25']],
    ['07/10/1952', ['1952-10-07', '1952-07-10']],
    ['circa 1952', ['1952']],
    ['1951 to 1953', ['1951', '1953']],
  ])('was born: %s', (birthDate, birthDates) => {
    expect(asked({ birthDate })).toEqual({ countries: [], birthDates, unread: [] });
  });

  it('is contradicted by nothing that cannot be read, which is named', () => {
    expect(asked({ country: ['zz', 'Atlantis', 'cn'], birthDate: '1952-13-45' })).toEqual({
      countries: ['cn'],
      birthDates: [],
      unread: [
        { property: 'country', value: 'zz' },
        { property: 'country', value: 'atlantis' },
        { property: 'birthDate', value: '1952-13-45' },
      ],
    });
  });

  it('is nobody without a name', () => {
    expect(askedParty({ country: 'ru' })).toBeUndefined();
  });
});
