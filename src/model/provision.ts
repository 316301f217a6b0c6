import { z } from 'zod';
import { daySchema } from './day.ts';
import { effects } from './effect.ts';
import { verificationSchema } from './provenance.ts';

/** Source and verification flag, which every fact of a regime file carries. */
export const sourced = {
  source: z.string().min(1),
  verified: verificationSchema,
  note: z.string().optional(),
};

/**
 * When a rule starts or ends, in the clock of the calendar or of the listing:
 * a day; `listing`; so many days after the listing, unless the listing itself has a day under one of the names in `or`;
 * or somewhere between two days, in the words of the source.
 */
export const momentSchema = z.union([
  z.literal('listing'),
  daySchema,
  z.strictObject({
    after: z.int().min(0),
    /** Names of days that a listing may carry; the first one found wins over the count. */
    or: z.array(z.string()).optional(),
    /** The day before that one: for the last day of a window that ends at the first minute. */
    dayBefore: z.boolean().optional(),
  }),
  z.strictObject({ earliest: daySchema, latest: daySchema, text: z.string().min(1) }),
]);
export type Moment = z.infer<typeof momentSchema>;

/**
 * What happens where a fact that a condition needs was not stated. The two assumptions are shown with the answer as
 * facts that would change it; `met` and `not met` are silent, for facts that matter only where somebody states them.
 */
const missingFact = ['undetermined', 'assume met', 'assume not met', 'met', 'not met'] as const;

/**
 * A condition on one fact of the question. All conditions of a rule must hold. With `is` alone other values fail, with
 * `isNot` alone they hold, with both they leave the answer open.
 */
const conditionSchema = z
  .strictObject({
    fact: z.string().min(1),
    is: z.array(z.string()).min(1).optional(),
    isNot: z.array(z.string()).min(1).optional(),
    /** Values that are taken to hold, which is shown with the answer. */
    assume: z.array(z.string()).min(1).optional(),
    missing: z.enum(missingFact).default('undetermined'),
    /** Why something is assumed; shown with the answer. */
    why: z.string().optional(),
  })
  .refine((condition) => condition.is !== undefined || condition.isNot !== undefined, {
    error: 'a condition has is, isNot or both',
  });
export type Condition = z.infer<typeof conditionSchema>;

/** Which listings of the regime a rule is about; all parts that are given must hold. Absent: all of them. */
const listingFilterSchema = z.strictObject({
  parties: z.array(z.string()).optional(),
  notParties: z.array(z.string()).optional(),
  /** Parts of the listing's citation. */
  citations: z.array(z.string()).optional(),
  /** Parts of its programme tags, requirement or remarks. */
  programs: z.array(z.string()).optional(),
  /** Listed on or after, and before, these days. */
  since: daySchema.optional(),
  before: daySchema.optional(),
});
export type ListingFilter = z.infer<typeof listingFilterSchema>;

/** Who is bound: any one of the groups. A group with both needs both. */
const boundSchema = z.union([
  z.literal('anyone'),
  z.array(
    z.strictObject({
      jurisdictions: z.array(z.string()).min(1).optional(),
      notJurisdictions: z.array(z.string()).min(1).optional(),
      roles: z.array(z.string()).min(1).optional(),
    }),
  ),
]);
export type Bound = z.infer<typeof boundSchema>;

/** Which standings a rule reaches: parties named, parties derived by ownership or affiliation, or both. */
export const reaches = ['named', 'derived', 'both'] as const;

/** After `day` nothing is known here of the rule's fate. */
export const knownUntilSchema = z.strictObject({ day: daySchema, why: z.string().min(1) });

export const provisionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The rule in one plain sentence. */
  says: z.string().min(1),
  activities: z.array(z.string()).min(1),
  bound: boundSchema,
  when: z.array(conditionSchema).default([]),
  listed: listingFilterSchema.optional(),
  reach: z.enum(reaches).default('both'),
  /** Reaches the goods of the listed party also where another party sells them. */
  toMaker: z.boolean().default(false),
  /** Needs no listing: the goods alone bring the rule in. */
  goods: z.boolean().default(false),
  /** Whether it needs the ownership rule to be met (`decides`), is about shares that are not known, or does not care. */
  share: z.enum(['decides', 'unknown', 'any']).default('decides'),
  effect: z.enum(effects),
  /** Review policy; `from entry` takes it from the listing, `from owner` from the listing of the owner. */
  policy: z.string().optional(),
  /** Wins over the general policy of another provision with the same effect. */
  specific: z.boolean().default(false),
  from: momentSchema,
  until: momentSchema.optional(),
  /** Nothing is known of the rule's fate after this day: later days are undetermined, with this reason. */
  knownUntil: knownUntilSchema.optional(),
  citation: z.string().min(1),
  ...sourced,
});
export type Provision = z.infer<typeof provisionSchema>;

/** What frees a dealing that a provision would bar: an exception, a licence for all, a waiver, a savings clause. */
export const exceptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['exception', 'general licence', 'licence', 'waiver', 'savings clause']),
  says: z.string().min(1),
  frees: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  activities: z.array(z.string()).optional(),
  when: z.array(conditionSchema).default([]),
  listed: listingFilterSchema.optional(),
  reach: z.enum(reaches).default('both'),
  from: momentSchema.optional(),
  until: momentSchema.optional(),
  /** Tell the asker of it where its facts were not stated. */
  mention: z.boolean().default(false),
  citation: z.string().min(1),
  ...sourced,
});
export type Exception = z.infer<typeof exceptionSchema>;

/** A thing that the regime does not do, said in words; with activities where it is about some only. */
export const negativeSchema = z.strictObject({
  says: z.string().min(1),
  activities: z.array(z.string()).optional(),
  ...sourced,
});
export type Negative = z.infer<typeof negativeSchema>;
