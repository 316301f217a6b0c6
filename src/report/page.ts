import { escapeMarkup } from '../formats/index.ts';
import type { Effect } from '../model/index.ts';
import { effectLooks } from './effect-look.ts';
import { pageStyle } from './page-style.ts';

/** Text that is already markup. Everything else is escaped by `html`. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | undefined | false | readonly Part[];

/** A template whose values are escaped unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + render(parts[index])).join(''));
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeMarkup(String(part));
}

/** An effect as colour, sign and word together. */
export function effectMark(effect: Effect): Markup {
  const look = effectLooks[effect];
  return html`<span class="effect"><i class="swatch ${effect === 'undetermined' ? 'hatched' : ''}" style="background-color:${look.colour}"></i>${look.sign} ${look.word}</span>`;
}

/** From so many columns on, a table becomes a list of named cells on a narrow screen. */
const columnsToStack = 4;

/**
 * A table with a header that stays, in a box that scrolls on a narrow screen; one of many columns is set there cell under
 * cell, each with its column's name. Numbers go to the right.
 */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  numeric: readonly number[] = [],
): Markup {
  const align = (index: number) => (numeric.includes(index) ? 'number' : '');
  const stacks = head.length >= columnsToStack;
  const named = (index: number) => (stacks && head[index] ? html` data-column="${head[index]}"` : '');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="${stacks ? 'stacks' : ''}"><caption>${caption}</caption><thead><tr>${head.map(
    (cell, index) => html`<th scope="col" class="${align(index)}">${cell}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td class="${align(index)}"${named(index)}>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** A table whose rows after the first `shown` are folded away; where the rest is, is said for paper. */
export function longTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  options: { readonly shown: number; readonly numeric?: readonly number[]; readonly rest?: string },
): Markup {
  const { shown, numeric = [], rest = 'in the report on screen' } = options;
  // Folding two or three rows away helps nobody.
  if (rows.length <= shown + 3) return table(caption, head, rows, numeric);
  const left = rows.length - shown;
  return html`${table(`${caption} (the first ${shown} of ${rows.length})`, head, rows.slice(0, shown), numeric)}
<details><summary>${left} more <span class="on-paper">(${rest})</span></summary>${table(`${caption}, continued`, head, rows.slice(shown), numeric)}</details>`;
}

/** A whole self-contained page: no script, no font or picture from elsewhere. */
export function page(title: string, body: Markup): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title>
<style>${pageStyle}</style></head>
<body>${body.text}</body></html>
`;
}
