import { z } from 'zod';

/**
 * How far a fact may be trusted. `verified`: seen in a copy of the source named. `secondary`: seen in a good
 * secondary source only. `from memory`: recalled, not looked up; shown with that flag wherever the fact is shown.
 * `disputed`: sources disagree; all versions are kept. `invented`: demo data.
 */
const verifications = ['verified', 'secondary', 'from memory', 'disputed', 'invented'] as const;
export type Verification = (typeof verifications)[number];

/** Where a fact comes from. Every fact of the casebook has one. */
export interface Provenance {
  /** Codes of sources in `casebook/sources.yaml` with a comma between, or the title of the document itself. */
  readonly source: string;
  readonly verified: Verification;
  readonly note?: string;
}

export const verificationSchema = z.enum(verifications);

export const provenanceSchema = z.object({
  source: z.string().min(1),
  verified: verificationSchema,
  note: z.string().optional(),
});
