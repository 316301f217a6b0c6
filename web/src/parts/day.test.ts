import { expect, it } from 'vitest';
import { dayInWords } from './day.tsx';

it.each([
  ['2022-06-03', '3 June 2022', '2022年6月3日'],
  ['2022-06', 'June 2022', '2022年6月'],
  ['2022-05 (week before article)', 'May 2022 (week before article)', '2022年5月 (week before article)'],
  ['2020-07 to 2022-06', 'July 2020 to June 2022', '2020年7月 to 2022年6月'],
])('%s is read as %s', (text, english, chinese) => {
  expect(dayInWords(text, 'en')).toBe(english);
  expect(dayInWords(text, 'zh-Hans')).toBe(chinese);
});

it.each([
  '2022',
  '2017-2021',
  '2021 vs 2020',
  'case 12-2022-06-031',
  '2022-13',
  '2022-02-31',
  '2022-04-31',
  '',
])('leaves %s as it is', (text) => {
  expect(dayInWords(text, 'en')).toBe(text);
});
