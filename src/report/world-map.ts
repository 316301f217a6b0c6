import { escapeMarkup } from '../formats/index.ts';
import { numberText } from './page-words.ts';
import outline from './tables/world-outline.generated.json' with { type: 'json' };

/** Numbers published about a country; several stand side by side and are never added up. */
export interface CountryMark {
  /** As the outline names it. */
  readonly country: string;
  /** As the reader calls it. */
  readonly name: string;
  readonly values: readonly number[];
}

export interface WorldMapOptions {
  readonly label: string;
  /** Countries of which something else is told, marked by their shade alone. */
  readonly told: readonly string[];
  /** `amount`: a ring for each number, its area by the number. `order`: the number itself in a ring. */
  readonly form: 'amount' | 'order';
}

const { width, height } = outline;
const countries = new Map(outline.countries.map((country) => [country.name, country]));
const fontSize = 21;
const lineHeight = 23;
const largest = 44;
/** Room above the northernmost and beside the outermost land for rings and words. */
const edge = 14;

/** Whether the outline has the country; those of a few islands or one city it leaves out. */
export function isOnMap(country: string): boolean {
  return countries.has(country);
}

/** The land of the world, once a page; the maps refer to it. */
export function worldLandSvg(): string {
  const land = outline.countries.map(({ path }) => path).join('');
  return `<svg width="0" height="0" style="position:absolute" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><defs><path id="world-land" d="${land}"/></defs></svg>`;
}

/**
 * Countries with numbers on the map of `worldLandSvg`, as SVG text without scripts: darker land, rings, and the name with
 * the numbers where they fit. Outlines carry the meaning, so that it survives a black and white print.
 */
export function worldMapSvg(marks: readonly CountryMark[], { label, told, form }: WorldMapOptions): string {
  const most = Math.max(...marks.flatMap(({ values }) => values)) || 1;
  const placed = marks.map((mark) => {
    const { at, path } = countries.get(mark.country)!;
    const radius = (value: number) =>
      form === 'order' ? fontSize * 0.75 : Math.max(4, round(largest * Math.sqrt(value / most)));
    return { ...mark, path, x: at[0]!, y: at[1]!, radii: mark.values.map(radius) };
  });
  const rings = placed.flatMap(({ x, y, radii, values, name }) =>
    radii.map(
      (radius, index) =>
        `<circle cx="${x}" cy="${y}" r="${radius}" fill="${form === 'order' ? 'var(--paper,#fff)' : 'transparent'}" stroke="currentColor" stroke-width="1.6"><title>${escapeMarkup(`${name}: ${numberText(values[index]!)}`)}</title></circle>${form === 'order' ? `<text x="${x}" y="${y + fontSize / 3}" text-anchor="middle" font-size="${fontSize}" font-weight="600" fill="currentColor">${values[index]}</text>` : ''}`,
    ),
  );
  const words = placeWords(
    placed.map(({ name, x, y, radii, values }) => ({
      x,
      y,
      radius: Math.max(...radii),
      lines: form === 'order' ? [name] : [name, ...values.map(numberText)],
    })),
  );
  return `<svg class="world-map" viewBox="${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}" role="img" aria-label="${escapeMarkup(label)}" xmlns="http://www.w3.org/2000/svg"><use href="#world-land" class="land"/><path class="told" d="${told.map((name) => countries.get(name)?.path ?? '').join('')}"/><path class="counted" d="${placed.map(({ path }) => path).join('')}"/>${rings.join('')}${words.join('')}</svg>`;
}

interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly lines: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words beside their ring where nothing else stands; else the name alone; else nothing, as the table says it. */
function placeWords(marks: readonly Labelled[]): string[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return marks.flatMap((mark) => {
    for (const lines of [mark.lines, mark.lines.slice(0, 1)]) {
      const free = spots(mark, lines).find(
        ({ box }) => isInside(box) && taken.every((one) => isApart(one, box)),
      );
      if (!free) continue;
      taken.push(free.box);
      return [wordsSvg(lines, free)];
    }
    return [];
  });
}

interface Spot {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Right, left, below and above of a ring, in this order of liking. */
function spots({ x, y, radius }: Labelled, lines: readonly string[]): Spot[] {
  const long = 0.56 * fontSize * Math.max(...lines.map((line) => line.length));
  const high = lineHeight * lines.length;
  const gap = 6;
  const box = (left: number, top: number): Box => ({ left, right: left + long, top, bottom: top + high });
  return [
    { anchor: 'start', box: box(x + radius + gap, y - high / 2) },
    { anchor: 'end', box: box(x - radius - gap - long, y - high / 2) },
    { anchor: 'middle', box: box(x - long / 2, y + radius + 2) },
    { anchor: 'middle', box: box(x - long / 2, y - radius - 2 - high) },
  ];
}

function isInside({ left, right, top, bottom }: Box): boolean {
  return left >= -edge && right <= width + edge && top >= -edge && bottom <= height + edge;
}

function isApart(a: Box, b: Box): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

function wordsSvg(lines: readonly string[], { anchor, box }: Spot): string {
  const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : (box.left + box.right) / 2;
  return lines
    .map(
      (line, index) =>
        `<text x="${round(x)}" y="${round(box.top + lineHeight * index + 0.8 * lineHeight)}" text-anchor="${anchor}" font-size="${fontSize}"${index === 0 ? ' font-weight="600"' : ''} fill="currentColor" paint-order="stroke" stroke="var(--paper,#fff)" stroke-width="5" stroke-linejoin="round">${escapeMarkup(line)}</text>`,
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
