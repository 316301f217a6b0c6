import { describe, expect, it } from 'vitest';
import { NameMatcher } from './matcher.ts';

const found = (query: string, listed: string): boolean =>
  NameMatcher.of([{ id: 'one', kind: 'person', names: [{ text: listed, kind: 'primary' }] }]).search({
    names: [query],
    kind: 'person',
  }).length > 0;

describe('somebody else', () => {
  it.each([
    ['two words that are one of several', 'Simon Jenko', 'Sergei SIMONENKO'],
    ['one word as it is written, read as two', 'Catur Salahudin', 'SALAHUDIN'],
    ['consonants alone', 'عيدان عبيبي', 'Adnan AL-JUBBAH'],
    ['other consonants beside a common name', 'سمیه عالی', "Samir 'ALI"],
    ['an article for a given name', 'יובל חסון', 'EL HASSAN'],
    ['no word for sure and one far off', 'Marisa Kutzner', 'KOCNER, Marian'],
    ['a common given name and little of the surname', 'Ali Amadi', 'Ali AZADI'],
    [
      'a rarer given name and next to nothing of the surname',
      'Евгения Маркова',
      'DYATKOVA, Evgeniya Sergeyevna',
    ],
    ['a given name near another', 'Haji Dehghan', 'Hadi DEHGHAN'],
    ['the father of one', 'Abu Fayad', 'FAYAD'],
    ['a woman, by the feminine of the name', 'Stephanie Lorca', 'Steven LORCA'],
    ['a West African surname that sounds like an Arabic name', 'Abou Cisse', 'Abu Essa'],
  ])('is not found: %s', (_what, query, listed) => {
    expect(found(query, listed)).toBe(false);
  });

  it.each([
    ['two words written as one', 'Abu Bakar', 'ABUBAKAR'],
    ['a word read as two, and the rest', 'Catur Salahudin', 'SALAHUDIN, Catur'],
    ['consonants of a given name, and a surname for sure', 'عدنان الجبوري', 'Adnan AL-JUBURI'],
    ['a slip in each of two long words', 'Drahomir Visekovic', 'Dragomir VISEKOVICH'],
    ['a slip in a surname', 'Ali Haddadi', 'Ali HADDADY'],
    ['the short form of a woman', 'Steffi Lorca', 'Stephanie LORCA'],
    ['the Somali spelling', 'Cabdi Ciise', 'Abdi ISE'],
    ['initials that lost their full stops', 'TUFAIL SM', 'TUFAIL, S.M.'],
  ])('is told from the same person: %s', (_what, query, listed) => {
    expect(found(query, listed)).toBe(true);
  });
});

it('shows the words of a name as they were written, also where it was read in another spelling', () => {
  const matcher = NameMatcher.of([
    { id: 'one', kind: 'person', names: [{ text: 'Yevgeny PRIGOZHIN', kind: 'primary' }] },
  ]);
  const [match] = matcher.search({ names: ['  Evgueni Prigojine'], kind: 'person' });
  const asked = match!.pieces.flatMap((piece) => ('query' in piece ? [piece.query] : []));
  expect(asked).toEqual(['Evgueni', 'Prigojine']);
});

it('finds a ship of a saint with and without the full stop', () => {
  const matcher = NameMatcher.of([
    { id: 'one', kind: 'vessel', names: [{ text: 'ST. VITAMIN', kind: 'primary' }] },
  ]);
  expect(matcher.search({ names: ['ST VITAMIN'], kind: 'vessel' })).toHaveLength(1);
});
