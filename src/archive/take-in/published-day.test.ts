import { describe, expect, it } from 'vitest';
import { dayOfPath, isExtractPath } from './published-day.ts';

describe('dayOfPath', () => {
  it.each([
    ['ofac-sdn/2023-12-28/sdn.csv.gz', '2023-12-28'],
    ['2020-01-01/uflpa-entity-list-2026-07-09.html', '2026-07-09'],
    ['ofsi-conlist-2025-04-10/ConList.xlsx', '2025-04-10'],
    ['us-extracts-2026-07/bis_meu.json', '2026-07-31'],
    ['2024-02/list.csv', '2024-02-29'],
    ['samples-2018/uvl.csv', '2018-12-31'],
    ['itar_debarred_party_list_01242018.csv', '2018-01-24'],
    ['2024-13-45/sdn.csv', '2024-12-31'],
    ['downloads/sdn.csv', undefined],
    ['list-12345678.csv', undefined],
  ])('of %s is %s', (path, day) => {
    expect(dayOfPath(path)).toBe(day);
  });
});

describe('isExtractPath', () => {
  it.each([
    ['us-csl/2019-12-03-extract/csl.csv', true],
    ['us-extracts-2026-07/bis_meu.json', true],
    ['ofac-formats/sdn.sample.xml', true],
    ['uk/samples/list.xml', true],
    ['eu-fsf/derived-2025-05/x.csv', true],
    ['sampleton/sdn.csv', false],
    ['ofac-sdn/2023-12-28/sdn.csv', false],
  ])('of %s is %s', (path, expected) => {
    expect(isExtractPath(path)).toBe(expected);
  });
});
