import { z } from 'zod';
import { daySchema } from './day.ts';
import type { RegimeId } from './party.ts';
import { exceptionSchema, knownUntilSchema, negativeSchema, provisionSchema, sourced } from './provision.ts';

const regimeFamilies = [
  'blocking',
  'ownership rule',
  'investment',
  'export control',
  'import ban',
  'procurement',
  'equipment authorisation',
  'foreign investment',
  'debarment',
  'counter-measure',
  'warning',
] as const;
export type RegimeFamily = (typeof regimeFamilies)[number];

/**
 * A legal programme with its rules as data. One file of `casebook/regimes` holds one regime; `docs/law.md` tells how
 * to read and correct it.
 */
export const regimeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]{2}-[a-z0-9-]+$/)
    .transform((id) => id as RegimeId),
  name: z.string().min(1),
  short: z.string().min(1),
  issuer: z.string().min(1),
  /** Whose law it is: `us`, `gb`, `eu`, `un`. */
  jurisdiction: z.string().min(2),
  family: z.enum(regimeFamilies),
  authority: z
    .array(z.strictObject({ cite: z.string().min(1), date: z.string().optional(), ...sourced }))
    .min(1),
  /** First day on which the regime can have any effect. */
  from: daySchema,
  until: daySchema.optional(),
  knownUntil: knownUntilSchema.optional(),
  /** Entries of another regime's list that belong here, by programme tag: GLOMAG of the SDN list. */
  partOf: z.strictObject({ regime: z.string(), programs: z.array(z.string()).min(1) }).optional(),
  /**
   * What brings its rules in: an own list (`listing`); a derived standing by an ownership rule (`ownership`);
   * listings of other regimes; or the goods or the maker's country alone (`goods`).
   */
  trigger: z.union([
    z.enum(['listing', 'ownership', 'goods']),
    z.strictObject({ regimes: z.array(z.string()).min(1) }),
  ]),
  /** Which unlisted parties the regime reaches. */
  ownership: z.strictObject({
    /** Id of the test in `casebook/ownership-tests.yaml`, or `listed only`. */
    test: z.string(),
    says: z.string().min(1),
    ...sourced,
  }),
  provisions: z.array(provisionSchema).min(1),
  exceptions: z.array(exceptionSchema).default([]),
  doesNotDo: z.array(negativeSchema).min(1),
  /** Review policies of entries that lists often omit, by a part of their citation. */
  policies: z
    .array(z.strictObject({ citation: z.string().min(1), policy: z.string().min(1), ...sourced }))
    .default([]),
  windDown: z.strictObject({ says: z.string().min(1), ...sourced }).optional(),
  severity: z.strictObject({
    /** 1 is gravest. */
    rank: z.int().min(1).max(12),
    /** A suggested ordering value from 0 to 100; a judgement, not law. */
    weight: z.int().min(0).max(100),
    why: z.string().min(1),
  }),
  data: z.strictObject({ where: z.string(), formats: z.array(z.string()), ...sourced }).optional(),
  traps: z.array(z.strictObject({ says: z.string().min(1), ...sourced })).default([]),
  checkedOn: daySchema,
  /** The day by which somebody has to look again. */
  reviewBy: daySchema,
});
export type Regime = z.infer<typeof regimeSchema>;
