import { describe, expect, it } from 'vitest';
import { repairCompanyWords } from './repair-words.ts';

describe('slips in company names', () => {
  it.each([
    ['digits for letters', 'MOR5KOI PORT', 'MORsKOI PORT'],
    ['a digit at the end', 'GAZPROM TRANSGA2', 'GAZPROM TRANSGAz'],
    ['a misread legal form', 'NEW ANSARI L7D', 'NEW ANSARI LtD'],
    ['a misread small word', 'SCIENCE ANCL TECHNOLOGY', 'SCIENCE and TECHNOLOGY'],
    ['a letter wrong in an ordinary word', 'LIMITD LIABILITY CMPANY', 'limited LIABILITY company'],
    ['the last letter left out', 'LIMITED LIABILIT COMPANY', 'LIMITED liability COMPANY'],
    ['a space left out', 'COMPANYRAZREZ POLYARNIY', 'company razrez POLYARNIY'],
    ['a space put in', 'COMP ANY RAZREZ', 'company RAZREZ'],
  ])('are put right: %s', (_what, read, written) => {
    expect(repairCompanyWords(read)).toContain(written);
  });

  it.each(['Plant 810', 'IK-6', 'M25', 'Sokol', 'Nord Stream 2 AG', 'Technologies'])(
    'are not seen where there is none: %s',
    (name) => expect(repairCompanyWords(name)).toEqual([]),
  );
});
