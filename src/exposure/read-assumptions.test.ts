import { expect, it } from 'vitest';
import type { PartyId } from '../model/index.ts';
import { readAssumptions } from './read-assumptions.ts';

const words = { party: (name: string) => name as PartyId, hasRegime: () => true };

it.each(['granting', 'constructor', 'toString'])('refuses the kind “%s” and says which there are', (kind) => {
  expect(() => readAssumptions([{ kind, party: 'a' }], words)).toThrow(
    expect.objectContaining({
      code: 'AS_USAGE',
      message: expect.stringContaining('is no kind of assumption'),
    }),
  );
});

it('takes an entry without a kind for a listing', () => {
  expect(readAssumptions({ party: 'a', regime: 'us-ofac-sdn', from: '2024-01-01' }, words)).toMatchObject([
    { kind: 'listing', party: 'a' },
  ]);
});
