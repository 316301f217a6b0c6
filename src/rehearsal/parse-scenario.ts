import { type Day, Fault } from '../model/index.ts';
import type { Scenario, ScenarioWords } from './scenario.ts';
import { readScenarioFile, type ScenarioFile } from './scenario-file.ts';
import { assumptionsOf } from './scenario-reader.ts';

/**
 * Reads a scenario file, and those it extends before it. Throws a `Fault` with file, line and remedy for YAML that is
 * broken, words it does not know (parties, regimes, criteria, templates) and statements that contradict each other. `on`
 * moves the day rehearsed, and with it all that has no day of its own.
 */
export function parseScenario(text: string, file: string, words: ScenarioWords, on?: Day): Scenario {
  const top = readScenarioFile(text, file);
  const layers = withBases(top, words, []);
  const last = <Value>(of: (layer: ScenarioFile) => Value | undefined): Value | undefined =>
    layers.map(of).findLast((value) => value !== undefined);
  const title = last(({ input }) => input.title);
  const day = on ?? last(({ input }) => input.on);
  if (title === undefined || day === undefined) {
    throw new Fault('AS_FIELD', `The scenario has no ${title === undefined ? 'title' : 'day (on)'}.`, {
      place: { file, line: 1 },
      remedy: title === undefined ? 'Add title.' : 'Add on: 2022-06-01.',
    });
  }
  const heldFrom = words.heldFrom?.(day);
  if (heldFrom !== undefined && day < heldFrom) {
    throw new Fault(
      'AS_CONTRADICTION',
      `Nothing is held about ${day}; the lists here begin on ${heldFrom}.`,
      {
        place: { file, line: top.lineOf(['on']) },
        remedy: 'Choose a later day.',
      },
    );
  }
  const { assumptions, prices } = assumptionsOf(layers, words, day);
  const volumeShare = last(({ input }) => input.volumeShare);
  return {
    id: file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, ''),
    title,
    // What is said of a base need not hold of what is built on it.
    note: top.input.note,
    on: day,
    assumptions,
    ...(prices.length === 0 ? {} : { prices }),
    ...(volumeShare === undefined ? {} : { volumeShare }),
  };
}

/** The files that a scenario is made of, bases first; a base named twice counts once. */
function withBases(layer: ScenarioFile, words: ScenarioWords, above: readonly string[]): ScenarioFile[] {
  const place = { file: layer.file, line: layer.lineOf(['extends']) };
  const path = [...above, layer.file];
  const layers = (layer.input.extends ?? []).flatMap((word) => {
    const base = words.base?.(word, layer.file);
    if (!base) {
      throw new Fault('AS_FILE_MISSING', `There is no scenario "${word}" to extend.`, {
        place,
        remedy: 'Give the id of one that ships, or a path from this file.',
      });
    }
    if (path.includes(base.file)) {
      throw new Fault(
        'AS_CONTRADICTION',
        `The scenario extends itself: ${[...path, base.file].join(' → ')}.`,
        {
          place,
          remedy: 'Break the circle.',
        },
      );
    }
    return withBases(readScenarioFile(base.text, base.file), words, path);
  });
  const seen = new Set<string>();
  return [...layers, layer].filter(({ file }) => !seen.has(file) && seen.add(file));
}
