import { isMap, isNode, isSeq, type LineCounter } from 'yaml';

/** A place inside a YAML document: keys and indexes from the root. */
export type YamlPath = readonly PropertyKey[];

/** The line, from 1, of the node at a path below `root`, or of the deepest part of the path that is there. */
export function yamlLine(root: unknown, lines: LineCounter, path: YamlPath): number {
  let node = root;
  let line = 1;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
    } else break;
  }
  return line;
}
