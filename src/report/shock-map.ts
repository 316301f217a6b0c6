import { escapeMarkup } from '../formats/index.ts';
import { type Effect, gravity, type Money, moneyText, sumMoney } from '../model/index.ts';
import type { Change, Rehearsal } from '../rehearsal/index.ts';
import { oncePerAsset } from '../rehearsal/index.ts';
import { effectLooks } from './effect-look.ts';

/** The steps by which a designation travels, from the inside out. */
export const rings = ['listed', 'owned', 'branded', 'yours'] as const;
export type Ring = (typeof rings)[number];

/** A mark on the shock map. */
export interface Mark {
  readonly id: string;
  readonly ring: Ring;
  readonly label: string;
  readonly detail: string;
  readonly effect: Effect;
  /** Number of things that it stands for; its area follows this. */
  readonly count: number;
  readonly values: readonly Money[];
  /** Id of the mark one step nearer to the epicentre. */
  readonly parent: string | undefined;
  readonly href: string | undefined;
}

export interface ShockMap {
  readonly epicentre: string;
  readonly caption: string;
  readonly marks: readonly Mark[];
}

const kindWords: Readonly<Record<string, string>> = {
  device: 'devices',
  vendor: 'vendors',
  contract: 'contracts',
  holding: 'holdings',
  payment: 'payments',
};

/** The marks of one or more rehearsals of the same scenario. */
export function shockMap(rehearsals: readonly Rehearsal[], epicentre: string): ShockMap {
  const marks = new Map<string, Mark>();
  for (const rehearsal of rehearsals) {
    for (const reached of rehearsal.reached) {
      put(marks, {
        id: `party ${reached.party}`,
        ring: 'owned',
        label: reached.caption,
        detail:
          reached.result === 'caught'
            ? `Caught by ownership: ${reached.because}`
            : `Undetermined: ${reached.settle ?? reached.because}`,
        effect: reached.result === 'caught' ? 'blocked' : 'undetermined',
        count: 1,
        values: [],
        parent: undefined,
        href: `#party-${reached.party}`,
      });
    }
    yours(marks, rehearsal);
  }
  return { epicentre, caption: rehearsals[0]?.scenario.title ?? '', marks: [...marks.values()] };
}

/** Devices stand together by brand, all else by kind; each group by its gravest effect, on the ring of what is yours. */
function yours(marks: Map<string, Mark>, rehearsal: Rehearsal): void {
  for (const change of oncePerAsset(rehearsal.changes)) {
    const reached = marks.has(`party ${change.party}`) ? `party ${change.party}` : undefined;
    const brand = change.assetKind === 'device' ? (change.path[0]?.from ?? change.label) : undefined;
    let parent = reached;
    if (brand !== undefined && change.path[0]?.relation === 'made by') {
      parent = `brand ${brand}`;
      add(marks, {
        ...bare(change),
        id: parent,
        ring: 'branded',
        label: brand,
        parent: reached,
        href: undefined,
        detail: `Sold as ${brand}`,
      });
    }
    const what = kindWords[change.assetKind] ?? change.assetKind;
    const id = `${rehearsal.portfolio.id} ${change.assetKind} ${brand ?? change.party}`;
    add(marks, {
      ...bare(change),
      id,
      ring: 'yours',
      label: `${brand ?? change.label}`,
      parent,
      href: `#${rehearsal.portfolio.id}`,
      detail: `${what} of ${rehearsal.portfolio.title}`,
    });
  }
}

function bare(change: Change): { effect: Effect; count: number; values: Money[] } {
  const doubtful = change.after === 'undetermined' || change.confidence === 'possible';
  return {
    effect: doubtful ? 'undetermined' : change.after,
    count: change.count,
    values: change.value ? [change.value] : [],
  };
}

function put(marks: Map<string, Mark>, mark: Mark): void {
  if (!marks.has(mark.id)) marks.set(mark.id, mark);
}

function add(marks: Map<string, Mark>, mark: Mark): void {
  const known = marks.get(mark.id);
  if (!known) {
    marks.set(mark.id, mark);
    return;
  }
  const effect = gravity(mark.effect) > gravity(known.effect) ? mark.effect : known.effect;
  marks.set(mark.id, {
    ...known,
    effect,
    count: known.count + mark.count,
    values: sumMoney([...known.values, ...mark.values]),
  });
}

interface Placed extends Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly angle: number;
}

/** Wider than high: labels stand beside the outer ring. */
const width = 1000;
const height = 700;
const middleX = width / 2;
const middleY = height / 2;
const ringRadius: Readonly<Record<Ring, number>> = { listed: 0, owned: 120, branded: 210, yours: 305 };

/**
 * The map as SVG text, without scripts, readable from 320 pixels on and without colour: gravity is in the darkness, the
 * sign beside the label and the list that stands beside it. `before` draws the marks as outlines only.
 */
