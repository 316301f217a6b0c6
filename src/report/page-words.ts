import { type Day, dayInWords, type Money, wholeMoneyText } from '../model/index.ts';
import { html, type Markup } from './page.ts';

/** A day in words, with the exact day for machines. */
export function day(value: Day): Markup {
  return html`<time datetime="${value}">${dayInWords(value)}</time>`;
}

/** Whole units, currency by currency; what nobody stated is said to be not known. */
export function amounts(values: readonly Money[]): string {
  return values.length === 0 ? 'not known' : values.map((value) => wholeMoneyText(value)).join(' + ');
}

/** `1 device`, `1,234 devices`; `word` is a singular with a plain plural. */
export function counted(count: number, word: string): string {
  return `${numberText(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** `1,234`. */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
