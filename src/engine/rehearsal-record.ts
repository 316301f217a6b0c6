import { z } from 'zod';
import {
  checkSeal,
  type Difference,
  differences,
  type Json,
  type RecordContent,
  type SealedRecord,
} from '../desk/index.ts';
import { type Day, Fault, type Portfolio } from '../model/index.ts';
import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import type { Engine } from './engine.ts';
import { engineVersion } from './engine-version.ts';

/** The content of a record of rehearsals: scenario and portfolios whole, so that it can be replayed without their files. */
export function recordOfRehearsals(
  engine: Engine,
  scenario: Scenario,
  portfolios: readonly Portfolio[],
  rehearsals: readonly Rehearsal[],
): RecordContent {
  return {
    format: 'aftershock-record/1',
    command: 'rehearse',
    engine: engineVersion,
    register: engine.register.hash,
    versions: engine.versions.map(({ source, published, sha256 }) => ({ source, published, sha256 })),
    settings: recordedSettings(engine),
    // Plain data through and through: it came from JSON, YAML and CSV.
    inputs: JSON.parse(JSON.stringify({ scenario, portfolios })) as Json,
    result: JSON.parse(JSON.stringify(rehearsals)) as Json,
  };
}

const inputsSchema = z.object({
  scenario: z.looseObject({ id: z.string(), on: z.string() }),
  portfolios: z.array(z.looseObject({ id: z.string() })),
});

/** What a replay found. `same` is said only of equal bytes. */
export interface Replay {
  readonly seal: ReturnType<typeof checkSeal>;
  readonly same: boolean;
  /** Circumstances that are not those of the record: another version of the program, other lists. */
  readonly otherwise: readonly string[];
  /** Whether all that differs is which register and which version of the program the answer names. */
  readonly onlyNamed: boolean;
  readonly differences: readonly Difference[];
}

/** Asks again what the record asked and compares the results. Throws `AS_FILE_FORMAT` for a record of another command. */
export function replayRehearsals(engine: Engine, record: SealedRecord): Replay {
  const { content } = record;
  const inputs = inputsSchema.safeParse(content.inputs);
  if (content.command !== 'rehearse' || !inputs.success) {
    throw new Fault('AS_FILE_FORMAT', `A record of “${content.command}” cannot be replayed.`, {
      remedy: 'Give a record that rehearse --seal wrote.',
    });
  }
  // The record is sealed: what it holds was written by recordOfRehearsals, which took these very types.
  const { scenario, portfolios } = content.inputs as unknown as {
    scenario: Scenario;
    portfolios: readonly Portfolio[];
  };
  const seal = checkSeal(record);
  const again = (): Json => {
    try {
      return JSON.parse(
        JSON.stringify(portfolios.map((portfolio) => engine.rehearse(scenario, portfolio))),
      ) as Json;
    } catch (cause) {
      if (seal.intact) throw cause;
      throw new Fault(
        'AS_FILE_FORMAT',
        'The seal is broken, and what the record holds cannot be rehearsed.',
        {
          remedy: 'Give the record as rehearse --seal wrote it.',
          cause,
        },
      );
    }
  };
  const found = differences(content.result, again());
  return {
    seal,
    same: found.length === 0,
    otherwise: circumstances(engine, content),
    onlyNamed: onlyNamed(engine, content, found),
    differences: found,
  };
}

/** What a record keeps of the circumstances beside versions and register, so that a replay can tell which of them changed. */
export function recordedSettings({ known, casebook }: Engine): { known: Day; casebook: string } {
  return { known, casebook: casebook.hash };
}

/** What is otherwise than when a record was made: program, lists, casebook. */
export function circumstances(engine: Engine, content: RecordContent): string[] {
  const otherwise: string[] = [];
  if (content.engine !== engineVersion)
    otherwise.push(
      `Made by version ${content.engine} of Aftershock, replayed by version ${engineVersion}: what differs may come from the program.`,
    );
  if (content.register === engine.register.hash) return otherwise;
  const lists = changedLists(engine, content);
  return [...otherwise, ...lists, ...changedCasebook(engine, content, lists.length > 0)];
}

function changedLists({ versions }: Engine, content: RecordContent): string[] {
  const changed: string[] = [];
  const held = new Map(versions.map((version) => [version.source, version]));
  for (const was of content.versions) {
    const is = held.get(was.source);
    if (!is) changed.push(`${was.source} of ${was.published} is not held.`);
    else if (is.sha256 !== was.sha256)
      changed.push(`${was.source} was that of ${was.published} and is that of ${is.published}.`);
  }
  const recorded = new Set(content.versions.map((version) => version.source));
  for (const version of versions)
    if (!recorded.has(version.source))
      changed.push(`${version.source} of ${version.published} is held now and was not then.`);
  return changed;
}

/** Why the register is another beside its lists. Records of before did not keep which casebook they were made with. */
function changedCasebook(engine: Engine, { settings }: RecordContent, listsChanged: boolean): string[] {
  const { casebook } = z.looseObject({ casebook: z.string().optional() }).catch({}).parse(settings);
  if (casebook !== undefined && casebook !== engine.casebook.hash)
    return ['The casebook is not the one of the record.'];
  if (listsChanged) return [];
  return casebook === undefined
    ? [
        'The lists are those of the record; the casebook, or the program that brings it and the lists together, is not.',
      ]
    : [
        'Lists and casebook are those of the record; the program that brings them together, or keepApart of the settings, is not.',
      ];
}

/** Whether nothing differs but the hash of the register and the version of the program, where an answer names them. */
export function onlyNamed(engine: Engine, content: RecordContent, found: readonly Difference[]): boolean {
  const names: Readonly<Record<string, readonly [was: string, is: string]>> = {
    register: [content.register, engine.register.hash],
    engine: [content.engine, engineVersion],
  };
  return (
    found.length > 0 &&
    found.every(({ path, sealed, now }) => {
      const [was, is] = names[path.slice(path.lastIndexOf('/') + 1)] ?? [];
      return was !== undefined && sealed === JSON.stringify(was) && now === JSON.stringify(is);
    })
  );
}
