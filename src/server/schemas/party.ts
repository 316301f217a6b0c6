import { z } from 'zod';
import {
  actorSchema,
  dayText,
  effectSchema,
  list,
  listStandingsSchema,
  namesakeSchema,
  pathStepSchema,
  provenanceSchema,
} from './pieces.ts';

const nameSchema = z
  .object({
    text: z.string(),
    kind: z.string(),
    script: z.string().optional(),
    language: z.string().optional(),
    provenance: provenanceSchema.optional(),
  })
  .meta({ id: 'Name' });

const identifierSchema = z
  .object({
    kind: z.string(),
    value: z.string(),
    issuer: z.string().optional(),
    label: z.string().optional(),
    provenance: provenanceSchema.optional(),
  })
  .meta({ id: 'Identifier' });

const cellSchema = z
  .object({
    activity: z.string(),
    effect: effectSchema,
    policy: z.string().optional(),
    citation: z.string().optional(),
    because: z.string().optional(),
  })
  .meta({ id: 'MatrixCell' });

/** One way in which a regime reaches the party. */
const entrySchema = z
  .object({
    listed: z.string(),
    listedName: z.string(),
    from: dayText.optional(),
    until: dayText.optional(),
    seen: dayText.optional(),
    citation: z.string(),
    programs: list(z.string()),
    policy: z.string().optional(),
    requirement: z.string().optional(),
    dates: z.record(z.string(), dayText).optional(),
    via: z.string().optional(),
    certainty: z.enum(['certain', 'undetermined']),
    settle: z.string().optional(),
    path: list(pathStepSchema),
    verified: z.string(),
  })
  .meta({ id: 'StandingEntry' });

const matrixRowSchema = z
  .object({
    regime: z.string(),
    short: z.string(),
    name: z.string(),
    jurisdiction: z.string(),
    standing: z.enum(['listed', 'derived', 'undetermined', 'listed earlier', 'listed later', 'not listed']),
    since: dayText.optional(),
    until: dayText.optional(),
    effect: effectSchema,
    cells: list(cellSchema),
    doesNotDo: list(z.string()),
    entries: list(entrySchema),
  })
  .meta({ id: 'MatrixRow' });

const eventSchema = z
  .object({
    id: z.string(),
    day: dayText,
    dayText: z.string().describe('As the source has it: a year or month where no day is known.'),
    status: z.string(),
    text: z.string(),
    regimes: list(z.string()),
    provenance: provenanceSchema,
  })
  .meta({ id: 'Event' });

/** A day on which something about the party changed, for the time slider. */
const momentSchema = z
  .object({ day: dayText, kind: z.enum(['listed', 'ended', 'event', 'deadline', 'link']), text: z.string() })
  .meta({ id: 'Moment' });

export const partySchema = z
  .object({
    id: z.string(),
    caption: z.string(),
    schema: z.string(),
    on: dayText,
    known: dayText,
    today: dayText,
    register: z.string().describe('Hash of all that the answer rests on.'),
    listStandings: listStandingsSchema,
    actor: actorSchema,
    names: list(nameSchema),
    identifiers: list(identifierSchema),
    addresses: list(
      z.object({
        full: z.string(),
        country: z.string().optional(),
        provenance: provenanceSchema.optional(),
      }),
    ),
    countries: list(z.string()),
    nationalities: list(z.string()),
    birthDates: list(z.string()),
    birthPlaces: list(z.string()),
    gender: z.string().optional(),
    founded: z.string().optional(),
    titles: list(z.string()),
    attributes: z.record(z.string(), list(z.string())),
    notes: list(z.string()),
    provenance: list(provenanceSchema),
    activities: list(
      z.object({
        activity: z.string(),
        says: z.string(),
        effect: effectSchema,
        policy: z.string().optional(),
        plain: z.string(),
        lead: z
          .object({ regime: z.string(), short: z.string(), citation: z.string(), verified: z.string() })
          .optional(),
        unknowns: list(z.string()),
      }),
    ).describe('What all regimes together make of what the actor usually does with the party.'),
    matrix: list(matrixRowSchema).describe('Regimes that reach the party, did, or will; the gravest first.'),
    elsewhere: list(z.object({ regime: z.string(), short: z.string() })).describe(
      'Regimes held on which it is not.',
    ),
    namesakes: list(namesakeSchema).describe(
      'Who else is listed under the same or nearly the same name. It may be the same party, which nothing says.',
    ),
    timeline: list(eventSchema),
    ahead: list(eventSchema),
    brands: list(
      z.object({
        id: z.string(),
        brand: z.string(),
        relation: z.string(),
        grade: z.string(),
        from: dayText.optional(),
        until: dayText.optional(),
        models: z.string().optional(),
        status: z.string(),
        provenance: provenanceSchema,
      }),
    ),
    marks: z.record(z.string(), z.number()).describe('How many signs of its devices are known, by kind.'),
    merges: list(z.object({ member: z.string(), evidence: z.string(), reason: z.string() })),
    moments: list(momentSchema),
    sources: z.record(z.string(), z.string()).describe('Titles of the source codes.'),
  })
  .meta({ id: 'Party' });
export type PartyAnswer = z.output<typeof partySchema>;

const ownershipNodeSchema = z
  .object({
    id: z.string(),
    caption: z.string(),
    countries: list(z.string()),
    schema: z.string(),
    /** Steps up (negative) or down from the party asked about. */
    level: z.number().int(),
    listedOn: list(z.string()),
    reachedBy: list(z.string()),
    undetermined: list(z.string()),
  })
  .meta({ id: 'OwnershipNode' });

const ownershipEdgeSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    owner: z.string(),
    owned: z.string(),
    share: z.string().optional(),
    basis: z.string().optional(),
    from: dayText.optional(),
    until: dayText.optional(),
    asOf: z.string().optional(),
    disputed: z.string().optional(),
    note: z.string().optional(),
    inForce: z.boolean(),
    provenance: provenanceSchema,
  })
  .meta({ id: 'OwnershipEdge' });

const proofSchema = z
  .object({
    regime: z.string(),
    short: z.string(),
    result: z.enum(['caught', 'undetermined', 'connected']),
    listed: z.string(),
    listedName: z.string(),
    settle: z.string().optional(),
    path: list(pathStepSchema),
    edges: list(z.string()).describe('Ids of the links that the proof rests on.'),
  })
  .meta({ id: 'OwnershipProof' });

export const ownersSchema = z
  .object({
    party: z.string(),
    on: dayText,
    known: dayText,
    listStandings: listStandingsSchema,
    nodes: list(ownershipNodeSchema),
    edges: list(ownershipEdgeSchema),
    proofs: list(proofSchema),
    left: z.number().describe('Parties further away that are not drawn.'),
    sources: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Owners' });
export type OwnersAnswer = z.output<typeof ownersSchema>;
