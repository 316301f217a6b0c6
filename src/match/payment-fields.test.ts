import { describe, expect, test } from 'vitest';
import { NameMatcher } from './matcher.ts';
import { paymentFields } from './payment-fields.ts';

describe('fields of a payment text', () => {
  test.each([
    ['between words of payments', 'PAYMENT OF INVOICE 40178 TO NOOR TRADING ISTANBUL', 'NOOR TRADING'],
    ['between strokes', '/BENEF/ABOU ZOUBAIR/INV 36677', 'ABOU ZOUBAIR'],
    ['between line numbers', '1/SAID ARIF 2/93963 MAIN STREET 3/XX/DUBAI', 'SAID ARIF'],
    ['before a reference', 'ORD CUST QIANG HU ACC 19560 OUR REF FT19560', 'QIANG HU'],
    ['after a short invoice number', 'FATURA NO 311 ANKA ENERJI AS ADANA', 'ANKA ENERJI AS'],
    ['with its article', 'INVOICE 9912 LA MINSA VIA CORRESPONDENT', 'LA MINSA'],
    [
      'with the place that belongs to it',
      'PAYMENT TO NATIONAL BANK OF IRAQ REF 777123',
      'NATIONAL BANK OF IRAQ',
    ],
  ])('holds a name %s', (_, text, field) => {
    expect(paymentFields(text)).toContain(field);
  });

  test('does not cut a place off that a preposition holds', () => {
    expect(paymentFields('PAYMENT TO NATIONAL BANK OF IRAQ REF 777123')).not.toContain('NATIONAL BANK');
  });

  test('takes goods for no name unless a legal form says so', () => {
    expect(paymentFields('PAYMENT FOR ELECTRONIC COMPONENTS INV 93075')).toEqual([]);
    expect(paymentFields('PAYMENT FOR ELECTRONIC COMPONENTS LLC INV 93075')).toEqual([
      'ELECTRONIC COMPONENTS LLC',
    ]);
  });

  test.each(['', ' ', '////', '1/', 'TO TO TO', '\ud800 TO \udfff', 'a'.repeat(5_000)])(
    'says nothing of a text without a name: %j',
    (text) => {
      expect(paymentFields(text)).toEqual([]);
    },
  );
});

describe('names in payment texts', () => {
  const matcher = NameMatcher.of([
    { id: 'generic', kind: 'company', names: [{ text: 'Defence Products Industries', kind: 'primary' }] },
    { id: 'form', kind: 'company', names: [{ text: 'LLC Arsenal', kind: 'primary' }] },
    { id: 'short', kind: 'company', names: [{ text: 'Sun Properties LLC', kind: 'primary' }] },
    { id: 'number', kind: 'company', names: [{ text: 'At One Electronics', kind: 'primary' }] },
    { id: 'common', kind: 'person', names: [{ text: 'Ali SALEHI', kind: 'primary' }] },
  ]);
  const alerts = (text: string, kind: 'company' | 'person'): string[] =>
    matcher.search({ names: [text], kind }).map(({ id }) => id);

  test.each([
    ['of common words', 'PAYMENT OF INVOICE 40178 TO ALI SALEHI ISTANBUL', 'person', 'common'],
    [
      'of words of trade',
      'PAYMENT OF INVOICE 50402 TO DEFENCE PRODUCTS INDUSTRIES ISTANBUL',
      'company',
      'generic',
    ],
    ['with its legal form', '/BENEF/LLC ARSENAL/INV 7711', 'company', 'form'],
  ] as const)('are found: a name %s', (_, text, kind, id) => {
    expect(alerts(text, kind)).toEqual([id]);
  });

  test.each([
    ['the legal form of another word', 'ORD CUST ARSENAL PARKING SERVICES LLC ACC 35759 REF FT35759'],
    ['words of another name apart', '1/SUN HUNG KAI PROPERTIES LIMITED 2/95966 MAIN STREET 3/XX/DUBAI'],
    ['a number of the text', '1/RENESAS ELECTRONICS CORPORATION 2/60418 MAIN STREET 3/XX/DUBAI'],
    ['goods', 'PAYMENT FOR DEFENCE OF PRODUCTS FROM RUST IN INDUSTRIES INV 3312'],
  ])('are not taken from %s', (_, text) => {
    expect(alerts(text, 'company')).toEqual([]);
  });
});
