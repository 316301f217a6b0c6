import { asList, asObject, asText, type JsonObject } from './json-shape.ts';

/** Keys under which an object holds the text by which people know it. */
const captions = [
  'display',
  'display_name',
  'displayName',
  'name',
  'model',
  'address',
  'label',
  'formatted',
  'value',
  'date',
];
/** Objects inside objects are read so deep; what is deeper says nothing of a device. */
const deepest = 4;

/**
 * The cells of a JSON object: `{"device_type": {"display": "P3245", "manufacturer": {"name": "Axis"}}}` has
 * `device_type` and `manufacturer`. A nested key stands under its own name, since programs nest the same things
 * differently; where several have it, the outer one counts and the others stand under their whole path. A list of
 * texts is one cell.
 */
export function flatCells(object: JsonObject): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  let level: (readonly [path: string, key: string, value: unknown])[] = Object.entries(object).map(
    ([key, value]) => [key, key, value],
  );
  for (let depth = 1; level.length > 0 && depth <= deepest; depth++) {
    const below: typeof level = [];
    for (const [path, key, value] of level) {
      const text = textOf(value);
      if (text !== undefined) cells.set(cells.has(key) ? path : key, text);
      const inner = asObject(value);
      for (const [name, nested] of Object.entries(inner ?? {})) below.push([`${path}.${name}`, name, nested]);
    }
    // A caption stood for its object already.
    level = below.filter(
      ([, key, value]) => !captions.includes(key) || asObject(value) !== undefined || key === 'model',
    );
  }
  return cells;
}

function textOf(value: unknown): string | undefined {
  const plain = asText(value);
  if (plain !== undefined) return plain;
  const list = asList(value);
  if (list.length > 0) {
    const texts = list.flatMap((one) => asText(one) ?? captionOf(one) ?? []);
    return texts.length > 0 ? texts.join(' ') : undefined;
  }
  return captionOf(value);
}

function captionOf(value: unknown): string | undefined {
  const object = asObject(value);
  if (!object) return undefined;
  for (const key of captions) {
    const text = asText(object[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}
