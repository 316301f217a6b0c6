import { expect, it } from 'vitest';
import { countryCode } from './country.ts';
import table from './tables/country-names.json' with { type: 'json' };

it.each([
  ['Korea, North', 'kp'],
  ['CHN', 'cn'],
  ['XKS', 'xk'],
  ["Democratic People's Republic of Korea", 'kp'],
  ['Korea, South', 'kr'],
  ['Iran (Islamic Republic of)', 'ir'],
  ['CONGO, Democratic Republic of (was Zaire)', 'cd'],
  ['Congo, Republic of the', 'cg'],
  ['Burma / Birmanie', 'mm'],
  ['Türkiye', 'tr'],
  ["Cote d'Ivoire", 'ci'],
  ['The Netherlands', 'nl'],
  ["CHINA, PEOPLE'S REPUBLIC OF", 'cn'],
  ['Virgin Islands, British', 'vg'],
  ['CN', 'cn'],
  ['Afghan', 'af'],
  // Not countries, or not any more: the words stay, no code is guessed.
  ['Crimea Region of Ukraine', undefined],
  ['USSR', undefined],
  ['in', undefined],
  ['Congolese', undefined],
  ['', undefined],
])('%j is %s', (text, code) => expect(countryCode(text)).toBe(code));

it('no spelling stands for two countries', () => {
  const owners = new Map<string, string>();
  for (const [code, names] of [...Object.entries(table.names), ...Object.entries(table.demonyms)]) {
    for (const name of names) {
      expect(`${name}: ${owners.get(name) ?? code}`).toBe(`${name}: ${code}`);
      owners.set(name, code);
    }
  }
});
