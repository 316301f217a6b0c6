import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Day, PartyId, RegimeId } from '../model/index.ts';
import { createLawBook } from './law-book.ts';
import { matrix } from './matrix.ts';
import { parseRegime } from './parse-regime.ts';
import { reachOf } from './reach.ts';
import type { StandingEntry } from './standing.ts';

const file = fileURLToPath(new URL('../../casebook/regimes/us-bis-entity-list.yaml', import.meta.url));
const book = createLawBook([parseRegime(readFileSync(file, 'utf8'), 'us-bis-entity-list.yaml')]);

function entry(more: Partial<StandingEntry> = {}): StandingEntry {
  return {
    listing: 'one',
    regime: 'us-bis-entity-list' as RegimeId,
    listed: 'parent' as PartyId,
    listedName: 'Parent Co., Ltd.',
    from: '2019-10-09' as Day,
    citation: '84 FR 54002',
    programs: [],
    certainty: 'certain',
    path: [],
    verified: 'verified',
    assumed: false,
    ...more,
  };
}

const derived = (more: Partial<StandingEntry> = {}) => entry({ via: 'us-bis-affiliates', ...more });

describe('an entry', () => {
  it.each([
    ['of the party itself lists it', entry(), 'listed'],
    ['derived under a rule in force catches', derived({ rule: 'in force' }), 'caught'],
    ['derived without a word of its rule catches', derived(), 'caught'],
    ['derived by shares nobody knows may catch', derived({ certainty: 'undetermined' }), 'undetermined'],
    ['derived under a suspended rule only connects', derived({ rule: 'suspended' }), 'connected'],
    ['derived under a rule not yet made only connects', derived({ rule: 'not in force' }), 'connected'],
    ['derived under a rule of unknown state may catch', derived({ rule: 'not known' }), 'undetermined'],
    ['of a mere connection connects', entry({ via: 'affiliation' }), 'connected'],
  ] as const)('%s', (_what, given, reach) => {
    expect(reachOf(given)).toBe(reach);
  });
});

describe('the matrix', () => {
  const rowsOf = (on: string, ...entries: StandingEntry[]) => {
    const standing = {
      party: 'acme' as PartyId,
      name: 'Acme Co., Ltd.',
      countries: ['cn'],
      individual: false,
      entries,
    };
    const actor = { jurisdictions: ['us'], roles: ['exporter'] };
    return matrix({ book, standing, actor, on: on as Day, activities: ['export'] });
  };
  const rowOf = (on: string, ...entries: StandingEntry[]) => rowsOf(on, ...entries)[0]!;

  it.each([
    ['listed', entry()],
    ['derived', derived({ rule: 'in force' })],
    ['undetermined', derived({ rule: 'in force', certainty: 'undetermined' })],
    ['undetermined', derived({ rule: 'not known' })],
    ['not listed', derived({ rule: 'suspended' })],
    ['not listed', derived({ rule: 'not in force' })],
    ['not listed', entry({ via: 'affiliation' })],
  ] as const)('says “%s” of each way to be reached', (standing, given) => {
    expect(rowOf('2026-01-01', given).standing).toBe(standing);
  });

  it('does not take a listing without a day for none on a day before it was first seen', () => {
    const { from: _, ...rest } = entry();
    const undated = { ...rest, seen: '2023-12-28' as Day, absent: '2021-07-07' as Day };
    expect(rowOf('2022-06-01', undated)).toMatchObject({
      standing: 'undetermined',
      effect: 'undetermined',
      seen: '2023-12-28',
      absent: '2021-07-07',
    });
    expect(rowOf('2021-07-07', undated).standing).toBe('listed later');
    expect(rowOf('2024-01-01', undated).standing).toBe('listed');
  });

  it('names no day of a listing that reaches the party no longer', () => {
    expect(rowOf('2026-01-01', derived({ rule: 'suspended' })).since).toBeUndefined();
    expect(rowOf('2026-01-01', derived({ rule: 'in force' })).since).toBe('2019-10-09');
  });

  it('has a row for a list whose rules are not held: left out, it would read as no listing', () => {
    const other = entry({ regime: 'acme-watchlist' as RegimeId });
    expect(rowsOf('2026-01-01', other)).toMatchObject([
      { regime: 'us-bis-entity-list', standing: 'not listed' },
      { regime: 'acme-watchlist', standing: 'listed', effect: 'undetermined', doesNotDo: [] },
    ]);
  });

  it('says what was where nothing is', () => {
    const ended = entry({ from: '2015-01-01' as Day, until: '2018-12-31' as Day });
    expect(rowOf('2026-01-01', ended, derived({ rule: 'suspended' })).standing).toBe('listed earlier');
    expect(rowOf('2019-01-01', entry()).standing).toBe('listed later');
  });
});
