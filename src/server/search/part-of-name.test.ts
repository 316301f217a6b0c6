import { expect, it } from 'vitest';
import type { Engine } from '../../engine/index.ts';
import { findPartOfName } from './part-of-name.ts';

/** An engine that knows names, and nothing else is asked of it. */
function engineOf(names: readonly (readonly [party: string, name: string])[]): Engine {
  const register = { names: () => names.map(([party, text]) => [party, { text, kind: 'primary' }]) };
  return { register } as unknown as Engine;
}
const found = (names: readonly (readonly [string, string])[], text: string) =>
  findPartOfName(engineOf(names), text).map(({ party, name }) => [party, name]);

it('puts those first in whose name it is a whole word, and shows that name of theirs', () => {
  const names = [
    ['daughter', 'PUTINA'],
    ['cousin', 'Putina, Igor'],
    ['cousin', 'Igor Putin'],
    ['president', 'Vladimir Vladimirovich PUTIN'],
    ['other', 'Rasputin'],
  ] as const;
  expect(found(names, 'putin')).toEqual([
    ['cousin', 'Igor Putin'],
    ['president', 'Vladimir Vladimirovich PUTIN'],
    ['daughter', 'PUTINA'],
  ]);
});

it('leaves nobody out, however many there are', () => {
  const names = Array.from({ length: 2000 }, (_, at) => [`p${at}`, `Banking House ${at}`] as const);
  expect(found(names, 'bank')).toHaveLength(2000);
});
