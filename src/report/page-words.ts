import { type Day, dayInWords, type Money, moneyText } from '../model/index.ts';
import { html, type Markup } from './page.ts';

/** A day in words, with the exact day for machines. */
export function day(value: Day): Markup {
  return html`<time datetime="${value}">${dayInWords(value)}</time>`;
}

/** Whole units, currency by currency; what nobody stated is said to be not known. */
export function amounts(values: readonly Money[]): string {
  return values.length === 0 ? 'not known' : values.map((value) => moneyText(value, true)).join(' + ');
}
