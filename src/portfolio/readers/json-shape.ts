import { withoutControls } from '../without-controls.ts';

/** Looks into parsed JSON of unknown shape without trusting it. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text of a string or number; nothing for blank text and everything else. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = withoutControls(value).trim();
  return text === '' ? undefined : text;
}

/** What stands at the end of a path of keys. */
export function at(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) current = asObject(current)?.[key];
  return current;
}

export function textAt(value: unknown, ...path: string[]): string | undefined {
  return asText(at(value, ...path));
}

/** The objects of a list; what is none is left out. */
export function objectsIn(value: unknown): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const entry of asList(value)) {
    const object = asObject(entry);
    if (object) objects.push(object);
  }
  return objects;
}