export function shockMapSvg(map: ShockMap, options: { readonly before?: boolean } = {}): string {
  const placed = place(map.marks);
  const byId = new Map(placed.map((mark) => [mark.id, mark]));
  const lines = placed
    .map((mark) => lineTo(mark, mark.parent === undefined ? undefined : byId.get(mark.parent)))
    .join('');
  const circles = placed.map((mark) => markSvg(mark, options.before === true)).join('');
  const labels = withoutOverlap(placed).map(labelSvg).join('');
  const title = `Shock map: ${map.caption}. ${map.marks.length} marks on four rings.`;
  return `<svg class="shock-map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(title)}" xmlns="http://www.w3.org/2000/svg">
<defs><pattern id="undetermined" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#444" stroke-width="1.6"/></pattern></defs>
${ringsSvg()}<g fill="none" stroke="currentColor" stroke-opacity=".28">${lines}</g>
<circle cx="${middleX}" cy="${middleY}" r="34" fill="${options.before ? 'none' : effectLooks.blocked.colour}" stroke="currentColor"/>
<text x="${middleX}" y="${middleY + 52}" text-anchor="middle" font-size="17" font-weight="600" fill="currentColor">${escapeMarkup(map.epicentre)}</text>
${circles}${labels}</svg>`;
}

function ringsSvg(): string {
  return rings
    .filter((ring) => ring !== 'listed')
    .map((ring) => {
      const radius = ringRadius[ring];
      return `<circle cx="${middleX}" cy="${middleY}" r="${radius}" fill="none" stroke="currentColor" stroke-opacity=".18"/><text x="${middleX}" y="${middleY - radius - 5}" text-anchor="middle" font-size="13" fill="currentColor" fill-opacity=".6">${ring}</text>`;
    })
    .join('');
}

/** Each ring spreads its marks evenly, in the order of their parents, so that lines seldom cross. */
function place(marks: readonly Mark[]): Placed[] {
  const angles = new Map<string, number>();
  const placed: Placed[] = [];
  for (const ring of rings) {
    const members = marks
      .filter((mark) => mark.ring === ring)
      .sort(
        (a, b) =>
          (angles.get(a.parent ?? '') ?? 9) - (angles.get(b.parent ?? '') ?? 9) || (a.id < b.id ? -1 : 1),
      );
    members.forEach((mark, index) => {
      const angle = -Math.PI / 2 + 0.25 + ((index + 0.5) / members.length) * (2 * Math.PI - 0.5);
      angles.set(mark.id, angle);
      const radius = Math.max(5, Math.min(30, 4 + 1.6 * Math.sqrt(mark.count)));
      const distance = ringRadius[ring];
      placed.push({
        ...mark,
        angle,
        radius,
        x: middleX + distance * Math.cos(angle),
        y: middleY + distance * Math.sin(angle),
      });
    });
  }
  return placed;
}

/** The largest marks of the outer ring and all that are undetermined among them, as far as their labels do not collide. */
function withoutOverlap(placed: readonly Placed[]): Placed[] {
  const chosen: Placed[] = [];
  const candidates = placed
    .filter((mark) => mark.ring === 'yours')
    .sort((a, b) => b.count - a.count || gravity(b.effect) - gravity(a.effect) || (a.id < b.id ? -1 : 1));
  for (const mark of candidates) {
    const collides = chosen.some(
      (other) => other.x >= middleX === mark.x >= middleX && Math.abs(other.y - mark.y) < 19,
    );
    if (!collides) chosen.push(mark);
    if (chosen.length === 16) break;
  }
  return chosen;
}

function lineTo(mark: Placed, parent: Placed | undefined): string {
  const from = parent ?? { x: middleX, y: middleY };
  const bend = 0.5;
  const middle = { x: middleX + (mark.x - middleX) * bend, y: middleY + (mark.y - middleY) * bend };
  return `<path d="M${round(from.x)} ${round(from.y)}Q${round((middle.x + from.x) / 2)} ${round((middle.y + from.y) / 2)} ${round(mark.x)} ${round(mark.y)}"/>`;
}

function markSvg(mark: Placed, outlined: boolean): string {
  const fill = outlined
    ? 'none'
    : mark.effect === 'undetermined'
      ? 'url(#undetermined)'
      : effectLooks[mark.effect].colour;
  const values =
    mark.values.length > 0 ? `, ${mark.values.map((value) => moneyText(value, true)).join(' and ')}` : '';
  const title = `${mark.label}: ${mark.detail}; ${mark.count} ${mark.count === 1 ? 'item' : 'items'}${values}; ${effectLooks[mark.effect].word}`;
  const circle = `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${round(mark.radius)}" fill="${fill}" stroke="currentColor" stroke-width="1"><title>${escapeMarkup(title)}</title></circle>`;
  return mark.href ? `<a href="${escapeMarkup(mark.href)}">${circle}</a>` : circle;
}

function labelSvg(mark: Placed): string {
  const right = mark.x >= middleX;
  const x = mark.x + (right ? mark.radius + 4 : -mark.radius - 4);
  const text = `${effectLooks[mark.effect].sign} ${mark.label.length > 24 ? `${mark.label.slice(0, 23)}…` : mark.label}${mark.count > 1 ? ` ${mark.count}` : ''}`;
  return `<text x="${round(x)}" y="${round(mark.y + 4)}" text-anchor="${right ? 'start' : 'end'}" font-size="13" fill="currentColor" paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="3">${escapeMarkup(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
