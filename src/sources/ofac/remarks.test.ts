import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startRecord } from '../record-draft.ts';
import { readRemarks, splitClauses } from './remarks.ts';

const read = (text: string) => {
  const draft = startRecord('1', 'LegalEntity', 'x', 1);
  const dates = readRemarks(draft, text);
  return { ...draft, dates };
};

describe('readRemarks', () => {
  it.each([
    [
      'Passport A10472263 (Malaysia)',
      { kind: 'passport', value: 'A10472263', issuer: 'my', label: 'Passport' },
    ],
    [
      'alt. Tax ID No. 7703 (Russia)',
      { kind: 'tax number', value: '7703', issuer: 'ru', label: 'Tax ID No.' },
    ],
    ['SWIFT/BIC CKLBCNBJ', { kind: 'BIC', value: 'CKLBCNBJ', label: 'SWIFT/BIC' }],
    [
      'Vessel Registration Identification IMO 9187629',
      { kind: 'IMO', value: '9187629', label: 'Vessel Registration Identification IMO' },
    ],
    ['alt. Digital Currency Address - ETH 0xAb1', { kind: 'wallet', value: '0xAb1', issuer: 'ETH' }],
    [
      'Aircraft Tail Number EP-MNF',
      { kind: 'aircraft registration', value: 'EP-MNF', label: 'Aircraft Tail Number' },
    ],
    [
      'Unified Social Credit Code (USCC) 91330000733796106P (China)',
      { kind: 'USCC', value: '91330000733796106P', issuer: 'cn', label: 'Unified Social Credit Code (USCC)' },
    ],
  ])('reads %j', (text, identifier) => expect(read(`${text}.`).identifiers).toEqual([identifier]));

  it('reads the dates of NS-CMIC and of directives apart from the rest', () => {
    expect(
      read('Effective Date (CMIC) 02 Aug 2021; Listing Date (EO 14024 Directive 3): 24 Feb 2022.').dates,
    ).toEqual([
      { what: 'Effective Date', of: 'CMIC', day: '2021-08-02' },
      { what: 'Listing Date', of: 'EO 14024 Directive 3', day: '2022-02-24' },
    ]);
  });

  it('keeps a bracket that belongs to a name', () => {
    expect(
      read('Linked To: ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE.').relations[0]!.otherName,
    ).toBe('ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE');
    expect(read('(Linked To: HAMAS)').relations[0]!.otherName).toBe('HAMAS');
  });

  it('takes words after a label that also begins sentences for a remark', () => {
    expect(read('License pending; Fax')).toMatchObject({
      identifiers: [],
      remarks: ['License pending', 'Fax'],
    });
  });

  it('loses no clause: each is a fact, a date or a remark', () => {
    const clause = fc.constantFrom(
      'DOB 1960',
      'DOB sometime',
      'all offices worldwide',
      'Gender Male',
      "a.k.a. 'X; Y'",
      'Passport 12 (Iran)',
      'Listing Date (CMIC) 03 Jun 2021',
      'nationality Iran',
      'Unheard-of Number 5',
    );
    fc.assert(
      fc.property(fc.uniqueArray(clause, { minLength: 1 }), (clauses) => {
        const text = `${clauses.join('; ')}.`;
        const draft = read(text);
        const facts =
          draft.names.length +
          draft.identifiers.length +
          draft.birthDates.length +
          draft.nationalities.length +
          draft.dates.length +
          draft.remarks.length +
          (draft.gender ? 1 : 0);
        expect(facts).toBe(clauses.length);
        expect(splitClauses(text)).toEqual(clauses);
      }),
    );
  });
});
