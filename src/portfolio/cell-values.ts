import { z } from 'zod';
import { type Day, isDay, lookUp } from '../model/index.ts';
import countryTable from './tables/countries.json' with { type: 'json' };

/** Which way round days and decimals are written; told from the cells of a table. */
export interface CellStyle {
  readonly dayOrder: 'month first' | 'day first';
  readonly decimal: '.' | ',';
}

/** Tells the decimal sign from sample cells: by a lone `,dd`, or by what stands before the last sign. */
export function tellDecimal(cells: readonly string[]): CellStyle['decimal'] {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    const text = cell.replace(/[^\d.,]/g, '');
    if (/,\d{1,2}$/.test(text) || /\.\d{3},/.test(text)) comma++;
    else if (/\.\d{1,2}$/.test(text) || /,\d{3}\./.test(text)) point++;
  }
  return comma > point ? ',' : '.';
}

const monthNumbers = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in a cell: ISO (a time after it is cut), `3/15/2021`, `15.03.2021`, `15 Mar 2021`, `20210315`, seconds since 1970. */
export function readDay(cell: string, style: CellStyle): Day | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const compact = /^(19|20)(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return day(compact[1]! + compact[2]!, compact[3]!, compact[4]!);
  const named = /^(\d{1,2})[\s-]([A-Za-z]{3})[A-Za-z]*\.?,?[\s-](\d{4})/.exec(text);
  if (named) return day(named[3]!, String(monthNumbers.indexOf(named[2]!.toLowerCase()) + 1), named[1]!);
  const namedFirst = /^([A-Za-z]{3})[A-Za-z]*\.?\s(\d{1,2}),?\s(\d{4})/.exec(text);
  if (namedFirst)
    return day(
      namedFirst[3]!,
      String(monthNumbers.indexOf(namedFirst[1]!.toLowerCase()) + 1),
      namedFirst[2]!,
    );
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:\D.*)?$/.exec(text);
  if (parts) {
    const year = parts[4]!.length === 2 ? `${parts[4]! < '70' ? 20 : 19}${parts[4]}` : parts[4]!;
    const isDayFirst = parts[2] === '.' || style.dayOrder === 'day first';
    return isDayFirst ? day(year, parts[3]!, parts[1]!) : day(year, parts[1]!, parts[3]!);
  }
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10) as Day;
  return undefined;
}

function day(year: string, month: string, date: string): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const countryWords: Readonly<Record<string, string>> = countryTable.words;

/** ISO 3166-1 alpha-2 of a country cell, upper case; nothing where it is not known. */
export function readCountry(cell: string): string | undefined {
  const text = cell
    .trim()
    .replace(/^made in /i, '')
    .replace(/^([A-Z]{3}):.*$/, '$1');
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase();
  return lookUp(countryWords, text.toLowerCase());
}

const ipv6 = z.ipv6();

/** The host of an address cell: `http://10.20.4.11/`, `10.20.4.11/24`, `10.20.4.11:8000`. User names in a URL are dropped unread. */
export function readAddress(cell: string): string | undefined {
  const text = cell.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/?#]+)/i.exec(text);
  if (url) return url[1]!.replace(/^\[|\]$/g, '');
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?:[/:]\d+)?$/.exec(text);
  if (v4) return v4[1]!.split('.').every((part) => Number(part) <= 255) ? v4[1] : undefined;
  const v6 = text.replace(/\/\d+$/, '');
  return ipv6.safeParse(v6).success ? v6.toLowerCase() : undefined;
}

/** The path of a stream address without host, user and password. */
export function readStreamPath(cell: string): string | undefined {
  const path = cell.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const clean = path
    .replace(/([?&])(user(name)?|usr|pass(wd|word)?|pwd|loginuse|loginpas|token)=[^&]*/gi, '$1')
    .replace(/[?&]+$/, '');
  return clean.length > 1 ? clean : undefined;
}
