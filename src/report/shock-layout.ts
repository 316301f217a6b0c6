import { gravity } from '../model/index.ts';
import type { Mark, Ring, ShockMap } from './shock-map.ts';

/** A mark with its place. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The line from the mark one step nearer to the epicentre, as an SVG path. */
  readonly line: string;
}

/** The words beside a mark, with the line that leads to them. */
export interface PlacedLabel {
  readonly mark: Mark;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly side: 'start' | 'end';
  readonly leader: string;
}

/** Where everything on the map stands, in units of its view box. */
export interface ShockLayout {
  readonly width: number;
  readonly height: number;
  readonly middle: { readonly x: number; readonly y: number };
  readonly core: number;
  readonly rings: readonly { readonly ring: Ring; readonly radius: number }[];
  readonly marks: readonly PlacedMark[];
  readonly labels: readonly PlacedLabel[];
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly radius: Readonly<Record<Ring, number>>;
  readonly core: number;
  /** Radius of a mark for one asset, and how it grows with the root of the count. */
  readonly least: number;
  readonly growth: number;
  readonly most: number;
  readonly lineHeight: number;
  /** Labels a side; with none the marks are numbered and a list says what they are. */
  readonly labels: number;
  readonly letters: number;
}

/** `wide` has its words beside it; `narrow`, for 320 pixels and up, has numbers that a list explains. */
const shapes: Readonly<Record<'wide' | 'narrow', Shape>> = {
  wide: {
    width: 960,
    height: 560,
    radius: { listed: 0, owned: 92, branded: 162, yours: 232 },
    core: 30,
    least: 3.6,
    growth: 1.15,
    most: 20,
    lineHeight: 18,
    labels: 15,
    letters: 24,
  },
  narrow: {
    width: 340,
    height: 340,
    radius: { listed: 0, owned: 60, branded: 102, yours: 145 },
    core: 20,
    least: 2.6,
    growth: 0.85,
    most: 15,
    lineHeight: 0,
    labels: 0,
    letters: 0,
  },
};

/** Angle left free at the top, where the names of the rings stand. */
const gap = 0.5;

/** Places the marks: each beside those it leads to, so that no two lines of the same ring cross. */
export function layoutShockMap(map: ShockMap, form: 'wide' | 'narrow' = 'wide'): ShockLayout {
  const shape = shapes[form];
  const middle = { x: shape.width / 2, y: shape.height / 2 };
  const angles = anglesOf(map.marks, shape);
  const at = (mark: Mark) => {
    const angle = angles.get(mark.id)!;
    const distance = shape.radius[mark.ring];
    return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) };
  };
  const byId = new Map(map.marks.map((mark) => [mark.id, mark]));
  const marks = map.marks.map((mark): PlacedMark => {
    const place = at(mark);
    const parent = mark.parent === undefined ? undefined : byId.get(mark.parent);
    const from = parent ? at(parent) : middle;
    const bend = { x: (middle.x + 2 * from.x + place.x) / 4, y: (middle.y + 2 * from.y + place.y) / 4 };
    const turn = parent ? bend : { x: (middle.x + place.x) / 2, y: (middle.y + place.y) / 2 };
    return {
      mark,
      x: round(place.x),
      y: round(place.y),
      radius: round(radiusOf(mark, shape)),
      line: `M${round(from.x)} ${round(from.y)}Q${round(turn.x)} ${round(turn.y)} ${round(place.x)} ${round(place.y)}`,
    };
  });
  return {
    width: shape.width,
    height: shape.height,
    middle,
    core: shape.core,
    rings: (['owned', 'branded', 'yours'] as const).map((ring) => ({ ring, radius: shape.radius[ring] })),
    marks,
    labels: shape.labels === 0 ? [] : labelsOf(marks, shape, middle),
  };
}

/** The marks that are named on the map or in the list beside it: the most and the gravest first. */
export function foremost(marks: readonly PlacedMark[], most: number): PlacedMark[] {
  return marks
    .filter(({ mark }) => mark.ring === 'yours')
    .sort(
      (a, b) =>
        b.mark.count - a.mark.count ||
        gravity(b.mark.effect) - gravity(a.mark.effect) ||
        (a.mark.id < b.mark.id ? -1 : 1),
    )
    .slice(0, most);
}

function radiusOf(mark: Mark, shape: Shape): number {
  return Math.min(shape.most, shape.least + shape.growth * Math.sqrt(mark.count));
}

