import { z } from 'zod';
import { type Day, daySchema } from '../model/day.ts';
import { Fault, type FaultCode } from '../model/fault.ts';
import { type Link, linkKinds, type PartyId } from '../model/party.ts';
import { verificationSchema } from '../model/provenance.ts';
import { percentText, shareSchema } from '../model/share.ts';
import { buildGraph } from './build-graph.ts';
import { evaluate } from './evaluate.ts';
import { findOwnershipTest, type OwnershipTest } from './ownership-test.ts';
import type { ControlIndicator, Flag, OwnershipResult, Verdict } from './verdict.ts';

const partyText = z.string().min(1);
const optionalDay = daySchema.nullish().transform((day) => day ?? undefined);

const linkSchema = z
  .object({
    owner: partyText,
    owned: partyText,
    share: shareSchema.optional().transform((share) => share ?? null),
    kind: z.enum(linkKinds).default('ownership'),
    basis: z.enum(['voting', 'economic', 'unstated']).nullish(),
    from: optionalDay,
    until: optionalDay,
    disputed: z.string().nullish(),
    source: z.string().min(1).nullish(),
    verified: verificationSchema.nullish(),
    note: z.string().nullish(),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    error: 'the period ends before it begins',
  });

const caseSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  regime: z.string().min(1),
  on: optionalDay,
  listed: z.array(partyText),
  links: z.array(linkSchema),
  party: partyText,
  joint: z.array(z.array(partyText)).nullish(),
});

/** The answer to one case, in the form of `ownership --jsonl`; shares are percentages as text. */
export interface CaseAnswer {
  readonly id: string | number | null;
  readonly result: OwnershipResult;
  readonly attributed: {
    readonly min: string;
    readonly max: string;
    readonly minInclusive: boolean;
    readonly maxInclusive: boolean;
  };
  readonly proof: readonly CaseProofLink[];
  readonly settle?: string;
  readonly lookThrough?: string;
  readonly control: readonly ControlIndicator[];
  readonly because: string;
  readonly test: string;
  readonly on: Day;
  readonly state: Verdict['state'];
  readonly byShares: OwnershipResult;
  readonly listed: boolean;
  /** From the limit, in percentage points; absent for a listed party and where no percentage counts. */
  readonly distance?: string;
  readonly flags: readonly Flag[];
}

export interface CaseProofLink {
  readonly step: number;
  readonly party: string;
  readonly owner: string;
  readonly owned: string;
  readonly kind: string;
  readonly share: string;
  readonly from?: string;
  readonly until?: string;
  readonly source: string;
  readonly verified?: string;
  readonly because: string;
}

export interface CaseError {
  readonly id: string | number | null;
  readonly error: { readonly code: FaultCode; readonly message: string; readonly line: number };
}

/**
 * Answers one case as parsed from a line of JSON. A case that cannot be used gives an error with the line and the field;
 * nothing is thrown for it. `day` counts where the case names none.
 */
export function answerCase(
  value: unknown,
  line: number,
  tests: readonly OwnershipTest[],
  day: Day,
): CaseAnswer | CaseError {
  const id = idOf(value);
  const parsed = caseSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const field = issue.path.join('.');
    return failed(id, 'AS_FIELD', `${field === '' ? 'the case' : field}: ${issue.message}`, line);
  }
  const test = findOwnershipTest(tests, parsed.data.regime);
  if (!test) {
    const known = tests.map((each) => each.id).join(', ');
    return failed(
      id,
      'AS_UNKNOWN_REGIME',
      `There is no ownership test "${parsed.data.regime}"; there are ${known}.`,
      line,
    );
  }
  try {
    return answered(id, parsed.data, test, day);
  } catch (error) {
    if (error instanceof Fault) return failed(id, error.code, error.message, line);
    throw error;
  }
}

function answered(
  id: string | number | null,
  given: z.output<typeof caseSchema>,
  test: OwnershipTest,
  day: Day,
): CaseAnswer {
  const on = given.on ?? day;
  const graph = buildGraph(given.links.map(linkOf));
  const listed = new Set(given.listed as PartyId[]);
  const verdicts = evaluate(graph, test, listed, on, { joint: (given.joint ?? []) as PartyId[][] });
  return caseAnswer(id, verdicts.verdict(given.party as PartyId));
}

function linkOf(given: z.output<typeof linkSchema>, index: number): Link {
  return {
    id: `link ${index + 1}`,
    kind: given.kind,
    owner: given.owner as PartyId,
    owned: given.owned as PartyId,
    share: given.share,
    ...(given.basis ? { basis: given.basis } : {}),
    ...(given.from ? { from: given.from } : {}),
    ...(given.until ? { until: given.until } : {}),
    ...(given.disputed ? { disputed: given.disputed } : {}),
    ...(given.note ? { note: given.note } : {}),
    provenance: { source: given.source ?? `link ${index + 1}`, verified: given.verified ?? 'secondary' },
  };
}

/** A verdict in the form of the answers. */
export function caseAnswer(id: string | number | null, verdict: Verdict): CaseAnswer {
  const { attributed, lookThrough, distance } = verdict;
  return {
    id,
    result: verdict.result,
    attributed: {
      min: percentText(attributed.min),
      max: percentText(attributed.max),
      minInclusive: attributed.minInclusive,
      maxInclusive: attributed.maxInclusive,
    },
    proof: verdict.proof.steps.flatMap((step, index) =>
      step.links.map(({ link: _, disputed: _tag, basis: _basis, ...link }) => ({
        step: index + 1,
        party: step.party,
        ...link,
        because: step.because,
      })),
    ),
    ...(verdict.settle === undefined ? {} : { settle: verdict.settle }),
    ...(lookThrough
      ? {
          lookThrough:
            lookThrough.min === lookThrough.max
              ? lookThrough.min
              : `${lookThrough.min} to ${lookThrough.max}`,
        }
      : {}),
    control: verdict.control,
    because: verdict.because,
    test: verdict.test,
    on: verdict.on,
    state: verdict.state,
    byShares: verdict.byShares,
    listed: verdict.listed,
    ...(distance === undefined ? {} : { distance: percentText(distance) }),
    flags: verdict.flags,
  };
}

function idOf(value: unknown): string | number | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const { id } = value;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function failed(id: string | number | null, code: FaultCode, message: string, line: number): CaseError {
  return { id, error: { code, message, line } };
}
