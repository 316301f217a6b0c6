import { z } from 'zod';
import {
  checkSeal,
  type Difference,
  differences,
  type Json,
  type RecordContent,
  type SealedRecord,
} from '../desk/index.ts';
import { Fault, type Portfolio } from '../model/index.ts';
import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import { type Engine, engineVersion } from './engine.ts';

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
    settings: { known: engine.known },
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
  /** Circumstances that are not those of the record: another engine, other lists. */
  readonly otherwise: readonly string[];
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
    differences: found,
  };
}

/** What is otherwise than when a record was made: engine, lists, casebook. */
export function circumstances(engine: Engine, content: RecordContent): string[] {
  const otherwise: string[] = [];
  if (content.engine !== engineVersion)
    otherwise.push(`The engine was ${content.engine} and is ${engineVersion}.`);
  if (content.register === engine.register.hash) return otherwise;
  const held = new Map(engine.versions.map((version) => [version.source, version]));
  for (const was of content.versions) {
    const is = held.get(was.source);
    if (!is) otherwise.push(`${was.source} of ${was.published} is not held.`);
    else if (is.sha256 !== was.sha256)
      otherwise.push(`${was.source} was that of ${was.published} and is that of ${is.published}.`);
  }
  const recorded = new Set(content.versions.map((version) => version.source));
  for (const version of engine.versions)
    if (!recorded.has(version.source))
      otherwise.push(`${version.source} of ${version.published} is held now and was not then.`);
  if (otherwise.length === 0) otherwise.push('The casebook is not the one of the record.');
  return otherwise;
}
