import { expect, it } from 'vitest';
import { splitEnumerated } from './enumerated.ts';

it.each([
  ['(1) Germany. (2) Morocco', ['Germany.', 'Morocco']],
  ['a) 1966, b) 1961, c) Between 1968 and 1970', ['1966', '1961', 'Between 1968 and 1970']],
  ['a)19 Apr. 1982   b) 18 Apr. 1982', ['19 Apr. 1982', '18 Apr. 1982']],
  ['Pakistan (Peshawar)', ['Pakistan (Peshawar)']],
  ['', []],
])('%j', (text, parts) => expect(splitEnumerated(text)).toEqual(parts));
