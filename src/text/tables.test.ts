import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  companyWord,
  legalForm,
  legalFormGroup,
  legalFormsConflict,
  nameGroup,
  numbers,
  placeWords,
} from './index.ts';
import meanings from './tables/company-meanings.json' with { type: 'json' };

const folder = join(import.meta.dirname, 'tables');

describe('the tables of the text room', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s names its source', (name) => {
    const table = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { source?: string };
    expect(table.source?.length ?? 0).toBeGreaterThan(20);
  });
});

describe('legalForm', () => {
  test.each([
    ['ltd', 'limited'],
    ['gmbh', 'limited'],
    ['ooo', 'limited'],
    ['sociedad de responsabilidad limitada', 'limited'],
    ['obshchestvo s ogranichennoi otvetstvennostyu', 'limited'],
    ['obschestvo s ogranichennoj otvetstvennostju', 'limited'],
    ['joint stock company', 'stock'],
    ['pjsc', 'stock'],
    ['aktsionernoye obshchestvo', 'stock'],
    ['fgup', 'state'],
    ['stiftung', 'foundation'],
    ['sp z oo', 'limited'],
    ['korlatolt felelossegu tarsasag', 'limited'],
  ])('knows %s as %s', (form, group) => {
    expect(legalFormGroup(form)).toBe(group);
  });

  test('takes short forms only at the ends of a name', () => {
    expect(legalForm(['bank', 'ao', 'vostok'])).toEqual([]);
    expect(legalForm(['ao', 'vostok'])).toMatchObject([{ form: 'ao', from: 0, count: 1 }]);
    expect(legalForm(['vostok', 'ao'])).toMatchObject([{ form: 'ao', from: 1, count: 1 }]);
  });

  test('takes the longest form there is', () => {
    expect(legalForm(['public', 'joint', 'stock', 'company', 'vostok'])).toMatchObject([
      { from: 0, count: 4 },
    ]);
  });

  test('sees no conflict between Co., Ltd. and a company by shares, but one with a foundation', () => {
    expect(legalFormsConflict('limited', 'stock')).toBe(false);
    expect(legalFormsConflict('company', 'foundation')).toBe(false);
    expect(legalFormsConflict('limited', 'foundation')).toBe(true);
  });
});

describe('numbers', () => {
  const values = (text: string): number[] => numbers(text.split(' ')).map((one) => one.value);
  test.each([
    ['one hundred fifty aircraft plant', [150]],
    ['plant ii', [2]],
    ['advanced persistent threat thirty nine', [39]],
    ['unit 7625', [7625]],
    ['1st bank', [1]],
    ['maria v', []],
    ['no two mining', [2]],
    ['two thousand and one', [2001]],
    ['five six', [5, 6]],
    ['veintiuno', [21]],
    ['zweiundsiebzigste brigade', [72]],
    ['semdesyat pervogo polka', [71]],
    ['veintiuno cinco', [21, 5]],
  ])('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('words of company names', () => {
  test.each([
    ['natsionalnogo', 'national'],
    ['natsionalny', 'national'],
    ['issledovatelskiy', 'research'],
    ['keji', 'technology'],
    ['zavoda', 'plant'],
    ['bankasi', 'bank'],
  ])('%s means %s', (word, meaning) => {
    expect(companyWord(word)?.meaning).toBe(meaning);
  });

  test.each(Object.entries(meanings.languages))(
    'has every meaning that %s gives words for',
    (_, { words }) => {
      const heads = words.map((line) => line.split(' ')[0]!);
      expect(heads.filter((head) => companyWord(head) === undefined)).toEqual([]);
      expect(heads.filter((head, at) => heads.indexOf(head) !== at)).toEqual([]);
    },
  );

  test.each([
    ['elettroniche', 'electronics'],
    ['wissenschaften', 'science'],
    ['penitenciarias', 'prison'],
    ['kolavykh', 'wheel'],
    ['fabrikalari', 'plant'],
    ['viyskovoyi', 'military'],
  ])('%s, an inflected form, means %s', (word, meaning) => {
    expect(companyWord(word)?.meaning).toBe(meaning);
  });

  test('leaves names alone', () => {
    for (const word of ['hikvision', 'gazprom', 'sovfracht', 'rosneft', 'huawei', 'kalashnikov']) {
      expect(companyWord(word), word).toBeUndefined();
    }
  });
});

describe('placeWords', () => {
  test.each([
    ['rossiyskoye', 'russia'],
    ['moskovskogo', 'moscow'],
    ['soochow', 'suzhou'],
    ['iranian', 'iran'],
    ['deutschland', 'germany'],
    ['birmanie', 'myanmar'],
    ['iraniane', 'iran'],
    ['syrischen', 'syria'],
    ['kitayskogo', 'china'],
    ['novosibirskaya', 'novosibirsk'],
    ['kndr', 'northkorea'],
  ])('%s is %s', (word, place) => {
    expect(placeWords(word)).toBe(place);
  });
});

describe('nameGroup', () => {
  test('gives surnames only the Arabic and Persian families', () => {
    expect(nameGroup('ivan', true)).toBeUndefined();
    expect(nameGroup('john')).toBe(nameGroup('ivan'));
    expect(nameGroup('mohamed', true)).toBe(nameGroup('muhammad', true));
  });
});
