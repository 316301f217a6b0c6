import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abdJoin, addressNormal } from './index.ts';

test('one address in two writings has the same words and numbers', () => {
  const left = addressNormal('No. 555 Qianmo Rd., Binjiang Dist., Hangzhou, Zhejiang');
  const right = addressNormal('555 Qianmo Road, Binjiang District, Hangzhou, Zhejiang');
  expect(left).toEqual(right);
  expect(left.numbers).toEqual(['555']);
  expect(left.places).toContain('hangzhou');
});

test('street words of other languages are one with the English', () => {
  expect(addressNormal('ul. Lenina 12').words).toEqual(['street', 'lenina']);
  expect(addressNormal('Lenina St 12').words).toEqual(['lenina', 'street']);
});

test('any text has an address form, however odd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const address = addressNormal(text);
      for (const word of [...address.words, ...address.numbers]) expect(word).not.toBe('');
    }),
  );
});

test.each([
  [
    ['abdul', 'rahman'],
    ['abd', 'rahman'],
  ],
  [
    ['abd', 'al', 'rahman'],
    ['abd', 'rahman'],
  ],
  [['abdurrahman'], ['abd', 'rahman']],
  [['abdelaziz'], ['abd', 'aziz']],
  [['abdallah'], ['abdullah']],
  [['mohammadreza'], ['mohammad', 'reza']],
  [['salahuddin'], ['salah', 'din']],
  [['al'], ['al']],
  [['abdi'], ['abdi']],
])('abdJoin of %j is %j', (words, expected) => {
  expect(abdJoin(words)).toEqual(expected);
});
