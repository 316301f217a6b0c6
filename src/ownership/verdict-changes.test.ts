import { expect, it } from 'vitest';
import { ask, id, link } from '../../test/ownership-links.ts';
import type { Day } from '../model/day.ts';
import { exactShare } from '../model/share.ts';
import { afterDivestment, verdictChanges } from './verdict-changes.ts';

const day = '2025-01-01' as Day;
const links = [link('X', 'A', '60'), link('A', 'B', '50'), link('X', 'C', null), link('Y', 'D', '50')];

it('says who becomes caught, who stops being so and who becomes undetermined', () => {
  const before = ask('OFAC', links, ['Y'], day);
  const after = before.withAssumption({ list: [id('X')], delist: [id('Y')] });
  expect(verdictChanges(before, after)).toEqual([
    { party: 'A', before: 'not caught', after: 'caught' },
    { party: 'B', before: 'not caught', after: 'caught' },
    { party: 'C', before: 'not caught', after: 'undetermined' },
    { party: 'D', before: 'caught', after: 'not caught' },
    { party: 'X', before: 'not caught', after: 'caught' },
    { party: 'Y', before: 'caught', after: 'not caught' },
  ]);
  expect(verdictChanges(before, before)).toEqual([]);
});

it('ends what is sold on the day before, and gives the buyer the difference', () => {
  const sale = {
    kind: 'divestment',
    owner: id('X'),
    owned: id('A'),
    from: '2024-06-01' as Day,
    share: exactShare('49'),
    to: id('Z'),
  } as const;
  const sold = afterDivestment(links, sale);
  expect(ask('OFAC', sold, ['X'], '2024-05-31' as Day).resultOf(id('B'))).toBe('caught');
  expect(ask('OFAC', sold, ['X'], '2024-06-01' as Day).resultOf(id('B'))).toBe('not caught');
  expect(ask('OFAC', sold, ['Z'], day).verdict(id('A')).attributed.min).toBe(11e10);
  const verdict = ask('OFAC', sold, ['X'], day).verdict(id('A'));
  expect(verdict.caughtBefore.at(-1)?.until).toBe('2024-05-31');
});

it('leaves the share of a buyer open where the shares sold are not exact', () => {
  const sale = {
    kind: 'divestment',
    owner: id('X'),
    owned: id('C'),
    from: day,
    share: exactShare('0'),
    to: id('Z'),
  } as const;
  const sold = afterDivestment(links, sale);
  expect(ask('OFAC', sold, ['Z'], day).resultOf(id('C'))).toBe('undetermined');
  expect(ask('OFAC', sold, ['X'], day).resultOf(id('C'))).toBe('not caught');
});
