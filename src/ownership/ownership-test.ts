import { z } from 'zod';
import { readYamlText } from '../formats/yaml-text.ts';
import { type Day, daySchema, isWithin } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import type { RegimeId } from '../model/party.ts';
import { type Verification, verificationSchema } from '../model/provenance.ts';
import { exactShare, type ShareUnits } from '../model/share.ts';

/** Whether a test applied on a day. `not known`: nobody here has seen the state of the law on that day. */
export type TestState = 'in force' | 'suspended' | 'not in force' | 'not known';

/** A limit that a share must reach (`inclusive`) or pass. */
export interface Limit {
  readonly threshold: ShareUnits;
  readonly inclusive: boolean;
}

/** The test as it stood in a period; ends included, a missing end is open. */
export interface TestPeriod {
  readonly from?: Day;
  readonly until?: Day;
  readonly state: TestState;
  /** Null where there is no percentage at all: only listing counts. */
  readonly threshold: ShareUnits | null;
  readonly inclusive: boolean;
  readonly aggregate: boolean;
  /** Above this the result is a question of fact rather than clear; absent where the threshold decides. */
  readonly open?: Limit;
  readonly citation: string;
  readonly verified: Verification;
  readonly note?: string;
}

/** What a statement of a relation without a percentage does under a test. */
export type StatementEffect = 'caught' | 'open' | 'caution' | 'more than half';

/** One regime's own test of whether an unlisted party is reached through its owners. Plain data with its citation. */
export interface OwnershipTest {
  readonly id: string;
  readonly title: string;
  /** Other names under which the test may be asked for. */
  readonly also: readonly string[];
  /** The regimes whose listings the test extends. */
  readonly regimes: readonly RegimeId[];
  /** Threshold of the latest period, for display; evaluation uses `periods`. */
  readonly threshold: ShareUnits | null;
  readonly inclusive: boolean;
  /** Shares of different listed persons are added up. */
  readonly aggregate: boolean;
  /** A party that is reached counts in full as an owner at the next step. */
  readonly cascade: boolean;
  /** `ownership`: votes alone do not count. `ownership or votes`: either suffices; never added together. */
  readonly counts: 'ownership' | 'ownership or votes';
  /** `affiliates`: also who owns a listed party, and what those own. */
  readonly reach: 'owned' | 'affiliates';
  readonly statements: Readonly<Record<'subsidiary' | 'affiliate' | 'control', StatementEffect>>;
  /** The control limb in words. */
  readonly control: string;
  /** Property blocked while the test was met stays blocked after a divestment. */
  readonly keepsBlockedProperty: boolean;
  readonly periods: readonly TestPeriod[];
  readonly exceptions: readonly string[];
  /** Parties organised in these countries alone are not reached, whoever owns them. */
  readonly sparesCountries: readonly string[];
  readonly citation: string;
  readonly source: string;
  readonly verified: Verification;
  readonly note?: string;
}

/** Whether a test spares a party for where it is organised; one of which that is not known is not spared. */
export function isSpared({ sparesCountries }: OwnershipTest, countries: readonly string[]): boolean {
  return countries.length > 0 && countries.every((code) => sparesCountries.includes(code));
}

const percent = z
  .number()
  .min(0)
  .max(100)
  .transform((value) => exactShare(String(value)).min);
const effect = z.enum(['caught', 'open', 'caution', 'more than half']);

const periodSchema = z.strictObject({
  from: daySchema.optional(),
  until: daySchema.optional(),
  state: z.enum(['in force', 'suspended', 'not in force', 'not known']),
  threshold: percent.nullable(),
  inclusive: z.boolean(),
  aggregate: z.boolean().optional(),
  open: z.strictObject({ threshold: percent, inclusive: z.boolean() }).optional(),
  citation: z.string().optional(),
  note: z.string().optional(),
  verified: verificationSchema.optional(),
});

const testSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  also: z.array(z.string()),
  regimes: z.array(z.string()),
  aggregate: z.boolean(),
  cascade: z.boolean(),
  counts: z.enum(['ownership', 'ownership or votes']),
  reach: z.enum(['owned', 'affiliates']),
  statements: z.strictObject({ subsidiary: effect, affiliate: effect, control: effect }),
  control: z.string(),
  periods: z.array(periodSchema).min(1),
  exceptions: z.array(z.string()),
  sparesCountries: z.array(z.string()).default([]),
  keepsBlockedProperty: z.boolean().default(false),
  citation: z.string().min(1),
  source: z.string().min(1),
  verified: verificationSchema,
  note: z.string().optional(),
});

const fileSchema = z.strictObject({ tests: z.array(testSchema).min(1) });

/**
 * Reads the ownership tests of a casebook file. Throws `AS_CASEBOOK` with the place where the file breaks its schema,
 * where periods of a test overlap, or where two tests share an id, a regime or another name.
 */
export function parseOwnershipTests(yamlText: string, file: string): readonly OwnershipTest[] {
  const { value, lineOf } = readYamlText(yamlText, file, 'AS_CASEBOOK');
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Fault('AS_CASEBOOK', issue.message, {
      place: { file, line: lineOf(issue.path), field: issue.path.join('.') },
      remedy: 'docs/ownership.md tells what a test states.',
    });
  }
  const tests = parsed.data.tests.map((raw): OwnershipTest => {
    const periods = raw.periods.map(
      (period): TestPeriod =>
        ({
          ...(withoutUndefined(period) as typeof period),
          aggregate: period.aggregate ?? raw.aggregate,
          citation: period.citation ?? raw.citation,
          verified: period.verified ?? raw.verified,
        }) as TestPeriod,
    );
    const last = periods.at(-1)!;
    return {
      ...(withoutUndefined(raw) as typeof raw),
      regimes: raw.regimes as unknown as RegimeId[],
      periods,
      threshold: last.threshold,
      inclusive: last.inclusive,
    } as OwnershipTest;
  });
  checkPeriods(tests, file);
  checkNames(tests, file);
  return tests;
}

/** zod writes absent optional fields as undefined, which exact optional properties do not allow. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

function checkPeriods(tests: readonly OwnershipTest[], file: string): void {
  for (const test of tests) {
    for (const [index, period] of test.periods.entries()) {
      const next = test.periods[index + 1];
      const inverted = period.from && period.until && period.from > period.until;
      const overlaps = next && !(period.until && next.from && period.until < next.from);
      if (inverted || overlaps) {
        throw new Fault('AS_CASEBOOK', `The periods of ${test.id} are inverted or overlap.`, {
          place: { file, field: `${test.id}.periods.${index}` },
          remedy: 'Order the periods by day, each ending the day before the next begins.',
        });
      }
    }
  }
}

function checkNames(tests: readonly OwnershipTest[], file: string): void {
  const seen = new Map<string, string>();
  for (const test of tests) {
    for (const name of new Set([test.id, ...test.regimes, ...test.also].map((text) => text.toLowerCase()))) {
      const other = seen.get(name);
      if (other !== undefined) {
        throw new Fault('AS_CASEBOOK', `"${name}" stands for both ${other} and ${test.id}.`, {
          place: { file, field: test.id },
        });
      }
      seen.set(name, test.id);
    }
  }
}

/** The test with this id, other name, or that extends this regime; undefined where there is none. Case does not count. */
export function findOwnershipTest(tests: readonly OwnershipTest[], word: string): OwnershipTest | undefined {
  const wanted = word.trim().toLowerCase();
  const named = (texts: readonly string[]) => texts.some((text) => text.toLowerCase() === wanted);
  return (
    tests.find((test) => test.id.toLowerCase() === wanted) ??
    tests.find((test) => named(test.regimes)) ??
    tests.find((test) => named(test.also))
  );
}

/** The period of the test that holds `on`; undefined where the data says nothing about that day. */
export function periodOn(test: OwnershipTest, on: Day): TestPeriod | undefined {
  return test.periods.find((period) => isWithin(on, period));
}
