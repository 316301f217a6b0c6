import { expect, it } from 'vitest';
import { shipTexts } from './ship-texts.ts';

it.each([
  ['LADY MARINA (IMO 9123456)', ['LADY MARINA']],
  ['LADY MARINA IMO9123456', ['LADY MARINA']],
  ['IMO 9123456 LADY MARINA', ['LADY MARINA']],
  ['Lady Marina, flag Panama', ['Lady Marina']],
  ['Lady Marina (Panama)', ['Lady Marina']],
  ['LADY MARINA built 1998', ['LADY MARINA']],
  ['RED FLAG', []],
  ['FLAG SHIP', []],
  ['IMO STAR', []],
  ['LADY MARINA (ex SEA STAR)', []],
  ['(IMO 9123456)', []],
])('%s holds %j', (text, names) => {
  expect(shipTexts(text)).toEqual(names);
});
