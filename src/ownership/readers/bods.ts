import { z } from 'zod';
import type { Chunks } from '../../formats/index.ts';
import { addDays, type Day, isDay } from '../../model/day.ts';
import { Fault } from '../../model/fault.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Link, LinkKind, PartyId } from '../../model/party.ts';
import { type Share, shareBetween } from '../../model/share.ts';
import { jsonItems } from './json-items.ts';
import { readPeriod } from './period.ts';
import { type OwnershipRecord, problem } from './record.ts';

const shareSchema = z.object({
  exact: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
});

const interestSchema = z.object({
  type: z.string().optional(),
  directOrIndirect: z.string().optional(),
  share: shareSchema.optional(),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  details: z.string().optional(),
});

const unnamedSchema = z.object({ reason: z.string().optional(), description: z.string().optional() });

const statementSchema = z.object({
  statementId: z.string().optional(),
  statementDate: z.string().optional(),
  recordId: z.string().min(1),
  recordStatus: z.string().optional(),
  recordType: z.enum(['entity', 'person', 'relationship']),
  recordDetails: z.looseObject({}),
});

const relationshipSchema = z.object({
  isComponent: z.boolean().optional(),
  componentRecords: z.array(z.string()).optional(),
  subject: z.union([z.string(), unnamedSchema]),
  interestedParty: z.union([z.string(), unnamedSchema]),
  interests: z.array(interestSchema).default([]),
});

const partySchema = z.object({
  name: z.string().optional(),
  names: z.array(z.object({ fullName: z.string().optional() })).optional(),
  jurisdiction: z.object({ code: z.string().optional() }).optional(),
});

type Interest = z.output<typeof interestSchema>;

interface Version {
  readonly line: number;
  readonly day: string;
  readonly isClosed: boolean;
  readonly details: z.output<typeof relationshipSchema>;
}

/** What each type of interest is, as a link. Types not here are shown, never counted. */
const interestKinds: Readonly<
  Record<string, { readonly kind: LinkKind; readonly basis?: 'voting' | 'economic' }>
> = {
  shareholding: { kind: 'ownership', basis: 'economic' },
  votingRights: { kind: 'ownership', basis: 'voting' },
  appointmentOfBoard: { kind: 'control' },
  otherInfluenceOrControl: { kind: 'control' },
  controlViaCompanyRulesOrArticles: { kind: 'control' },
  controlByLegalFramework: { kind: 'control' },
  trustee: { kind: 'control' },
  settlor: { kind: 'control' },
  protector: { kind: 'control' },
  boardMember: { kind: 'officer' },
  boardChair: { kind: 'officer' },
  seniorManagingOfficial: { kind: 'officer' },
};

/**
 * Beneficial Ownership Data Standard 0.4, as one JSON array or one statement a line. Of an indirect interest whose steps
 * are given as components only the steps are taken, as the total would count them twice; one without steps becomes an
 * open share, since a total is multiplied and says nothing of the links it runs through. Later versions of a record end
 * earlier ones. Memory grows with the relationships, not with the file.
 */
export function* readBods(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  const versions = new Map<string, Version[]>();
  for (const item of jsonItems(chunks, file)) {
    if ('issue' in item) {
      yield { kind: 'issue', issue: item.issue };
      continue;
    }
    const parsed = statementSchema.safeParse(item.value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      yield problem(file, item.line, issue.message, true, issue.path.join('.'));
      continue;
    }
    const { recordId, recordType, recordStatus, statementDate, recordDetails } = parsed.data;
    if (recordType !== 'relationship') {
      yield partyOf(recordId, recordType, recordDetails);
      continue;
    }
    const details = relationshipSchema.safeParse(recordDetails);
    if (!details.success) {
      const issue = details.error.issues[0]!;
      yield problem(file, item.line, issue.message, true, issue.path.join('.'));
      continue;
    }
    const version = {
      line: item.line,
      day: statementDate ?? '',
      isClosed: recordStatus === 'closed',
      details: details.data,
    };
    versions.set(recordId, [...(versions.get(recordId) ?? []), version]);
  }
  for (const [record, own] of versions) yield* readRecord(record, own, file);
}

function partyOf(id: string, type: 'entity' | 'person', details: object): OwnershipRecord {
  const parsed = partySchema.safeParse(details);
  const data = parsed.success ? parsed.data : {};
  const country = data.jurisdiction?.code?.toLowerCase();
  return {
    kind: 'party',
    party: {
      id,
      name: data.name ?? data.names?.[0]?.fullName ?? id,
      schema: type === 'person' ? 'Person' : 'LegalEntity',
      ...(country ? { country } : {}),
    },
  };
}

