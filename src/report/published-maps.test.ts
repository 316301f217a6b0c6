import { describe, expect, it } from 'vitest';
import { loadCasebook } from '../casebook/index.ts';
import type { Observation } from '../model/index.ts';
import { countryOfPlace, publishedMaps } from './published-maps.ts';
import { publishedSection } from './sections/published.ts';
import unitTable from './tables/mapped-units.json' with { type: 'json' };
import placeTable from './tables/observation-places.json' with { type: 'json' };

const { observations } = loadCasebook();

function row(id: string, place: string, value: string, more: Partial<Observation> = {}): Observation {
  return {
    id,
    claim: `Cameras in ${place}`,
    value,
    unit: 'cameras',
    subject: 'maker',
    place,
    asOf: '2022-05-15',
    whoSays: 'A study',
    system: 'a search engine',
    provenance: { source: 'S1', verified: 'secondary' },
    ...more,
  };
}

describe('the maps of what was published', () => {
  it.each([...new Set(observations.map(({ place }) => place))].sort())(
    'know of the place “%s” of the casebook which country it is in, or that it is none',
    (place) => {
      expect(placeTable.noCountry.includes(place)).toBe(countryOfPlace(place) === undefined);
    },
  );

  it('draw units that the casebook has', () => {
    const units = new Set(observations.map(({ unit }) => unit));
    expect(Object.keys(unitTable.units).filter((unit) => !units.has(unit))).toEqual([]);
  });

  it('keep units apart, and each figure as it was published', () => {
    const maps = publishedMaps([
      row('a', 'US', '10'),
      row('b', 'California, US', '3'),
      row('c', 'Vietnam', '7'),
      row('d', 'world', '90'),
      row('e', 'US', '5', { unit: 'devices' }),
      row('f', 'UK', '6', { unit: 'devices' }),
    ]);
    expect(
      maps.map(({ unit, rows }) => [unit, rows.map(({ observation, country }) => [observation.id, country])]),
    ).toEqual([
      [
        'cameras',
        [
          ['a', 'United States of America'],
          ['c', 'Vietnam'],
          ['b', 'United States of America'],
          ['d', undefined],
        ],
      ],
      [
        'devices',
        [
          ['f', 'United Kingdom'],
          ['e', 'United States of America'],
        ],
      ],
    ]);
  });

  it('leave out percents, years and words, and a unit of one country', () => {
    expect(
      publishedMaps([
        row('a', 'US', '10', { unit: 'percent' }),
        row('b', 'UK', '20', { unit: 'percent' }),
        row('c', 'US', 'dozens'),
        row('d', 'UK', '5'),
      ]),
    ).toEqual([]);
  });

  it('do not mix the orders of two authors', () => {
    const rank = (id: string, place: string, value: string, whoSays: string) =>
      row(id, place, value, { unit: 'rank', whoSays });
    const maps = publishedMaps([
      rank('a', 'US', '2', 'One'),
      rank('b', 'UK', '1', 'One'),
      rank('c', 'US', '1', 'Other'),
    ]);
    expect(maps.map(({ rows }) => rows.map(({ observation }) => observation.id))).toEqual([['b', 'a']]);
  });
});

describe('the section of what was published', () => {
  it('names unit, author and day of every figure on a map', () => {
    const { text } = publishedSection([row('a', 'US', '1234'), row('b', 'UK', '20', { asOf: 'not stated' })]);
    expect(text).toContain('<b>Cameras, by country.</b>');
    expect(text).toContain('Cameras in US <small>A study, by a search engine; as of 15 May 2022</small>');
    expect(text).toContain('Cameras in UK <small>A study, by a search engine; day not stated</small>');
    expect(text).toContain('>1,234<');
    expect(text).not.toContain('1,254');
  });

  it('has no map where there is nothing to draw', () => {
    expect(publishedSection([row('a', 'US', 'many')]).text).not.toContain('<svg');
  });
});
