import { z } from 'zod';
import type { Chunks } from '../../formats/index.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Link, LinkKind, PartyId } from '../../model/party.ts';
import { parsePercentage } from '../percentage.ts';
import { jsonItems } from './json-items.ts';
import { readPeriod } from './period.ts';
import { type OwnershipRecord, problem } from './record.ts';

const entitySchema = z.object({
  id: z.string().min(1),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.unknown())).default({}),
});

interface Relation {
  readonly owner: string;
  readonly owned: string;
  readonly kind: LinkKind;
}

/** Relations of FollowTheMoney that say something of ownership or control: their two ends and what they become. */
const relations: Readonly<Record<string, Relation>> = {
  Ownership: { owner: 'owner', owned: 'asset', kind: 'ownership' },
  Directorship: { owner: 'director', owned: 'organization', kind: 'officer' },
  Family: { owner: 'person', owned: 'relative', kind: 'family' },
  Associate: { owner: 'person', owned: 'associate', kind: 'other' },
  Representation: { owner: 'agent', owned: 'client', kind: 'acts for' },
  Succession: { owner: 'predecessor', owned: 'successor', kind: 'successor' },
  UnknownLink: { owner: 'subject', owned: 'object', kind: 'other' },
};

const partySchemas: Readonly<Record<string, 'Person' | 'Company' | 'LegalEntity'>> = {
  Person: 'Person',
  Company: 'Company',
  Organization: 'LegalEntity',
  LegalEntity: 'LegalEntity',
  PublicBody: 'LegalEntity',
};

/** FollowTheMoney entities, one JSON object a line: owners, offices and the parties they name. Percentages are free text. */
export function* readFollowTheMoney(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  for (const item of jsonItems(chunks, file)) {
    if ('issue' in item) {
      yield { kind: 'issue', issue: item.issue };
      continue;
    }
    const parsed = entitySchema.safeParse(item.value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      yield problem(file, item.line, issue.message, true, issue.path.join('.'));
      continue;
    }
    const { id, schema, properties } = parsed.data;
    const texts = (name: string) =>
      (lookUp(properties, name) ?? []).map((value) => idOrText(value)).filter((text) => text !== '');
    const partySchema = lookUp(partySchemas, schema);
    if (partySchema) {
      const country = texts('country')[0];
      yield {
        kind: 'party',
        party: { id, name: texts('name')[0] ?? id, schema: partySchema, ...(country ? { country } : {}) },
      };
      continue;
    }
    const relation = lookUp(relations, schema);
    if (relation) yield* readRelation(id, { schema, ...relation }, texts, file, item.line);
  }
}

/** Nested exports hold the other entity itself where plain ones hold its id. */
function idOrText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}

function* readRelation(
  id: string,
  relation: Relation & { readonly schema: string },
  texts: (name: string) => readonly string[],
  file: string,
  line: number,
): Generator<OwnershipRecord> {
  const { period, problem: badDay, isInverted } = readPeriod(texts('startDate')[0], texts('endDate')[0]);
  if (badDay) yield problem(file, line, badDay, isInverted, 'endDate');
  if (isInverted) return;
  const [owners, owned] = [texts(relation.owner), texts(relation.owned)];
  if (owners.length === 0 || owned.length === 0) {
    yield problem(file, line, `The ${relation.schema} does not name both ends.`, true);
    return;
  }
  const percentage = texts('percentage')[0];
  const share = percentage === undefined ? undefined : parsePercentage(percentage);
  if (percentage !== undefined && !share) {
    yield problem(
      file,
      line,
      `"${percentage}" is no percentage; the share counts as unknown.`,
      false,
      'percentage',
    );
  }
  const role = [...texts('role'), ...texts('ownershipType')].join(', ');
  for (const owner of owners) {
    for (const party of owned) {
      const link: Link = {
        id: owners.length * owned.length === 1 ? id : `${id}:${owner}:${party}`,
        kind: relation.kind,
        owner: owner as PartyId,
        owned: party as PartyId,
        ...(relation.kind === 'ownership' ? { share: share ?? null } : {}),
        ...period,
        // Several owners in one entity hold together what it states.
        ...(relation.kind === 'ownership' && owners.length > 1 ? { disputed: `joint:${id}` } : {}),
        ...(role === '' ? {} : { note: role }),
        provenance: { source: `${file}, line ${line}`, verified: 'secondary' },
      };
      yield { kind: 'link', link };
    }
  }
}