/** A tree around the epicentre: the outermost marks share the circle by their size, the others stand amid what they lead to. */
function anglesOf(marks: readonly Mark[], shape: Shape): Map<string, number> {
  const children = new Map<string | undefined, Mark[]>();
  const ids = new Set(marks.map(({ id }) => id));
  for (const mark of marks) {
    const parent = mark.parent !== undefined && ids.has(mark.parent) ? mark.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), mark]);
  }
  const ordered = (parent: string | undefined) =>
    [...(children.get(parent) ?? [])].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const leaves: { mark: Mark; room: number }[] = [];
  const visit = (mark: Mark): void => {
    const below = ordered(mark.id);
    for (const child of below) visit(child);
    if (below.length > 0) return;
    // Near the middle a mark needs less of the circle's edge than its own size; farther in, more.
    const room = ((2 * radiusOf(mark, shape) + 3) * shape.radius.yours) / shape.radius[mark.ring];
    leaves.push({ mark, room: mark.ring === 'yours' ? room : room * 0.55 });
  };
  for (const mark of alternate(ordered(undefined), (one) => (children.get(one.id)?.length ?? 0) > 0))
    visit(mark);
  const total = leaves.reduce((sum, { room }) => sum + room, 0);
  const angles = new Map<string, number>();
  let used = 0;
  for (const { mark, room } of leaves) {
    angles.set(mark.id, -Math.PI / 2 + gap / 2 + ((used + room / 2) / total) * (2 * Math.PI - gap));
    used += room;
  }
  const settle = (mark: Mark): number => {
    const known = angles.get(mark.id);
    if (known !== undefined) return known;
    const below = ordered(mark.id).map(settle);
    const angle = (Math.min(...below) + Math.max(...below)) / 2;
    angles.set(mark.id, angle);
    return angle;
  };
  for (const mark of marks) settle(mark);
  return angles;
}

/** Spreads the marks that lead nowhere evenly among the others, instead of crowding them on one side. */
function alternate(marks: readonly Mark[], leadsOn: (mark: Mark) => boolean): Mark[] {
  const main = marks.filter((mark) => leadsOn(mark) || mark.ring === 'yours');
  const bare = marks.filter((mark) => !main.includes(mark));
  const result: Mark[] = [];
  let placed = 0;
  main.forEach((mark, index) => {
    const due = Math.floor(((index + 1) * bare.length) / Math.max(1, main.length));
    result.push(mark, ...bare.slice(placed, due));
    placed = due;
  });
  return [...result, ...bare.slice(placed)];
}

/** Two columns of words, each beside its mark as near as the line height allows. */
function labelsOf(
  marks: readonly PlacedMark[],
  shape: Shape,
  middle: { x: number; y: number },
): PlacedLabel[] {
  const chosen = foremost(marks, shape.labels * 2 + 6);
  const column = shape.radius.yours + shape.most + 14;
  return (['end', 'start'] as const).flatMap((side) => {
    const members = chosen
      .filter(({ x }) => (side === 'start' ? x >= middle.x : x < middle.x))
      .slice(0, shape.labels)
      .sort((a, b) => a.y - b.y || (a.mark.id < b.mark.id ? -1 : 1));
    const heights = spread(
      members.map(({ y }) => y),
      shape.lineHeight,
      shape.lineHeight / 2,
      shape.height - shape.lineHeight / 2,
    );
    return members.map(({ mark, x, y, radius }, index): PlacedLabel => {
      const direction = side === 'start' ? 1 : -1;
      const labelX = middle.x + direction * column;
      const labelY = heights[index]!;
      const elbow = labelX - direction * 10;
      return {
        mark,
        text: labelOf(mark, shape.letters),
        x: round(labelX),
        y: round(labelY),
        side,
        leader: `M${round(x + direction * radius)} ${round(y)}L${round(elbow)} ${round(labelY)}H${round(labelX - direction * 4)}`,
      };
    });
  });
}

/** Moves heights (ascending) apart to at least `step`, as little as possible, within bounds. */
export function spread(heights: readonly number[], step: number, least: number, most: number): number[] {
  const placed = heights.map((height) => Math.max(least, height));
  for (let at = 1; at < placed.length; at++) placed[at] = Math.max(placed[at]!, placed[at - 1]! + step);
  let limit = most;
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at]!, limit);
    limit = placed[at]! - step;
  }
  return placed;
}

function labelOf({ label, kind }: Mark, letters: number): string {
  return kind === undefined
    ? shorten(label, letters)
    : `${shorten(label, letters - kind.length - 3)} (${kind})`;
}

function shorten(text: string, letters: number): string {
  const signs = [...text];
  return signs.length <= letters
    ? text
    : `${signs
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
