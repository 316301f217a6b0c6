import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadCasebook } from '../casebook/index.ts';
import {
  type Assumption,
  type Day,
  daySchema,
  effects,
  type PartyId,
  type RegimeId,
  viewOf,
} from '../model/index.ts';
import { createWorld } from './world.ts';

const more = z.strictObject({
  on: daySchema.optional(),
  jurisdiction: z.string().optional(),
  item: z.record(z.string(), z.string()).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  assume: z.string().optional(),
  policy: z.string().optional(),
  provision: z.string().optional(),
  unknown: z.string().optional(),
  says: z.string().optional(),
});
const row = z.tuple([daySchema, z.string(), z.string(), z.string(), z.enum(effects), z.string()]).rest(more);
const file = fileURLToPath(new URL('../../test/law-questions.yaml', import.meta.url));
const tables = z.record(z.string(), z.array(row)).parse(load(readFileSync(file, 'utf8')));

const casebook = loadCasebook();
const world = createWorld({
  register: viewOf({
    known: '2026-11-22' as Day,
    parties: casebook.parties,
    listings: casebook.listings,
    links: casebook.links,
    versions: [],
    redirects: {},
    hash: casebook.hash,
  }),
  casebook,
});

function assumed(text: string): Assumption {
  const [party, regime, from] = text.split(':');
  return { kind: 'listing', party: party as PartyId, regime: regime as RegimeId, from: from as Day };
}

it('asks at least 150 questions', () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(150);
});

describe.each(Object.entries(tables))('%s', (_, questions) => {
  const cases = questions.map((question) => {
    const [on, roles, activity, party, effect, citation, extra] = question;
    return {
      title: `${extra?.on ?? on}: ${roles}, ${activity}, ${party} ${JSON.stringify({ ...extra })} is ${effect}`,
      on: extra?.on ?? on,
      roles,
      activity,
      party,
      effect,
      citation,
      extra: extra ?? {},
    };
  });
  it.each(cases)('$title', ({ on, roles, activity, party, effect, citation, extra }) => {
    const asked = extra.assume === undefined ? world : world.under([assumed(extra.assume)]);
    const answer = asked.askNamed({
      on,
      actor: { roles, ...(extra.jurisdiction === undefined ? {} : { jurisdiction: extra.jurisdiction }) },
      activity,
      counterparty: party,
      ...(extra.item === undefined ? {} : { item: extra.item }),
      ...(extra.facts === undefined ? {} : { facts: extra.facts }),
    });
    const why = JSON.stringify(answer, null, 1);
    expect(answer.effect, why).toBe(effect);
    expect(answer.notices ?? [], why).toEqual([]);
    if (extra.policy !== undefined) expect(answer.policy, why).toBe(extra.policy);
    if (citation !== 'none') {
      const leading = answer.provisions
        .filter((applied) => applied.effect === effect)
        .map((applied) => applied.citation);
      expect(leading.join(' | '), why).toContain(citation);
    }
    if (extra.provision !== undefined)
      expect(
        answer.provisions.map((applied) => applied.provision),
        why,
      ).toContain(extra.provision);
    if (extra.unknown !== undefined)
      expect(
        answer.unknowns.map((unknown) => unknown.fact),
        why,
      ).toContain(extra.unknown);
    if (extra.says !== undefined) expect(answer.notForbidden.join(' '), why).toContain(extra.says);
  });
});
