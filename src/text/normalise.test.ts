import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mainScript, normalise, scriptSpans } from './index.ts';

describe('normalise', () => {
  test.each([
    ['Nicolás  MADURO-Moros', 'nicolas maduro moros'],
    ['Ｒｏｎｙ Ｃｅｌｅｓｔｉｎ', 'rony celestin'],
    ['KIM, Yo Jon\u200bg', 'kim yo jong'],
    ['Тianjin Нuaying', 'tianjin huaying'],
    ["Qa'ida, Al-", 'qaida al'],
    ['Łukasz Øst Straße Ægir', 'lukasz ost strasse aegir'],
    ['İSTANBUL', 'istanbul'],
    ['ХРУЩЁВ', 'хрущёв'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['\u202eevil\u202c', 'evil'],
    ['ΟΔΟΣ', 'οδοσ'],
  ])('brings %s to %s', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('says what it did', () => {
    expect(normalise('Сonrad\u200b Müller').reasons.map((one) => one.code)).toEqual([
      'invisible characters removed',
      'look-alike letters',
      'diacritics',
    ]);
  });

  test('leaves a word of one script alone, however Latin it looks', () => {
    expect(normalise('РОССИЯ').text).toBe('россия');
  });

  test('changes nothing the second time', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          'а',
          'a',
          'İ',
          'ß',
          'ﬁ',
          '㈱',
          'ς',
          'Σ',
          "'",
          '\u0301',
          '\u200d',
          '-',
          ' ',
          'ǅ',
          'ﷺ',
          'ｱ',
          'ﾞ',
          '\ud800',
          'й',
          'ё',
          '가',
          '\u1100',
          '\u1161',
        ),
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('scriptSpans', () => {
  test('cuts a mixed text where the script changes', () => {
    expect(scriptSpans('DJI大疆 Москва').map((span) => [span.script, span.start, span.end])).toEqual([
      ['Latn', 0, 3],
      ['Hani', 3, 6],
      ['Cyrl', 6, 12],
    ]);
  });

  test('covers every text without gaps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const span of scriptSpans(text)) {
          expect(span.start).toBe(at);
          at = span.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test.each([
    ['Иванов Ltd', 'Cyrl'],
    ['123', 'Zyyy'],
    ['한국', 'Hang'],
    ['தமிழ்', 'Zzzz'],
  ])('finds the main script of %s', (text, script) => {
    expect(mainScript(text)).toBe(script);
  });
});
