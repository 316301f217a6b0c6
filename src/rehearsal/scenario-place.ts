import { Fault } from '../model/index.ts';
import type { FieldPath, ScenarioFile } from './scenario-file.ts';

/** Where in a scenario something is said. */
export interface Place {
  readonly layer: ScenarioFile;
  readonly path: FieldPath;
}

/** A field of what stands at a place. */
export function at(place: Place, field: string): Place {
  return { layer: place.layer, path: [...place.path, field] };
}

/** File and line of a place. */
export function placeOf({ layer, path }: Place): { file: string; line: number } {
  return { file: layer.file, line: layer.lineOf(path) };
}

/** What a scenario says against itself, or against what is known. */
export function contradiction(place: Place, message: string, remedy: string): Fault {
  return new Fault('AS_CONTRADICTION', message, { place: placeOf(place), remedy });
}
