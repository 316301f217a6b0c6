import type { OwnershipEdge, OwnershipNode } from '../../api/types.generated.ts';

export interface PlacedNode {
  readonly node: OwnershipNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** How far listings reach it, in lines below its name. */
  readonly status: readonly string[];
}

export interface PlacedEdge {
  readonly key: string;
  readonly ids: readonly string[];
  /** Shares where any is stated; several where sources disagree. */
  readonly labels: readonly string[];
  readonly isShare: boolean;
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
  /** The label ends at its place instead of beginning there. */
  readonly labelEnds: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export const nodeWidth = 156;
const columnGap = 80;
const rowGap = 10;
/** Between a party and the place where its lines turn. */
const turnRoom = 12;
export const labelHeight = 17;
const lineHeight = 16;
const margin = 8;
/** Of the text in a node, in widths of a Latin letter; a Han character takes two. */
const lineLength = 23;

/**
 * Owners in columns to the left, owned to the right, by steps from the party asked about. Links that held on the day
 * only; parties that hang on no such link are left out.
 */
export function layOut(
  nodes: readonly OwnershipNode[],
  links: readonly OwnershipEdge[],
  root: string,
  statusText: (node: OwnershipNode) => string,
): Drawing {
  const edges = links.filter((edge) => edge.inForce);
  const reached = connected(edges, root);
  const columns = new Map<number, OwnershipNode[]>();
  for (const node of nodes) {
    if (!reached.has(node.id)) continue;
    const column = columns.get(node.level);
    if (column) column.push(node);
    else columns.set(node.level, [node]);
  }
  const levels = [...columns.keys()].sort((a, b) => a - b);
  orderColumns(columns, levels, edges);

  const placed = new Map<string, PlacedNode>();
  const sizes = new Map(
    [...columns.values()].flat().map((node) => {
      const [lines, status] = [wrap(node.caption), wrap(statusText(node))];
      return [node, { lines, status, height: (lines.length + status.length) * lineHeight + 14 }] as const;
    }),
  );
  const heights = levels.map((level) =>
    columns.get(level)!.reduce((sum, node) => sum + sizes.get(node)!.height + rowGap, -rowGap),
  );
  const height = Math.max(...heights, 0) + 2 * margin;
  levels.forEach((level, index) => {
    let y = margin + startOf(heights[index]!, heights[levels.indexOf(0)] ?? 0, height);
    for (const node of columns.get(level)!) {
      const size = sizes.get(node)!;
      placed.set(node.id, { node, x: margin + index * (nodeWidth + columnGap), y, ...size });
      y += size.height + rowGap;
    }
  });
  const width = levels.length * nodeWidth + Math.max(0, levels.length - 1) * columnGap + 2 * margin;
  return { width, height, nodes: [...placed.values()], edges: placeEdges(edges, placed) };
}

function connected(edges: readonly OwnershipEdge[], root: string): ReadonlySet<string> {
  const reached = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { owner, owned } of edges) {
      if (reached.has(owner) === reached.has(owned)) continue;
      reached.add(owner).add(owned);
      grew = true;
    }
  }
  return reached;
}

/** Each column in the order of what its members hang on in the column nearer to the middle, so that few lines cross. */
function orderColumns(
  columns: Map<number, OwnershipNode[]>,
  levels: readonly number[],
  edges: readonly OwnershipEdge[],
): void {
  const place = new Map<string, number>();
  const remember = (level: number) =>
    columns.get(level)?.forEach((node, index) => {
      place.set(node.id, index);
    });
  for (const level of levels) remember(level);
  const outward = [...levels].sort((a, b) => Math.abs(a) - Math.abs(b));
  for (const level of outward) {
    if (level === 0) continue;
    const inner = level < 0 ? level + 1 : level - 1;
    const weight = (node: OwnershipNode): number => {
      const near = edges
        .filter((edge) => edge.owner === node.id || edge.owned === node.id)
        .map((edge) => (edge.owner === node.id ? edge.owned : edge.owner))
        .filter((other) => columns.get(inner)?.some(({ id }) => id === other))
        .map((other) => place.get(other) ?? 0);
      return near.length === 0 ? 1e6 : near.reduce((sum, at) => sum + at, 0) / near.length;
    };
    const weights = new Map(columns.get(level)!.map((node) => [node.id, weight(node)]));
    columns
      .get(level)!
      .sort((a, b) => weights.get(a.id)! - weights.get(b.id)! || place.get(a.id)! - place.get(b.id)!);
    remember(level);
  }
}

