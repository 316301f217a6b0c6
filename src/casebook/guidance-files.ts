import { z } from 'zod';
import { daySchema, daysBetween } from '../model/day.ts';
import type { PartyId, RegimeId } from '../model/party.ts';
import { type Provenance, verificationSchema } from '../model/provenance.ts';
import { activities } from '../model/vocabulary.ts';
import type { Alternative, Criterion, Precedent } from './casebook.ts';
import type { Placed } from './party-file.ts';
import type { Problems } from './problem.ts';
import type { YamlDocument } from './yaml-document.ts';

const fact = { source: z.string().min(1), verified: verificationSchema, note: z.string().min(1).optional() };
const text = z.string().min(1);

export const precedentFileSchema = z.array(
  z.strictObject({
    id: text,
    title: text,
    regime: text.optional(),
    covers: z.enum(['parties', 'owned entities only']),
    activities: z.array(text).default([]),
    action: daySchema.optional(),
    from: daySchema.optional(),
    until: daySchema.optional(),
    days: z.int().positive().optional(),
    conditions: text,
    citation: text,
    ...fact,
  }),
);
export const alternativeFileSchema = z.array(z.strictObject({ party: text, says: text, ...fact }));
export const criterionFileSchema = z.array(
  z.strictObject({
    id: text,
    title: text,
    parties: z.array(z.strictObject({ party: text, ...fact })).min(1),
  }),
);

/** What is collected on the way: each fact's provenance for the source check, each id for the check over all files. */
export interface Collected {
  readonly provenances: Placed<Provenance>[];
  readonly parties: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
  readonly problems: Problems;
}

export function precedentsOf(
  document: YamlDocument<z.output<typeof precedentFileSchema>>,
  { provenances, regimes, problems }: Collected,
): Precedent[] {
  return (document.value ?? []).flatMap((row, at) => {
    const origin = document.at([at]);
    const provenance = keep(row, origin, provenances);
    const { id, title, covers, conditions, citation, regime, action, from, until } = row;
    if (regime !== undefined && !regimes.has(regime))
      problems.add(origin, `There is no regime "${regime}".`, 'regime');
    for (const word of row.activities) {
      if (!activities.find(word)) problems.add(origin, `There is no activity "${word}".`, 'activities');
    }
    const ran = action && from && until ? daysBetween(action, until) : undefined;
    if (ran === undefined ? row.days === undefined : row.days !== undefined) {
      problems.add(origin, `"${id}" needs action, from and until, or days alone.`, 'days');
      return [];
    }
    if (action && from && until && (until < from || from < action)) {
      problems.add(origin, `The days of "${id}" are out of order.`, 'until');
    }
    return [
      {
        id,
        title,
        ...(regime === undefined ? {} : { regime: regime as RegimeId }),
        covers,
        activities: row.activities,
        ...(from && until ? { from, until } : {}),
        days: ran ?? row.days!,
        conditions,
        citation,
        provenance,
      },
    ];
  });
}

export function alternativesOf(
  document: YamlDocument<z.output<typeof alternativeFileSchema>>,
  { provenances, parties, problems }: Collected,
): Alternative[] {
  return (document.value ?? []).map(({ party, says, ...row }, at) => {
    const origin = document.at([at]);
    if (!parties.has(party)) problems.add(origin, `There is no party "${party}".`, 'party');
    return { party: party as PartyId, note: says, provenance: keep(row, origin, provenances) };
  });
}

export function criteriaOf(
  document: YamlDocument<z.output<typeof criterionFileSchema>>,
  { provenances, parties, problems }: Collected,
): Criterion[] {
  return (document.value ?? []).map(({ id, title, parties: rows }, at) => ({
    id,
    title,
    parties: rows.map(({ party, ...row }, index) => {
      const origin = document.at([at, 'parties', index]);
      if (!parties.has(party)) problems.add(origin, `There is no party "${party}".`, 'party');
      return { party: party as PartyId, provenance: keep(row, origin, provenances) };
    }),
  }));
}

function keep(
  row: {
    readonly source: string;
    readonly verified: Provenance['verified'];
    readonly note?: string | undefined;
  },
  origin: Placed<Provenance>['origin'],
  provenances: Placed<Provenance>[],
): Provenance {
  const { source, verified, note } = row;
  const provenance = { source, verified, ...(note === undefined ? {} : { note }) };
  provenances.push({ item: provenance, origin });
  return provenance;
}
