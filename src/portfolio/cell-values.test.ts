import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOfHeader } from './cell-currency.ts';
import { plainDecimal, readAmount, readCount } from './cell-numbers.ts';
import { readAddress, readCountry, readDay, readStreamPath, tellDecimal } from './cell-values.ts';

const american = { dayOrder: 'month first', decimal: '.' } as const;
const german = { dayOrder: 'day first', decimal: ',' } as const;

describe('cells of exports', () => {
  it.each([
    ['2021-03-15', american, '2021-03-15'],
    ['2025-11-21T04:45:00Z', american, '2025-11-21'],
    ['11/21/2025 4:45:00 AM', american, '2025-11-21'],
    ['03/04/2021', american, '2021-03-04'],
    ['03/04/2021', german, '2021-04-03'],
    ['15.03.2021', american, '2021-03-15'],
    ['15 Mar 2021', american, '2021-03-15'],
    ['Mar 15, 2021', american, '2021-03-15'],
    ['20210315', american, '2021-03-15'],
    ['1763740000', american, '2025-11-21'],
    ['3/15/99', american, '1999-03-15'],
    ['3/15/21', american, '2021-03-15'],
    ['31/31/2021', american, undefined],
    ['soon', american, undefined],
  ] as const)('reads the day "%s"', (cell, style, day) => expect(readDay(cell, style)).toBe(day));

  it.each([
    ['1.234,56', german, '1234.56'],
    ['1,234.56', american, '1234.56'],
    ['1.234,56', american, '1234.56'],
    ['(12.50)', american, '-12.50'],
    ["1'234.50", american, '1234.50'],
    ['-0.5', american, '-0.5'],
    ['1 234,56', german, '1234.56'],
    ['12,34,567.5', american, '1234567.5'],
    ['1.234.567', american, '1234567'],
    ['.5', american, '0.5'],
    ['12-', american, '-12'],
    ['12.5.3', american, undefined],
    ['1,5', american, undefined],
    ['10-20', american, undefined],
    ['2024-01-05', american, undefined],
    ['10 20', american, undefined],
    ['.', american, undefined],
    ['abc', american, undefined],
  ] as const)('reads the number "%s"', (cell, style, plain) => expect(plainDecimal(cell, style)).toBe(plain));

  it('takes the currency of the cell before that of the header, and none for granted', () => {
    expect(readAmount('€ 12,50', 'USD', german)).toEqual({ minor: 1250, currency: 'EUR' });
    expect(readAmount('12.5', 'USD', american)).toEqual({ minor: 1250, currency: 'USD' });
    expect(readAmount('EUR12.50', 'USD', american)).toEqual({ minor: 1250, currency: 'EUR' });
    expect(readAmount('HK$ 12.50', 'USD', american)).toEqual({ minor: 1250, currency: 'HKD' });
    expect(readAmount('12.50 PCS', 'USD', american)).toEqual({ minor: 1250, currency: 'USD' });
    expect(readAmount('12.5', undefined, american)).toBeUndefined();
    // A sign of several currencies is that of the file where it can be, and nobody's where nothing says whose.
    expect(readAmount('$12.50', 'CAD', american)).toEqual({ minor: 1250, currency: 'CAD' });
    expect(readAmount('$12.50', 'EUR', american)).toEqual({ minor: 1250, currency: 'USD' });
    expect(readAmount('¥12', 'JPY', american)).toEqual({ minor: 12, currency: 'JPY' });
    expect(readAmount('¥12', 'EUR', american)).toBeUndefined();
    expect(readAmount('1785400.00000000', 'USD', american)).toEqual({ minor: 178_540_000, currency: 'USD' });
    expect(readAmount('0.995', 'USD', american)).toEqual({ minor: 100, currency: 'USD' });
    // As many decimals as the currency has: none in Chile, three in Kuwait.
    expect(readAmount('5000.50', 'CLP', american)).toEqual({ minor: 5001, currency: 'CLP' });
    expect(readAmount('12.345', 'KWD', american)).toEqual({ minor: 12_345, currency: 'KWD' });
  });

  it.each([
    ['Cost (EUR)', 'EUR'],
    ['price_usd', 'USD'],
    ['Preis €', 'EUR'],
    ['Price (zł)', 'PLN'],
    ['Value [SEK]', 'SEK'],
    ['Cost all', undefined],
    ['Cost', undefined],
  ])('reads the currency of the column %j', (header, currency) =>
    expect(currencyOfHeader(header)).toBe(currency),
  );

  it('tells the decimal sign from what a column shows', () => {
    expect(tellDecimal(['1,5', '12,75'])).toBe(',');
    expect(tellDecimal(['1,234', '5.25'])).toBe('.');
  });

  it('reads addresses without user, password, port and mask', () => {
    expect(
      [
        'http://10.20.4.11/',
        'rtsp://u:p@10.0.0.1:554/x',
        '10.20.4.11/24',
        '10.20.4.11:8000',
        'fe80::1/64',
      ].map(readAddress),
    ).toEqual(['10.20.4.11', '10.0.0.1', '10.20.4.11', '10.20.4.11', 'fe80::1']);
    expect(['999.1.1.1', 'lobby', '', '12:30', 'aa:bb:cc:dd:ee:ff'].filter(readAddress)).toEqual([]);
  });

  it('keeps the path of a stream and drops its credentials', () => {
    expect(readStreamPath('rtsp://a:b@h:554/Streaming/Channels/101')).toBe('/Streaming/Channels/101');
    expect(readStreamPath('rtsp://h/live/av0?user=x&passwd=y')).toBe('/live/av0');
    expect(readStreamPath('rtsp://h/cam/realmonitor?channel=1&subtype=0')).toBe(
      '/cam/realmonitor?channel=1&subtype=0',
    );
  });

  it('reads counts and countries as people write them', () => {
    const counts = (cells: readonly string[], style: typeof american | typeof german) =>
      cells.map((cell) => readCount(cell, style));
    expect(counts(['x3', '4 pcs', '', '0', '1,200 pcs', '3.00'], american)).toEqual([3, 4, 1, 1, 1200, 3]);
    expect(counts(['1.200', '3,000'], german)).toEqual([1200, 3]);
    expect(['cn', 'Made in China', 'CHN', 'UK', 'Atlantis', 'constructor'].map(readCountry)).toEqual([
      'CN',
      'CN',
      'CN',
      'GB',
      undefined,
      undefined,
    ]);
  });

  it('reads back every day and amount that it can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: -1e9, max: 1e9 }), (days, minor) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const [year, month, date] = day.split('-');
        expect(readDay(`${date}.${month}.${year}`, american)).toBe(day);
        expect(readDay(`${Number(month)}/${Number(date)}/${year}`, american)).toBe(day);
        const text = `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)},${String(Math.abs(minor) % 100).padStart(2, '0')}`;
        expect(readAmount(text, 'EUR', german)?.minor).toBe(minor);
      }),
    );
  });
});
