import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ask, id, link, type ShareText } from '../../test/ownership-links.ts';
import { describeWithShared, sharedData } from '../../test/shared-data.ts';
import { daySchema, parseDay } from '../model/day.ts';
import type { Link } from '../model/party.ts';
import { checkProof } from './proof-check.ts';

const edge = z.object({
  owner: z.string(),
  owned: z.string(),
  pct: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  min_exclusive: z.boolean().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
});
const file = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      regime: z.string(),
      listed: z.array(z.string()),
      edges: z.array(edge),
      history: z.array(edge).optional(),
      control: z.array(z.object({ controller: z.string(), entity: z.string(), how: z.string() })).optional(),
      expected: z.record(z.string(), z.string()),
      expected_flag: z.string().optional(),
      as_of: daySchema.optional(),
      integrated_ownership: z.record(z.string(), z.number()).optional(),
      economic_interest: z.record(z.string(), z.number()).optional(),
      share_of_outstanding: z.number().optional(),
    }),
  ),
});

/** The collection's words for a result, each in ours. */
const results: Readonly<Record<string, string>> = {
  blocked: 'caught',
  owned: 'caught',
  license_requirement: 'caught',
  not_blocked: 'not caught',
  not_owned: 'not caught',
  no_automatic_requirement: 'not caught',
  indeterminate: 'undetermined',
  rule_status_must_be_checked: 'undetermined',
};

/** The collection's words for a flag, each in ours. */
const flags: Readonly<Record<string, string>> = {
  control_caution: 'control caution',
  previously_blocked_property: 'previously blocked property',
  share_unknown: 'share unknown',
  cross_holding_escalate: 'cross-holding',
  treasury_shares_change_result: 'treasury shares change result',
  red_flag_ownership: 'rule suspended',
};

function linkOf(raw: z.infer<typeof edge>): Link {
  const share: ShareText =
    raw.pct === undefined
      ? [String(raw.min), String(raw.max), raw.min_exclusive ? '(]' : '[]']
      : String(raw.pct);
  return link(raw.owner, raw.owned, share, {
    ...(raw.from ? { from: raw.from } : {}),
    ...(raw.to ? { until: raw.to } : {}),
  });
}

describeWithShared('the collected ownership cases', () => {
  const path = sharedData('exposure/ownership-cases/ownership-test-vectors.json');
  const { cases } = file.parse(JSON.parse(readFileSync(path, 'utf8')));

  it('are all there', () => expect(cases).toHaveLength(31));

  it.each(cases.map((each) => [each.id, each.title, each] as const))('%s: %s', (_id, _title, each) => {
    const links = [
      ...(each.history ?? each.edges).map(linkOf),
      ...(each.control ?? []).map(({ controller, entity, how }) =>
        link(controller, entity, null, { kind: 'control', note: how }),
      ),
    ];
    const verdicts = ask(each.regime, links, each.listed, each.as_of ?? parseDay('2025-09-30'));
    for (const [party, expected] of Object.entries(each.expected)) {
      const verdict = verdicts.verdict(id(party));
      expect([party, verdict.result]).toEqual([party, results[expected]]);
      expect(checkProof(verdicts.question, verdict.proof, id(party), verdicts.listed)).toEqual([]);
      if (verdict.result === 'undetermined') expect(verdict.settle).toMatch(/\w/);
    }
    if (each.expected_flag) {
      const party = Object.keys(each.expected)[0]!;
      const seen = verdicts.verdict(id(party)).flags.map(({ flag }) => flag);
      expect(seen).toContain(flags[each.expected_flag]);
    }
    for (const [party, percent] of Object.entries(
      each.integrated_ownership ?? each.economic_interest ?? {},
    )) {
      const { lookThrough } = verdicts.verdict(id(party));
      expect(lookThrough).toEqual({ min: String(percent), max: String(percent), method: 'exact' });
    }
    if (each.share_of_outstanding !== undefined) {
      const flag = verdicts
        .verdict(id('A'))
        .flags.find((entry) => entry.flag === 'treasury shares change result');
      expect(flag?.text).toContain(`hold ${each.share_of_outstanding} %`);
    }
  });
});
