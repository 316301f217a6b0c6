import { describe, expect, test } from 'vitest';
import { cantoneseClass, jyutpingClass } from './cantonese-latin.ts';
import { analyseName, type Token } from './index.ts';
import { koreanSyllableClass } from './romanise/hangul.ts';

const readings = (text: string): readonly (readonly Token[])[] => {
  const read = analyseName(text, 'person');
  return [read.tokens, ...read.readings];
};
const texts = (text: string): string[] => readings(text).map((one) => one.map((word) => word.text).join(' '));
const groups = (text: string): string[] =>
  readings(text).map((one) => one.map((word) => word.group ?? '').join(' | '));

describe('Cantonese syllables', () => {
  test.each([
    ['chun', 'tsun'],
    ['wah', 'wa'],
    ['seng', 'sing'],
    ['kuok', 'kwok'],
    ['keong', 'keung'],
    ['iat', 'yat'],
    ['hou', 'ho'],
    ['kee', 'kei'],
  ])('%s and %s are spellings of one', (a, b) => {
    expect(cantoneseClass(a)).toBeDefined();
    expect(cantoneseClass(a)).toBe(cantoneseClass(b));
  });

  test.each([
    ['man', 'ming'],
    ['ho', 'hei'],
    ['tang', 'tung'],
    ['sin', 'shan'],
    ['wai', 'wah'],
  ])('%s and %s are two', (a, b) => {
    expect(cantoneseClass(a)).not.toBe(cantoneseClass(b));
  });

  test.each([
    ['zan', 'chun'],
    ['jing', 'ying'],
    ['gwok', 'kwok'],
    ['hau', 'hau'],
    ['gun', 'kun'],
    ['zeon', 'chun'],
    ['ng', 'ng'],
  ])('the reading %s is written %s', (jyutping, spelling) => {
    expect(jyutpingClass(jyutping)).toBe(cantoneseClass(spelling));
  });

  test('of characters and of Hong Kong papers meet, and the surname in any spelling', () => {
    const [han] = groups('梁振英').filter((group) => group.includes('yue-'));
    const [latin] = groups('Leung Chun-ying');
    expect(latin!.split(' | ').slice(1)).toEqual(han!.split(' | ').slice(1));
    expect(latin).toContain('nick:zh-liang');
    expect(han).toContain('name:zh-liang');
  });

  test('all in pinyin are pinyin', () => {
    expect(groups('Wang Jun').join(' ')).not.toContain('yue-');
  });
});

describe('Chinese names beside a western one', () => {
  test.each([
    ['Jack Ma Yun', 'ma yun'],
    ['LI, David Guobao', 'li guobao'],
    ['Fernando Chui Sai On', 'chui sai on'],
    ['Stephen Lo Wai-chung', 'lo wai chung'],
  ])('%s is %s too', (text, own) => {
    expect(texts(text)).toContain(own);
  });

  test('other people keep their first name', () => {
    expect(texts('Jack Martin Brown')).toEqual(['jack martin brown']);
  });
});

describe('Korean names of North and South', () => {
  test.each([
    ['최룡해', 'Choi Yong-hae'],
    ['리병철', 'Yi Pyong-chol'],
    ['朴槿惠', 'Park Geun-hye'],
    ['김희', 'Kim Hee'],
  ])('%s meets %s in its classes', (hangul, latin) => {
    const classes = (text: string): string[] =>
      readings(text).map((one) =>
        one.map((word) => (word.group?.startsWith('surname:') === true ? word.group : word.text)).join(' '),
      );
    expect(classes(hangul).filter((one) => classes(latin).includes(one))).not.toEqual([]);
  });

  test('keep other vowels apart', () => {
    expect(koreanSyllableClass('hee')).not.toBe(koreanSyllableClass('ho'));
    expect(koreanSyllableClass('chol')).not.toBe(koreanSyllableClass('chan'));
  });
});

describe('Japanese names', () => {
  test.each([
    ['山口健二', 'yamaguchi kenji'],
    ['髙山清司', 'takayama kiyoshi'],
    ['森正人', 'mori masato'],
    ['田中直広', 'tanaka naohiro'],
    ['田中遼介', 'tanaka ryosuke'],
    ['オオノ ユウコ', 'ono yuko'],
    ['Satoh Ryou', 'sato ryo'],
    ['Huzita Tizuko', 'fujita chizuko'],
  ])('%s is read %s', (text, expected) => {
    expect(texts(text)).toContain(expected);
  });

  test('a Chinese name of the same surname character stays Chinese', () => {
    expect(texts('林伟').join(' ')).not.toContain('hayashi');
  });
});

test('pinyin is read with tones in digits and without ü', () => {
  expect(texts('Zhang1 Guo2qing1')[0]).toBe('zhang guoqing');
  expect(analyseName('Lv Wei', 'person').tokens[0]!.fold).toBe(
    analyseName('Lu Wei', 'person').tokens[0]!.fold,
  );
});
