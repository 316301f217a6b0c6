import { styleText } from 'node:util';
import type { Effect } from '../model/index.ts';

/** Whether results go to a person: then colour and wrapping; otherwise plain text. NO_COLOR is honoured. */
const isTerminal = process.stdout.isTTY === true && !process.env.NO_COLOR;

type Style = Parameters<typeof styleText>[0];

export function styled(style: Style, text: string): string {
  return isTerminal ? styleText(style, text) : text;
}

/** The sign and text of a warning, as it goes to stderr. */
export function warningLine(text: string): string {
  const sign = styleText('yellow', '!', { stream: process.stderr });
  return `${sign} ${prose(text, '', '  ', process.stderr)}\n`;
}

const effectStyles: Readonly<Record<Effect, { readonly sign: string; readonly style: Style }>> = {
  blocked: { sign: '■', style: ['bold', 'red'] },
  prohibited: { sign: '▲', style: 'red' },
  'licence required': { sign: '◆', style: 'yellow' },
  'not authorised': { sign: '⬢', style: 'yellow' },
  ineligible: { sign: '▼', style: 'yellow' },
  'rebuttable presumption': { sign: '◐', style: 'yellow' },
  'removal required': { sign: '✕', style: 'magenta' },
  'disclosure required': { sign: '◧', style: 'cyan' },
  'red flag': { sign: '⚑', style: 'cyan' },
  allowed: { sign: '○', style: 'green' },
  undetermined: { sign: '?', style: 'dim' },
};

/** An effect with its sign, in its colour: never colour alone. */
export function effectText(effect: Effect): string {
  const { sign, style } = effectStyles[effect];
  return styled(style, `${sign} ${effect}`);
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Longest text shown; a longer one ends in an ellipsis on a terminal. */
  readonly most?: number;
}

/** A table as text: columns as wide as they need, two blanks between, a rule under the header. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell, index) => shorten(cell, columns[index]?.most)));
  const widths = columns.map((column, index) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), displayWidth(column.title)),
  );
  const line = (row: readonly string[]) =>
    columns
      .map((column, index) =>
        pad(row[index] ?? '', widths[index]!, column.align === 'right', index === columns.length - 1),
      )
      .join('  ')
      .trimEnd();
  return [styled('bold', line(columns.map((column) => column.title))), ...cells.map(line)]
    .map((text) => `${text}\n`)
    .join('');
}

function shorten(text: string, most: number | undefined): string {
  return most !== undefined && isTerminal && displayWidth(text) > most
    ? `${[...text].slice(0, most - 1).join('')}…`
    : text;
}

function pad(text: string, width: number, right: boolean, isLast: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? blanks + text : isLast ? text : text + blanks;
}

/** Columns that a text takes: two for Han, Hangul, Kana and full-width signs, none for styles and combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: styles begin with the escape character
  for (const sign of text.replace(/\u001b\[[0-9;]*m/g, '')) {
    if (/\p{Mn}/u.test(sign)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        sign,
      )
        ? 2
        : 1;
  }
  return width;
}

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

/** The columns that prose may take: at most those of the terminal, where the output is one. */
export function proseWidth(most = 100, output: Output = process.stdout): number {
  return output.isTTY && output.columns > 0 ? Math.min(most, output.columns) : most;
}

/** Prose beside an indent keeps a few columns even where the terminal is hardly wider than the indent. */
const leastProse = 16;

/** Breaks prose into lines of at most `width` columns, or of the terminal’s; `later` indents all but the first. */
export function wrap(text: string, width = 100, indent = '', later = indent): string {
  const most = Math.max(proseWidth(width), later.length + leastProse);
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(/\s+/)) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > most) {
      lines.push(line);
      line = later;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return `${[...lines, line].join('\n')}\n`;
}

/** A sentence or more, without the last line end: broken on a terminal, one line where programs read it. */
export function prose(text: string, indent = '', later = indent, output: Output = process.stdout): string {
  return output.isTTY ? wrap(text, proseWidth(100, output), indent, later).trimEnd() : `${indent}${text}`;
}

/** One line on stderr that is written over while work goes on; plain lines now and then where stderr is no terminal. */
export function progress(label: string): {
  at(done: number, total?: number): void;
  end(text?: string): void;
} {
  const live = process.stderr.isTTY === true;
  let shown = 0;
  return {
    at(done, total) {
      const now = performance.now();
      if (now - shown < (live ? 100 : 5000)) return;
      shown = now;
      const text =
        total === undefined ? `${label} ${group(done)}` : `${label} ${group(done)} of ${group(total)}`;
      process.stderr.write(live ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end(text) {
      if (live) process.stderr.write('\r\u001b[K');
      if (text !== undefined) process.stderr.write(`${text}\n`);
    },
  };
}

/** `12,345`. */
export function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
