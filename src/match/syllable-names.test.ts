import { describe, expect, test } from 'vitest';
import { compareParties } from './index.ts';

const alike = (left: string, right: string): boolean =>
  compareParties({ names: [left] }, { names: [right] }, 'person').match;

describe('Chinese and Korean names, where each syllable tells people apart', () => {
  test.each([
    ['Liu Tian', 'Liu Tan'],
    ['Wang Liang', 'Wang Lang'],
    ['Zhou Wei', 'Zhu Wei'],
    ['Zhang Wei', 'Zang Wei'],
    ['Li Shan', 'Li San'],
    ['Wang Xiaoliang', 'Wang Xiaolang'],
    ['张伟', 'Zang Wei'],
    ['Zhang Xiaoli', 'Zhang Xiaolei'],
    ['Cho Min Su', 'Cho Min So'],
    ['Chan Wai Man', 'Chan Wai Ming'],
  ])('%s is not %s', (left, right) => {
    expect(alike(left, right)).toBe(false);
    expect(alike(right, left)).toBe(false);
  });

  test.each([
    ['Zhang Xiaoming', 'Chang Hsiao-ming'],
    ['张晓明', 'ZHANG, Xiao Ming'],
    ['Lü Zhiqiang', 'Lv Zhiqiang'],
    ['吕志强', 'Lyu Zhiqiang'],
    ['梁振英', 'Leung Chun Ying'],
    ['박정천', 'Park Jung-chun'],
    ['Wang Xiaoliang', 'Xiao-liang Wang'],
  ])('%s is %s', (left, right) => {
    expect(alike(left, right)).toBe(true);
    expect(alike(right, left)).toBe(true);
  });
});
