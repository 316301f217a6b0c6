import { escapeMarkup } from '../formats/index.ts';
import { type Effect, wholeMoneyText } from '../model/index.ts';
import { effectLooks } from './effect-look.ts';
import { foremost, layoutShockMap, type PlacedLabel, type PlacedMark } from './shock-layout.ts';
import type { Mark, ShockMap } from './shock-map.ts';

/** Marks that carry a number on the narrow map, and are explained in the list under it. */
export const numberedMarks = 12;

export interface ShockSvgOptions {
  /** Shows the world as it is instead of the assumed one. */
  readonly before?: boolean;
  readonly form?: 'wide' | 'narrow';
  /** Told apart where several maps stand on one page. */
  readonly id?: string;
}

/**
 * The map as SVG text, without scripts. Gravity is in the darkness as well as in the sign beside the label, so that it
 * survives a black and white print; both states are in the marks (`--before`, `--after`), so that a page can switch.
 */
export function shockMapSvg(map: ShockMap, options: ShockSvgOptions = {}): string {
  const { form = 'wide', before = false, id = 'shock' } = options;
  const layout = layoutShockMap(map, form);
  const { width, height, middle, core } = layout;
  const hatch = `${id}-undetermined`;
  const numbers = new Map(
    (form === 'narrow' ? foremost(layout.marks, numberedMarks) : []).map(({ mark }, index) => [
      mark.id,
      index + 1,
    ]),
  );
  const title = `Shock map: ${map.caption}. ${map.marks.length} marks on three rings around ${map.epicentre}. The list beside it says the same.`;
  const size = form === 'wide' ? 14 : 12;
  return `<svg class="shock-map ${form}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(title)}" xmlns="http://www.w3.org/2000/svg">
<defs><pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><path d="M0 0V5" stroke="#444" stroke-width="1.6"/></pattern></defs>
${layout.rings.map(({ radius }) => `<circle cx="${middle.x}" cy="${middle.y}" r="${radius}" fill="none" stroke="currentColor" stroke-opacity=".2"/>`).join('')}
<g fill="none" stroke="currentColor" stroke-opacity=".25" stroke-width=".8">${layout.marks.map(({ line }) => `<path d="${line}"/>`).join('')}</g>
${layout.rings.map(({ ring, radius }) => ringName(ring, middle.x, middle.y - radius, size - 1)).join('')}
<circle class="core" cx="${middle.x}" cy="${middle.y}" r="${core}" fill="${before ? 'none' : colourOf('blocked', hatch)}" stroke="currentColor"/>
${layout.marks.map((placed) => markSvg(placed, before, hatch, numbers.get(placed.mark.id), size)).join('')}
${layout.labels.map((label) => labelSvg(label, before, size)).join('')}
<text x="${middle.x}" y="${middle.y + core + size}" text-anchor="middle" font-size="${size + 2}" font-weight="600" ${halo}>${escapeMarkup(map.epicentre)}</text></svg>`;
}

const halo =
  'fill="currentColor" paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="4" stroke-linejoin="round"';

function ringName(ring: string, x: number, y: number, size: number): string {
  return `<text x="${x}" y="${Math.round(y + size / 3)}" text-anchor="middle" font-size="${size}" ${halo}>${ring}</text>`;
}

/** The colour of an effect; the page may give its own for dark paper. */
function colourOf(effect: Effect, hatch: string): string {
  return effect === 'undetermined'
    ? `url(#${hatch})`
    : `var(--effect-${effect.replaceAll(' ', '-')}, ${effectLooks[effect].colour})`;
}

function markSvg(
  { mark, x, y, radius }: PlacedMark,
  before: boolean,
  hatch: string,
  number: number | undefined,
  size: number,
): string {
  const [was, is] = [colourOf(mark.before, hatch), colourOf(mark.effect, hatch)];
  const circle = `<circle class="mark" cx="${x}" cy="${y}" r="${radius}" fill="${before ? was : is}" style="--before:${was};--after:${is}" stroke="currentColor" stroke-width=".8"><title>${escapeMarkup(describeMark(mark))}</title></circle>`;
  const linked = mark.href ? `<a href="${escapeMarkup(mark.href)}">${circle}</a>` : circle;
  if (number === undefined) return linked;
  // Numbers stand outside their mark, away from the middle.
  const out = radius + size * 0.7;
  const angle = Math.atan2(y - 170, x - 170);
  return `${linked}<text x="${Math.round((x + out * Math.cos(angle)) * 10) / 10}" y="${Math.round((y + out * Math.sin(angle) + size / 3) * 10) / 10}" text-anchor="middle" font-size="${size}" font-weight="600" ${halo}>${number}</text>`;
}

/** One sentence on a mark: what, how many, of what value, from what to what. */
export function describeMark(mark: Mark): string {
  const values =
    mark.values.length > 0 ? `, ${mark.values.map((value) => wholeMoneyText(value)).join(' and ')}` : '';
  const items =
    mark.ring === 'yours' || mark.ring === 'branded'
      ? `; ${mark.count} ${mark.count === 1 ? 'item' : 'items'}${values}`
      : '';
  return `${mark.label}: ${mark.detail}${items}; before ${effectLooks[mark.before].word}, after ${effectLooks[mark.effect].word}`;
}

function labelSvg({ mark, text, x, y, side, leader }: PlacedLabel, before: boolean, size: number): string {
  const sign = effectLooks[before ? mark.before : mark.effect].sign;
  const words = `${sign} ${text}${mark.count > 1 ? ` ${mark.count}` : ''}`;
  return `<path d="${leader}" fill="none" stroke="currentColor" stroke-opacity=".45" stroke-width=".7"/><text x="${x}" y="${Math.round((y + size / 3) * 10) / 10}" text-anchor="${side}" font-size="${size}" fill="currentColor">${escapeMarkup(words)}</text>`;
}
