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
  party('khalil', 'person', 'HASSAN, Ahmad Khalil'),
  party('ibrahim', 'person', 'IBRAHIM, Muhammad'),
  party('felix', 'person', 'ARELLANO FELIX, Benjamin', 'ARELLANO FELIX'),
  party('saleh', 'person', 'SALEH'),
  party('rahman', 'person', 'A RAHMAN'),
  party('izquierdo', 'person', 'IZQUIERDO TORRES, Gerardo Jose'),
  party('hussein', 'person', 'Hussein bin Abdullah'),
  party('king', 'person', 'Martin Luther King III'),
  party('rahimi', 'person', 'Nadir Rahimi'),
  party('moore', 'person', 'Julian Moore'),
  party('naim', 'person', 'Abu Naim'),
  party('nazzal', 'person', 'NAZZAL'),
  party('farhadi', 'person', 'FARHADI, Jamal'),
  party('cho', 'person', 'Il-U CHO'),
  party('apt', 'company', 'CHOSUN EXPO (APT 38)'),
  party('machinery', 'company', 'CHINA PRECISION MACHINERY IMPORT/EXPORT CORPORATION'),
]);
const alerts = (name: string, kind: MatchKind): string[] =>
  matcher.search({ names: [name], kind }).map(({ id }) => id);

describe('names that many share', () => {
  it.each<[string, string, MatchKind]>([
    ['half of a name of thousands', 'Ahmad Hassan', 'person'],
    ['a common name turned round in another spelling', 'Ibrahim Mohamed', 'person'],
    ['another given name beside surnames that are listed alone too', 'Tariq Arellano Felix', 'person'],
    ['another word beside a common name listed alone', 'Abu Saleh', 'person'],
    ['a full name for an initial before a common name', 'Akbar Rahman', 'person'],
    ['the second of two given names, where it is common', 'Jose Izquierdo', 'person'],
    ['the son for the father', 'Abdullah bin Hussein', 'person'],
    ['another generation', 'Martin Luther King Sr.', 'person'],
    ['a woman for a man', 'Nadira Rahimi', 'person'],
    ['a woman for a man, as French writes it', 'Julianne Moore', 'person'],
    ['a mother for a father', 'Umm Naim', 'person'],
    ['a given name of the same letters that is another', 'Jamil Farhadi', 'person'],
    ['a Korean name without a syllable of one letter', 'Il Cho', 'person'],
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
      { ...party('khalil', 'person', 'HASSAN, Ahmad Khalil'), birthDates: ['1961-02-03'] },
    ]);
    const query = { names: ['Ahmad Hassan'], kind: 'person' as const };
    expect(born.search(query)).toEqual([]);
    expect(born.search({ ...query, birthDates: ['1961-02-03'] })).toHaveLength(1);
  });

  it('alert without the patronymic, below the names that are whole', () => {
    const [match] = matcher.search({ names: ['Aleksandr Petrov'], kind: 'person' });
    expect(match).toMatchObject({ id: 'petrov', match: true });
    expect(match!.score).toBeLessThan(0.8);
  });

  it('alert alone where they are listed alone', () => {
    expect(alerts('Arellano Felix', 'person')).toEqual(['felix']);
    expect(alerts('Mr. Saleh', 'person')).toEqual(['saleh']);
    expect(alerts('H.E. Saleh', 'person')).toEqual(['saleh']);
    expect(alerts('Gen. Nazzal', 'person')).toEqual(['nazzal']);
    expect(alerts('A. Rahman', 'person')).toEqual(['rahman']);
    expect(alerts('King, Martin Luther III', 'person')).toEqual(['king']);
    expect(alerts('bin Abdullah, Hussein', 'person')).toEqual(['hussein']);
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
