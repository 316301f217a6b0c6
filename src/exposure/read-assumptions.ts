import { z } from 'zod';
import {
  type Assumption,
  daySchema,
  Fault,
  lookUp,
  type PartyId,
  type RegimeId,
  shareSchema,
} from '../model/index.ts';

const listing = z.looseObject({
  kind: z.literal('listing').optional(),
  party: z.string().min(1),
  regime: z.string().min(1),
  from: daySchema,
  until: daySchema.optional(),
  program: z.string().optional(),
});
const delisting = z.looseObject({
  kind: z.literal('delisting'),
  party: z.string().min(1),
  regime: z.string().min(1),
  from: daySchema,
});
const licence = z.looseObject({
  kind: z.literal('licence'),
  name: z.string().default('assumed licence'),
  regime: z.string().min(1),
  parties: z.array(z.string()).default([]),
  covers: z.enum(['parties', 'owned entities only']).default('parties'),
  activities: z.array(z.string()).default([]),
  from: daySchema,
  until: daySchema,
  conditions: z.string().optional(),
});
const divestment = z.looseObject({
  kind: z.literal('divestment'),
  owner: z.string().min(1),
  owned: z.string().min(1),
  from: daySchema,
  share: shareSchema,
  to: z.string().optional(),
});
const rule = z.looseObject({
  kind: z.literal('rule'),
  regime: z.string().min(1),
  provision: z.string().min(1),
  from: daySchema.optional(),
  until: daySchema.optional(),
});

const schemas = { listing, delisting, licence, divestment, rule } as const;

export interface AssumptionWords {
  party(nameOrId: string): PartyId;
  /** Whether a regime with this id is held. */
  hasRegime(id: string): boolean;
}

/**
 * Reads the `assume` of a question. An entry without a kind is a listing. Throws `AS_USAGE` for a wrong shape,
 * `AS_UNKNOWN_REGIME` and `AS_UNKNOWN_PARTY` for words that stand for nothing here.
 */
export function readAssumptions(given: unknown, words: AssumptionWords): Assumption[] {
  if (given === undefined || given === null) return [];
  const list = Array.isArray(given) ? given : [given];
  return list.map((entry: unknown, index) => readOne(entry, index, words));
}

function readOne(entry: unknown, index: number, words: AssumptionWords): Assumption {
  const field = `assume[${index}]`;
  const kind = kindOf(entry);
  const schema = lookUp<(typeof schemas)[keyof typeof schemas]>(schemas, kind);
  if (!schema) {
    throw new Fault('AS_USAGE', `“${kind}” is no kind of assumption.`, {
      place: { field },
      remedy: `Use one of: ${Object.keys(schemas).join(', ')}.`,
    });
  }
  const parsed = schema.safeParse(entry);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Fault(
      'AS_USAGE',
      `The assumption has a wrong or missing “${issue.path.join('.')}”: ${issue.message}.`,
      {
        place: { field },
        remedy: 'Write {"party":"hikvision","regime":"us-ofac-sdn-glomag","from":"2022-06-01"}.',
      },
    );
  }
  return resolved(kind, parsed.data, words, field);
}

function kindOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'kind' in entry && typeof entry.kind === 'string'
    ? entry.kind
    : 'listing';
}

function resolved(kind: string, data: unknown, words: AssumptionWords, field: string): Assumption {
  const regime = (id: string): RegimeId => {
    if (words.hasRegime(id)) return id as RegimeId;
    throw new Fault('AS_UNKNOWN_REGIME', `There is no regime “${id}”.`, {
      place: { field },
      remedy: '`aftershock law` shows all regimes.',
    });
  };
  switch (kind) {
    case 'delisting': {
      const one = delisting.parse(data);
      return { kind: 'delisting', party: words.party(one.party), regime: regime(one.regime), from: one.from };
    }
    case 'licence': {
      const one = licence.parse(data);
      return {
        kind: 'licence',
        name: one.name,
        regime: regime(one.regime),
        parties: one.parties.map(words.party),
        covers: one.covers,
        activities: one.activities,
        from: one.from,
        until: one.until,
        ...(one.conditions === undefined ? {} : { conditions: one.conditions }),
      };
    }
    case 'divestment': {
      // The share was read by the first parse already.
      const one = data as z.output<typeof divestment>;
      return {
        kind: 'divestment',
        owner: words.party(one.owner),
        owned: words.party(one.owned),
        from: one.from,
        share: one.share,
        ...(one.to === undefined ? {} : { to: words.party(one.to) }),
      };
    }
    case 'rule': {
      const one = rule.parse(data);
      return {
        kind: 'rule',
        regime: regime(one.regime),
        provision: one.provision,
        ...(one.from === undefined ? {} : { from: one.from }),
        ...(one.until === undefined ? {} : { until: one.until }),
      };
    }
    default: {
      const one = listing.parse(data);
      return {
        kind: 'listing',
        party: words.party(one.party),
        regime: regime(one.regime),
        from: one.from,
        ...(one.until === undefined ? {} : { until: one.until }),
        ...(one.program === undefined ? {} : { program: one.program }),
      };
    }
  }
}
