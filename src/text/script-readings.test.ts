import { describe, expect, test } from 'vitest';
import { analyseName, consonantKeys, normaliseWord } from './index.ts';
import { eastAsianLatin } from './romanise/east-asian-cyrillic.ts';
import { romanise } from './romanise/index.ts';

const texts = (text: string): string[] => {
  const read = analyseName(text, 'person');
  return [read.tokens, ...read.readings].map((one) => one.map((word) => word.text).join(' '));
};

describe('scripts of India by way of Devanagari', () => {
  test.each([
    ['রহমান', 'rahman'],
    ['বন্দ্যোপাধ্যায়', 'bandyopadhyay'],
    ['ਪੰਨੂ', 'pannu'],
    ['મોદી', 'modi'],
    ['செல்வன்', 'selvan'],
    ['பிரபாகரன்', 'pirabakaran'],
    ['చంద్రబాబు', 'chandrababu'],
    ['ಗೌಡ', 'gauda'],
    ['വിജയൻ', 'vijayan'],
    ['රාජපක්ෂ', 'rajapaksha'],
    ['සිංහ', 'singha'],
  ])('%s is %s', (word, expected) => {
    expect(romanise(word, 'Zzzz')[0]).toBe(expected);
  });

  test('meet Latin spellings by their consonants', () => {
    const meet = (vowelled: string, read: string): boolean =>
      consonantKeys(vowelled).some((key) => consonantKeys(read, true).includes(key));
    expect(meet('prabhakaran', 'pirabakaran')).toBe(true);
    expect(meet('wickremesinghe', 'vikramasingha')).toBe(true);
    expect(meet('liberman', 'livrmn')).toBe(true);
    expect(meet('rajapaksa', 'rajakapsha')).toBe(false);
  });
});

test.each([
  ['ဝင်းမြင့်', 'win myint'],
  ['ခင်ညွန့်', 'khin nyunt'],
  ['အေးဆွေ', 'aye swe'],
  ['ထွန်းဦး', 'tun oo'],
  ['ဝန်း', 'wan'],
])('the Burmese %s is %s', (name, expected) => {
  expect(texts(name)[0]).toBe(expected);
});

test('Lao is read by way of Thai', () => {
  expect(romanise('ພົມວິຫານ', 'Zzzz')[0]).toMatch(/^ph.?mwihan$/);
});

describe('East Asian names in Cyrillic', () => {
  test.each([
    [['си', 'цзиньпин'], ['xi jinping']],
    [['сі', 'цзіньпін'], ['xi jinping']],
    [['чжан', 'вэй', 'мин'], ['zhang weiming']],
    [['люй', 'вэй'], ['lu wei']],
    [['иван', 'петров'], []],
    [['анна', 'лин'], []],
  ])('%j is %j', (words, expected) => {
    expect(eastAsianLatin(words)).toEqual(expected);
  });

  test('a Korean n may be ng', () => {
    expect(eastAsianLatin(['ким', 'чен', 'ын'])).toContain('kim chong eun');
    expect(texts('Пак Чон Чхон')).toContain('bak zog zon');
  });
});

describe('names of other sounds and letters', () => {
  test('Armenians of the west exchange their stops', () => {
    expect(texts('Պետրոս Կարապետյան')).toContain('bedros garabedyan');
  });

  test('a Cyrillic text of look-alikes only may be Latin', () => {
    expect(texts('Соре Охо')).toContain('cope oxo');
    expect(texts('Пётр Охо').join(' ')).not.toContain('oxo');
  });

  test('letters of three scripts in one word are Latin', () => {
    expect(normaliseWord('Раυl').text).toBe('payl');
  });

  test('circled letters are letters', () => {
    expect(texts('Ⓘⓥⓐⓝ Petrov')[0]).toBe('ivan petrov');
  });
});
