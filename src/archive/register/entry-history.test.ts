import { describe, expect, it } from 'vitest';
import { entryHistories } from './entry-history.ts';
import { chain } from './register.fixture.ts';

const stays = (histories: ReturnType<typeof entryHistories>) =>
  histories.map((history) => [
    history.entry,
    ...history.listings.map((stay) => `${stay.regime} ${stay.firstSeen} to ${stay.gone ?? 'now'}`),
  ]);

describe('entryHistories', () => {
  it('takes an entry for gone on the day before the version that lacks it', () => {
    const histories = entryHistories(
      chain('l', ['2020-01-01', [{ entry: '1' }, { entry: '2' }]], ['2020-03-01', [{ entry: '2' }]]),
    );
    expect(stays(histories)).toEqual([
      ['1', 'fake-regime 2020-01-01 to 2020-02-29'],
      ['2', 'fake-regime 2020-01-01 to now'],
    ]);
  });

  it('keeps the last whole version that lacked an entry, also one that came back, and counts no extract as lacking it', () => {
    const absences = (histories: ReturnType<typeof entryHistories>) =>
      histories.map(({ entry, listings }) => [entry, ...listings.map((stay) => stay.absent)]);
    expect(
      absences(
        entryHistories(
          chain(
            'l',
            ['2020-01-01', [{ entry: '1' }]],
            ['2021-01-01', [{ entry: '2' }]],
            ['2021-06-01', [{ entry: '2' }], 'extract'],
            ['2022-01-01', [{ entry: '1' }, { entry: '2', regimes: ['fake-regime', 'b'] }, { entry: '3' }]],
          ),
        ),
      ),
    ).toEqual([
      ['1', undefined, '2021-01-01'],
      ['2', '2020-01-01', undefined],
      ['3', '2021-01-01'],
    ]);
  });

  it('keeps two stays of an entry that came back', () => {
    const histories = entryHistories(
      chain(
        'l',
        ['2020-01-01', [{ entry: '1' }]],
        ['2021-01-01', [{ entry: '2' }]],
        ['2022-01-01', [{ entry: '1' }]],
      ),
    );
    expect(stays(histories)[0]).toEqual([
      '1',
      'fake-regime 2020-01-01 to 2020-12-31',
      'fake-regime 2022-01-01 to now',
    ]);
    expect(histories[0]!.listings.map((stay) => stay.occurrence)).toEqual([1, 2]);
  });

  it('ends the one regime that an entry lost and keeps the other', () => {
    const histories = entryHistories(
      chain(
        'l',
        ['2020-01-01', [{ entry: '1', regimes: ['a', 'b'] }]],
        ['2021-01-01', [{ entry: '1', regimes: ['b', 'c'] }]],
      ),
    );
    expect(stays(histories)).toEqual([
      ['1', 'a 2020-01-01 to 2020-12-31', 'b 2020-01-01 to now', 'c 2021-01-01 to now'],
    ]);
  });

  it('takes nothing for gone by an extract, and no name away', () => {
    const [first, second] = entryHistories(
      chain(
        'l',
        ['2020-01-01', [{ entry: '1', aliases: ['Long Alias'] }, { entry: '2' }]],
        ['2021-01-01', [{ entry: '1', aliases: ['New Alias'] }], 'extract'],
      ),
    );
    expect([first!.gone, second!.gone]).toEqual([undefined, undefined]);
    expect(first!.record().names.map((name) => name.text)).toEqual(['Party 1', 'Long Alias', 'New Alias']);
    expect(first!.version.completeness).toBe('extract');
  });

  it('follows an entry whose id is made from its content through a correction', () => {
    const histories = entryHistories(
      chain(
        'l',
        ['2020-01-01', [{ entry: 'sha256:a', name: 'Acme Trading Co., Ltd.' }]],
        ['2021-01-01', [{ entry: 'sha256:b', name: 'ACME TRADING COMPANY LIMITED', aliases: ['Acme'] }]],
        ['2022-01-01', [{ entry: 'sha256:b', name: 'ACME TRADING COMPANY LIMITED', aliases: ['Acme'] }]],
      ),
    );
    expect(stays(histories)).toEqual([['sha256:a', 'fake-regime 2020-01-01 to now']]);
    expect(histories[0]!.laterIds).toEqual(['sha256:b']);
  });

  it('does not guess which of two entries of one name was corrected', () => {
    const two = (a: string, b: string) => [a, b].map((id) => ({ entry: `sha256:${id}`, name: 'Star Co' }));
    const histories = entryHistories(
      chain('l', ['2020-01-01', two('a', 'b')], ['2021-01-01', two('c', 'd')]),
    );
    expect(histories.length).toBe(4);
  });
});
