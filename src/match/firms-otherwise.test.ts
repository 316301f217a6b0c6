import { expect, test } from 'vitest';
import { compareParties } from './compare.ts';
import type { QueryKind } from './kind.ts';

function areOne(left: string, right: string, kind: QueryKind): boolean {
  return compareParties({ names: [left] }, { names: [right] }, kind).match;
}

test.each([
  ['a prefix of a letter and a word', 'M/Tanker Karmen', 'KARMEN'],
  ['a prefix of two letters that is a saint as a word', 'S/T Karmen', 'KARMEN'],
  ['its kind before the name', 'LNG Carrier Karmen', 'KARMEN'],
  ['its kind in several words', 'Chemical Oil Products Tanker Karmen', 'KARMEN'],
  ['an Arabic name in another spelling', 'MOHAMMAD HUSSAIN', 'MUHAMAD HUSEIN'],
])('a ship is found with %s', (_kind, left, right) => {
  expect(areOne(left, right, 'vessel')).toBe(true);
});

test.each([
  ['a word of trade that is part of its name', 'OIL STAR', 'STAR'],
  ['another name near the Arabic one', 'HASSAN', 'HUSSEIN'],
  ['another given name near its own', 'LADY MARIA', 'LADY MARINA'],
])('a ship is not taken for another by %s', (_kind, left, right) => {
  expect(areOne(left, right, 'vessel')).toBe(false);
});

test.each([
  ['being wound up, in letters', 'Polymet GmbH i.L.', 'Polymet GmbH'],
  ['being wound up, in letters behind letters', 'Sarmat e.K. i.K.', 'Sarmat e.K.'],
  ['being wound up, in words', 'Sarmat S.A. en liquidation judiciaire', 'Sarmat S.A.'],
  [
    'being wound up, behind a preposition of one letter',
    'Sarmat Sp. z o.o. w likwidacji',
    'Sarmat Sp. z o.o.',
  ],
  [
    'its one member in the legal form',
    'Balkan Invest EOOD',
    'Balkan Invest Single Member Limited Liability Company',
  ],
  ['a simple company by shares', 'Balkan Invest SAS', 'Balkan Invest Simplified Joint Stock Company'],
  ['a saint in short', 'St. George Shipping Ltd', 'Saint George Shipping Ltd'],
  ['a town of a saint', 'Sankt-Peterburg Mechanical Plant', 'St Petersburg Mechanical Plant'],
  ['an Arabic name in another spelling', 'Ebrahim Hossein Co', 'Ibrahim Hussein Co'],
  ['prepositions and articles of another language', 'Ministerio de la Defensa', 'Ministry of Defence'],
  ['a division behind its name', 'Canadax Technologies Division of Healthcare', 'Canadax Technologies'],
  ['a division before its name', 'Marine Division of Rotexim Industries', 'Rotexim Industries'],
  [
    'another word for a firm of the state',
    'State Company for Textile Industries',
    'State Enterprise for Textile Industries',
  ],
  ['commerce that is trade elsewhere', 'Banque Commerciale de Syrie', 'Commercial Bank of Syria'],
  ['its acronym behind a trade and a place', 'Petróleos de Venezuela (PDVSA)', 'Petroleos de Venezuela SA'],
  ['a factory in one character', '哈尔滨轴承厂', 'Harbin Bearing Factory'],
  ['a Chinese brand in two words', 'Shenzhen Xin Da Electronics', 'Shenzhen Xinda Electronics'],
  ['a slip that is no Chinese syllable', 'Shenzhen Hualnog Electronics', 'Shenzhen Hualong Electronics'],
])('a firm is found with %s', (_kind, left, right) => {
  expect(areOne(left, right, 'company')).toBe(true);
});

test.each([
  ['liquidation in its name', 'Liquidation Channel LLC', 'Channel LLC'],
  ['letters at its begin', 'IL Motors Ltd', 'Motors Ltd'],
  ['another saint', 'St. George Shipping Ltd', 'St. Nicholas Shipping Ltd'],
  ['the state as its only mark', 'Textile Industries Company', 'State Company for Textile Industries'],
  ['another syllable of a Chinese brand', 'Beijing Hualong Technology', 'Beijing Huadong Technology'],
  ['another name near the Arabic one', 'Jamal Exchange', 'Jamil Exchange'],
])('a firm is not taken for another by %s', (_kind, left, right) => {
  expect(areOne(left, right, 'company')).toBe(false);
});