/** Every column around the line of the party asked about, which stands near the top: a long column grows downward. */
function startOf(column: number, middle: number, height: number): number {
  const line = Math.min(height / 2, 150 + middle / 2);
  return Math.max(0, Math.min(line - column / 2, height - 2 * margin - column));
}

/** What is said of a node below its name: how far listings reach it. */
export function statusOf(node: OwnershipNode): 'listed' | 'caught' | 'undetermined' | undefined {
  if (node.listedOn.length > 0) return 'listed';
  if (node.reachedBy.length > 0) return 'caught';
  return node.undetermined.length > 0 ? 'undetermined' : undefined;
}

/** The regimes behind the status of a node: an owner may be caught by one that reaches upwards, and by no other. */
export function regimesOf(node: OwnershipNode): readonly string[] {
  return { listed: node.listedOn, caught: node.reachedBy, undetermined: node.undetermined, none: [] }[
    statusOf(node) ?? 'none'
  ];
}

/** The name in lines, whole: nothing is cut. */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[\s-])|(?=\p{Script=Han})/u)) {
    if (line !== '' && lengthOf(line + word.trimEnd()) > lineLength) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function lengthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/\p{Script=Han}|\p{Script=Hangul}/u.test(letter) ? 2 : 1),
    0,
  );
}

function placeEdges(edges: readonly OwnershipEdge[], placed: ReadonlyMap<string, PlacedNode>): PlacedEdge[] {
  const between = Map.groupBy(edges, ({ owner, owned }) => `${owner} ${owned}`);
  const drawn: PlacedEdge[] = [];
  const pairs = [...between.keys()].map((key) => key.split(' '));
  const stacked = new Map<string, number>();
  for (const [key, group] of between) {
    const owner = placed.get(group[0]!.owner);
    const owned = placed.get(group[0]!.owned);
    if (!owner || !owned) continue;
    const shares = new Set(group.flatMap((edge) => edge.share ?? []));
    const labels = shares.size > 0 ? shares : new Set(group.map((edge) => edge.kind));
    const [startX, startY] = [owner.x + nodeWidth, owner.y + owner.height / 2];
    const [endX, endY] = [owned.x, owned.y + owned.height / 2];
    // Lines meet where there are more of them; the label stands at the other end, where there is one line alone.
    const leaving = pairs.filter(([from]) => from === owner.node.id).length;
    const arriving = pairs.filter(([, to]) => to === owned.node.id).length;
    const meetAtEnd = arriving > leaving || (arriving === leaving && owner.node.level < 0);
    const corner = meetAtEnd ? `${owner.node.id} out` : `${owned.node.id} in`;
    const above = stacked.get(corner) ?? 0;
    stacked.set(corner, above + labels.size);
    const turn = meetAtEnd ? endX - turnRoom : startX + turnRoom;
    drawn.push({
      key,
      ids: group.map((edge) => edge.id),
      labels: [...labels],
      isShare: shares.size > 0,
      path: `M${startX},${startY} H${turn} V${endY} H${endX}`,
      labelX: meetAtEnd ? startX + 4 : endX - 9,
      labelY: (meetAtEnd ? startY : endY) - 4 + above * labelHeight,
      labelEnds: !meetAtEnd,
    });
  }
  return drawn;
}
