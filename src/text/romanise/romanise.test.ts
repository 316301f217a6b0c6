import { describe, expect, test } from 'vitest';
import { fromWade, joinRuns, pinyinParse, romanise, runs, surnameTables, wadeGiles } from '../index.ts';
import { cantoneseSyllable, koreanReading, pinyinSyllables, simplified } from './han.ts';
import { koreanSyllableClass, northSyllable, partKoreanName, revisedSyllable } from './hangul.ts';

describe('romanise', () => {
  test.each([
    ['хрущёв', 'Cyrl', 'ru', 'khrushchev'],
    ['щербаков', 'Cyrl', 'ru', 'shcherbakov'],
    ['юрий', 'Cyrl', 'ru', 'yury'],
    ['зеленський', 'Cyrl', 'uk', 'zelensky'],
    ['григорій', 'Cyrl', 'uk', 'hryhorii'],
    ['лукашэнка', 'Cyrl', 'be', 'lukashenka'],
    ['аляксандр', 'Cyrl', 'be', 'aliaksandr'],
    ['вучић', 'Cyrl', 'sr', 'vucic'],
    ['божков', 'Cyrl', 'bg', 'bozhkov'],
    ['пеевски', 'Cyrl', 'bg', 'peevski'],
    ['қасым', 'Cyrl', 'kk', 'qasym'],
    ['μητσοτακησ', 'Grek', undefined, 'mitsotakis'],
    ['τσιπρασ', 'Grek', undefined, 'tsipras'],
    ['ευαγγελοσ', 'Grek', undefined, 'evangelos'],
    ['სააკაშვილი', 'Geor', undefined, 'saakashvili'],
    ['փաշինյան', 'Armn', undefined, 'pashinyan'],
    ['とうきょう', 'Kana', undefined, 'tokyo'],
    ['ホンダ', 'Kana', undefined, 'honda'],
    ['しんばし', 'Kana', undefined, 'shimbashi'],
    ['मोदी', 'Deva', undefined, 'modi'],
    ['राहुल', 'Deva', undefined, 'rahul'],
    ['محمد', 'Arab', undefined, 'muhammad'],
    ['tamil', 'Latn', undefined, 'tamil'],
  ] as const)('%s (%s, %s) is %s', (text, script, language, expected) => {
    expect(romanise(text, script, language)[0]).toBe(expected);
  });

  test('falls back to a rough table for scripts it has no rules for', () => {
    expect(romanise('தமிழ்', 'Zzzz')[0]).toMatch(/^[a-z]+$/);
  });
});

describe('Han readings', () => {
  test.each([
    ['曾国藩', 'zeng guo fan'],
    ['单雄信', 'shan xiong xin'],
    ['仇英', 'qiu ying'],
  ])('reads the surname of %s as surnames are read', (text, expected) => {
    expect(pinyinSyllables(text, true).join(' ')).toBe(expected);
  });

  test('takes the place name reading of Chongqing', () => {
    expect(pinyinSyllables('重庆', false).join('')).toBe('chongqing');
  });

  test('folds traditional to simplified characters', () => {
    expect(simplified('華為技術')).toBe('华为技术');
  });

  test.each([
    ['月', 'yuet'],
    ['國', 'kwok'],
    ['陳', 'chan'],
    ['榮', 'wing'],
  ])('%s is %s in Hong Kong', (character, expected) => {
    expect(cantoneseSyllable(character)).toContain(expected);
  });

  test('has Korean readings', () => {
    expect(koreanReading('金正日')).toEqual(['김', '정', '일']);
  });
});

describe('Korean', () => {
  test.each([
    ['경', 'gyeong', 'kyong'],
    ['택', 'taek', 'thaek'],
    ['룡', 'ryong', 'ryong'],
    ['철', 'cheol', 'chol'],
    ['평', 'pyeong', 'phyong'],
  ])('%s is %s in the South and %s in the North', (block, south, north) => {
    expect(revisedSyllable(block)).toBe(south);
    expect(northSyllable(block)).toBe(north);
  });

  test('classes every spelling of a syllable alike and knows what is none', () => {
    expect(koreanSyllableClass('cheol')).toBe(koreanSyllableClass('chol'));
    expect(koreanSyllableClass('hoon')).toBe(koreanSyllableClass('hun'));
    expect(koreanSyllableClass('smith')).toBeUndefined();
  });

  test('parts two-block surnames before one-block ones', () => {
    expect(partKoreanName('남궁민수')).toEqual({ surname: '남궁', given: ['민', '수'] });
    expect(partKoreanName('김정은')).toEqual({ surname: '김', given: ['정', '은'] });
    expect(partKoreanName('은행')).toEqual({ surname: '은', given: ['행'] });
  });
});

describe('Chinese in Latin letters', () => {
  test.each([
    ['haikangweishi', 'hai kang wei shi'],
    ['fangan', 'fan gan'],
    ['xian', 'xian'],
    ['luopu', 'luo pu'],
  ])('cuts %s into %s', (word, expected) => {
    expect(pinyinParse(word)?.join(' ')).toBe(expected);
  });

  test.each(['smith', 'haikangx', ''])('finds no pinyin in "%s"', (word) => {
    expect(pinyinParse(word) ?? []).toEqual([]);
  });

  test.each([
    ['xiang', 'hsiang'],
    ['zhong', 'chung'],
    ['qian', 'chien'],
    ['guo', 'kuo'],
    ['ri', 'jih'],
  ])('%s is %s in Wade-Giles and back', (pinyin, wade) => {
    expect(wadeGiles(pinyin)).toBe(wade);
    expect(fromWade(wade)).toContain(pinyin);
  });

  test('joins every syllable exactly once in every way', () => {
    for (let count = 1; count <= 9; count++) {
      const syllables = Array.from({ length: count }, (_, index) => `s${index}`);
      for (const way of runs(count)) {
        expect(joinRuns(syllables, way).join('')).toBe(syllables.join(''));
        expect(Math.max(...way)).toBeLessThanOrEqual(4);
      }
    }
  });

  test('knows surnames abroad', () => {
    expect(surnameTables.chineseLatin('wong')).toEqual(['wang', 'huang']);
    expect(surnameTables.chineseLatin('kwok')).toEqual(['guo']);
    expect(surnameTables.chinese('鄭')?.pinyin).toBe('zheng');
    expect(surnameTables.korean('park')).toEqual(['박']);
    expect(surnameTables.vietnamese('nguyen')).toBe(true);
    expect(surnameTables.japanese('田中')).toBe('tanaka');
  });
});
