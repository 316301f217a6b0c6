import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookUp } from './look-up.ts';

it('finds what the table has and nothing that every object has', () => {
  const table = { buy: 1, sell: 2 };
  const inherited = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
  fc.assert(
    fc.property(fc.oneof(inherited, fc.string()), (key) => {
      expect(lookUp(table, key)).toBe(key === 'buy' ? 1 : key === 'sell' ? 2 : undefined);
    }),
  );
});
