import { describe, expect, it } from 'vitest';
import { personTexts } from './person-texts.ts';

describe('a field for a person', () => {
  it.each([
    ['facts after the name', 'Milos Petric, born 1989, Banja Luka', ['Milos Petric']],
    ['a date of birth in short', 'PETRIC Milos (DOB 1.2.1989)', ['PETRIC Milos']],
    ['two people', 'Alfonso Corona Romero y Marta Solis Pena', ['Alfonso Corona Romero', 'Marta Solis Pena']],
    [
      'two people and facts',
      'Anna Frey und Karl Frey, geb. 1950',
      ['Anna Frey und Karl Frey', 'Anna Frey', 'Karl Frey'],
    ],
    ['initials without full stops', 'TUFAIL SM', ['TUFAIL S.M.']],
    ['initials without full stops at the beginning', 'KM RAHMAN', ['K.M. RAHMAN']],
    ['initials without full stops after a title', 'MR KM RAHMAN', ['MR K.M. RAHMAN']],
  ])('holds other texts: %s', (_what, text, expected) => {
    expect(personTexts(text)).toEqual(expected);
  });

  it.each([
    ['a name of two surnames', 'Jose Ortega y Gasset'],
    ['a name that begins as a word for facts', 'Jason Bourne'],
    ['a name alone', 'Sandra Natal'],
    ['a surname of consonants', 'Andrew NG'],
    ['a title', 'DR TUFAIL'],
    ['a surname of consonants before another', 'NG TUFAIL'],
  ])('holds a name only: %s', (_what, text) => {
    expect(personTexts(text)).toEqual([]);
  });
});
