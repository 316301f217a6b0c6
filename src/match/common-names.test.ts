import { describe, expect, it } from 'vitest';
import type { MatchKind } from './kind.ts';
import { NameMatcher } from './matcher.ts';

const party = (id: string, kind: MatchKind, ...names: string[]) => ({
  id,
  kind,
  names: names.map((text) => ({ text, kind: 'primary' as const })),
});

const matcher = NameMatcher.of([
  party('petrov', 'person', 'PETROV, Aleksandr Viktorovich'),
  party('kuzhel', 'person', 'Vladislav Vladimirovich KUZHEL'),
  party('kurenkov', 'person', 'Alexander Pavlovich KURENKOV'),
  party('hassan', 'person', 'HASSAN'),
  party('salehi', 'person', 'SALEHI, Javad'),
  party('continental', 'company', 'INVERSIONES CONTINENTAL INTERNATIONAL, S.A. DE C.V.'),
  party('meiya', 'company', 'Beijing Meiya Hongshu Technology Co.'),
  party('limited', 'company', 'SL'),
  party('apt', 'company', 'CHOSUN EXPO (APT 38)'),
  party('machinery', 'company', 'CHINA PRECISION MACHINERY IMPORT/EXPORT CORPORATION'),
]);
const alerts = (name: string, kind: MatchKind): string[] =>
  matcher.search({ names: [name], kind }).map(({ id }) => id);

describe('names that many share', () => {
  it.each<[string, string, MatchKind]>([
    ['half of a name of thousands', 'Aleksandr Petrov', 'person'],
    ['the son of another father', 'Alexander Vyacheslavovich Kurenkov', 'person'],
    ['two short names that sound like one', 'San Cha', 'person'],
    ['the same firm name in another city', 'Berlin Meiya Hongshu Technology Co.', 'company'],
    ['a legal form alone', 'Limited', 'company'],
    ['another number in brackets', 'CHOSUN EXPO (APT 41)', 'company'],
    ['a word of trade after a stroke', 'Export', 'company'],
  ])('do not alert alone: %s', (_what, name, kind) => {
    expect(alerts(name, kind)).toEqual([]);
  });

  it('alert where a fact beside the name agrees', () => {
    const born = NameMatcher.of([
      { ...party('petrov', 'person', 'PETROV, Aleksandr Viktorovich'), birthDates: ['1961-02-03'] },
    ]);
    const query = { names: ['Aleksandr Petrov'], kind: 'person' as const };
    expect(born.search(query)).toEqual([]);
    expect(born.search({ ...query, birthDates: ['1961-02-03'] })).toHaveLength(1);
  });

  it('alert where the name is rare, or whole', () => {
    expect(alerts('Vladislav Kuzhel', 'person')).toEqual(['kuzhel']);
    expect(alerts('Aleksandr Viktorovich Petrov', 'person')).toEqual(['petrov']);
    expect(alerts('SL', 'company')).toEqual(['limited']);
  });
});

describe('words that belong together and were moved apart', () => {
  const moved = NameMatcher.of([
    party('haji', 'person', 'Amir Ali Haji Zadeh'),
    party('najib', 'person', 'Najib Ullah'),
    party('khosrow', 'person', 'Abdol Hossein Khosrow PANAH'),
    party('sheikh', 'person', 'Sheikh Ahmed Umar'),
  ]);
  it.each([
    ['Zadeh Amir Ali Haji', 'haji'],
    ['Ullah Najib', 'najib'],
    ['PANAH Abdol Hossein Khosrow', 'khosrow'],
    ['Ahmed Umar Sheikh', 'sheikh'],
  ])('are found: %s', (name, id) => {
    expect(moved.search({ names: [name], kind: 'person' }).map((match) => match.id)).toEqual([id]);
  });
});