function* readRecord(record: string, given: readonly Version[], file: string): Generator<OwnershipRecord> {
  const versions = given.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.line - b.line));
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1];
    if (next && sameInterests(version, next)) continue;
    yield* readVersion(
      record,
      version,
      index > 0 ? startOf(version) : undefined,
      next && startOf(next),
      file,
    );
  }
}

/** A closing statement repeats the interests with their end: then the last version says all. */
function sameInterests(a: Version, b: Version): boolean {
  const key = ({ details }: Version) =>
    JSON.stringify(details.interests.map(({ endDate: _, ...interest }) => interest));
  return key(a) === key(b);
}

/** The day from which a version holds: its interests' start where that is later than all before, else its date. */
function startOf(version: Version): string {
  const starts = version.details.interests.map(({ startDate }) => startDate ?? '').sort();
  return [starts.at(-1) ?? '', version.day].find((day) => isDay(day)) ?? '';
}

function* readVersion(
  record: string,
  version: Version,
  notBefore: string | undefined,
  endedBy: string | undefined,
  file: string,
): Generator<OwnershipRecord> {
  const { details, line } = version;
  if (typeof details.subject !== 'string') {
    yield problem(file, line, `The subject is not named: ${reasonOf(details.subject)}.`, true, 'subject');
    return;
  }
  if (typeof details.interestedParty !== 'string') {
    if (!version.isClosed && !endedBy)
      yield { kind: 'unnamed', owned: details.subject, reason: reasonOf(details.interestedParty) };
    return;
  }
  const hasSteps = (details.componentRecords ?? []).length > 0;
  const interests = details.interests.length > 0 ? details.interests : [{}];
  for (const [index, interest] of interests.entries()) {
    if (interest.directOrIndirect === 'indirect' && hasSteps) continue;
    const start = laterOf(interest.startDate, notBefore);
    const end =
      interest.endDate ?? (version.isClosed ? version.day || undefined : undefined) ?? dayBefore(endedBy);
    const { period, problem: badDay, isInverted } = readPeriod(start, end);
    // A version that the next one replaced on the same day never held.
    if (isInverted && interest.endDate === undefined && !version.isClosed) continue;
    if (badDay) yield problem(file, line, badDay, isInverted, `interests.${index}`);
    if (isInverted) continue;
    const known =
      interest.type === undefined ? { kind: 'ownership' as const } : lookUp(interestKinds, interest.type);
    const { share, problem: badShare } = shareOf(interest);
    if (badShare) yield problem(file, line, badShare, false, `interests.${index}.share`);
    const kind = known?.kind ?? 'other';
    const link: Link = {
      id: `bods:${record}:${version.line}:${index + 1}`,
      kind,
      owner: details.interestedParty as PartyId,
      owned: details.subject as PartyId,
      ...(kind === 'ownership' ? { share } : {}),
      ...(known && 'basis' in known && known.basis ? { basis: known.basis } : {}),
      ...period,
      note: noteOf(interest),
      provenance: { source: `${file}, statement ${line}`, verified: 'verified' },
    };
    yield { kind: 'link', link };
  }
}

function reasonOf(unnamed: z.output<typeof unnamedSchema>): string {
  return [unnamed.reason, unnamed.description].filter(Boolean).join(': ') || 'no reason given';
}

function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || b === '') return a ?? (b || undefined);
  return a > b ? a : b;
}

function dayBefore(day: string | undefined): Day | undefined {
  return day !== undefined && isDay(day) ? addDays(day, -1) : undefined;
}

function noteOf(interest: Interest): string {
  const stated = interest.share?.exact === undefined ? '' : ` of ${interest.share.exact} percent in total`;
  const indirect = interest.directOrIndirect === 'indirect' ? `indirect${stated}, steps not given` : '';
  return [interest.type ?? 'interest of unknown type', indirect, interest.details].filter(Boolean).join('; ');
}

function shareOf(interest: Interest): { share: Share | null; problem?: string } {
  const given = interest.share;
  if (!given || interest.directOrIndirect === 'indirect') return { share: null };
  const { exact, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = given;
  try {
    if (exact !== undefined) return { share: shareBetween(String(exact), String(exact)) };
    const min = exclusiveMinimum ?? minimum;
    const max = exclusiveMaximum ?? maximum;
    if (min === undefined && max === undefined) return { share: null };
    return {
      share: shareBetween(
        String(min ?? 0),
        String(max ?? 100),
        exclusiveMinimum === undefined,
        exclusiveMaximum === undefined,
      ),
    };
  } catch (error) {
    if (error instanceof Fault)
      return { share: null, problem: `${error.message} The share counts as unknown.` };
    throw error;
  }
}
