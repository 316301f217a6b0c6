import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  activities,
  addDays,
  type Day,
  gravity,
  type PartyId,
  type Regime,
  type RegimeId,
  roles,
} from '../model/index.ts';
import { type Asked, ask } from './ask.ts';
import { createLawBook } from './law-book.ts';
import { resolveMoment } from './moment.ts';
import { parseRegime } from './parse-regime.ts';
import { prepareQuestion, type QuestionInput } from './prepare-question.ts';
import type { Standing, StandingEntry } from './standing.ts';

const folder = fileURLToPath(new URL('../../casebook/regimes/', import.meta.url));
const regimes: readonly Regime[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseRegime(readFileSync(`${folder}${name}`, 'utf8'), name));
const book = createLawBook(regimes);

function standing(entries: readonly StandingEntry[], more: Partial<Standing> = {}): Standing {
  return {
    party: 'acme' as PartyId,
    name: 'Acme Co., Ltd.',
    countries: ['cn'],
    individual: false,
    entries,
    ...more,
  };
}

function entry(regime: string, from: string, more: Partial<StandingEntry> = {}): StandingEntry {
  return {
    listing: `${regime}:${from}`,
    regime: regime as RegimeId,
    listed: 'acme' as PartyId,
    listedName: 'Acme Co., Ltd.',
    from: from as Day,
    citation: 'entry',
    programs: [],
    certainty: 'certain',
    path: [],
    verified: 'verified',
    assumed: false,
    ...more,
  };
}

function answer(input: QuestionInput, asked: Asked): Answer {
  return ask(book, prepareQuestion(input), asked);
}

const listingRegimes = regimes.filter((regime) => regime.trigger === 'listing').map((regime) => regime.id);
const anyDay = fc.integer({ min: 0, max: 2920 }).map((count) => addDays('2019-01-01' as Day, count));
const anyEntry = fc
  .record({ regime: fc.constantFrom(...listingRegimes), from: anyDay, undetermined: fc.boolean() })
  .map(({ regime, from, undetermined }) =>
    entry(
      regime,
      from,
      undetermined ? { certainty: 'undetermined', via: 'us-ofac-50pct', settle: 'What share?' } : {},
    ),
  );
const anyFacts = fc.dictionary(
  fc.constantFrom(
    'purpose',
    'place',
    'funding',
    'authorised before',
    'licence',
    'us content',
    'agency',
    'waiver',
  ),
  fc.constantFrom(
    'yes',
    'no',
    'unknown',
    'public safety',
    'home use',
    'federal grant',
    'own funds',
    '10',
    'dod',
    'dni',
  ),
  { maxKeys: 4 },
);
const anyQuestion = fc.record({
  on: anyDay,
  actor: fc.record({
    roles: fc.constantFrom(...roles.words.map((word) => word.word).filter((word) => word !== 'us-person')),
    jurisdiction: fc.constantFrom('us', 'gb', 'de', 'ca', 'au', 'tw', 'in', 'cn', 'br'),
  }),
  activity: fc.constantFrom(...activities.words.map((word) => word.word)),
  item: fc.record({
    description: fc.constantFrom('camera', 'chip', 'test kit', 'drone', ''),
    eccn: fc.constantFrom('EAR99', '1A004.c', '5A992', 'not subject to the EAR', undefined),
    origin: fc.constantFrom('us', 'cn', 'de', undefined),
  }),
  facts: anyFacts,
});

/** How far an answer holds a dealing up: what is certain, and what may be. */
function hold(given: Answer): { certain: number; possible: number } {
  let [certain, possible] = [gravity('allowed'), gravity('allowed')];
  for (const one of given.provisions) {
    if (one.effect !== 'undetermined') certain = Math.max(certain, gravity(one.effect));
    possible = Math.max(possible, gravity(one.wouldBe ?? one.effect));
  }
  return { certain, possible };
}

describe('the law as a whole', () => {
  it('answers every question, and every effect carries a citation', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyEntry, { maxLength: 4 }), (question, entries) => {
        const given = answer(question, { counterparty: standing(entries) });
        for (const one of given.provisions) {
          expect(one.citation).not.toBe('');
          expect(one.because).not.toBe('');
        }
        expect(given.plain).toMatch(/\.|\?$/);
        if (given.effect === 'undetermined') expect(given.unknowns.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('never frees a dealing by a further listing', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.array(anyEntry, { maxLength: 3 }),
        anyEntry,
        (question, entries, further) => {
          const before = hold(answer(question, { counterparty: standing(entries) }));
          const after = hold(answer(question, { counterparty: standing([...entries, further]) }));
          expect(after.certain).toBeGreaterThanOrEqual(before.certain);
          expect(after.possible).toBeGreaterThanOrEqual(before.possible);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('does not depend on the order of listings or facts', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyEntry, { maxLength: 4 }), (question, entries) => {
        const given = answer(question, { counterparty: standing(entries) });
        const turned = answer(
          { ...question, facts: Object.fromEntries(Object.entries(question.facts).reverse()) },
          { counterparty: standing([...entries].reverse()) },
        );
        expect(turned.effect).toBe(given.effect);
        expect(turned.policy).toBe(given.policy);
        expect(
          new Set(turned.provisions.map((one) => `${one.regime}/${one.provision}/${one.effect}`)),
        ).toEqual(new Set(given.provisions.map((one) => `${one.regime}/${one.provision}/${one.effect}`)));
      }),
    );
  });

  it('changes on no day that is not a boundary of a listing, provision, exception or horizon', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyEntry, { maxLength: 3 }), (question, entries) => {
        const next = addDays(question.on, 1);
        if (boundaries(entries).has(next)) return;
        const today = answer(question, { counterparty: standing(entries) });
        const tomorrow = answer({ ...question, on: next }, { counterparty: standing(entries) });
        expect(tomorrow.effect).toBe(today.effect);
        expect(tomorrow.policy).toBe(today.policy);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyEntry, { maxLength: 3 }), (question, entries) => {
        const asked = { counterparty: standing(entries) };
        expect(answer(question, asked)).toEqual(answer(question, asked));
      }),
    );
  });
});

/** Every day on which something can begin, and the day after every end. */
function boundaries(entries: readonly StandingEntry[]): Set<Day> {
  const days = new Set<Day>();
  const clocks = [undefined, ...entries];
  for (const { from, until } of entries) {
    if (from) days.add(from);
    if (until) days.add(addDays(until, 1));
  }
  for (const regime of regimes) {
    if (regime.knownUntil) days.add(addDays(regime.knownUntil.day, 1));
    for (const rule of [...regime.provisions, ...regime.exceptions]) {
      if ('knownUntil' in rule && rule.knownUntil) days.add(addDays(rule.knownUntil.day, 1));
      for (const clock of clocks) {
        const from = rule.from === undefined ? undefined : resolveMoment(rule.from, clock);
        const until = rule.until === undefined ? undefined : resolveMoment(rule.until, clock);
        for (const at of [from, until]) {
          if (!at) continue;
          for (const day of [at.earliest, at.latest]) {
            days.add(day);
            days.add(addDays(day, 1));
          }
        }
      }
    }
  }
  return days;
}

describe('undetermined', () => {
  const agency = { actor: 'federal agency', activity: 'buy', item: { description: 'camera' } } as const;

  it('says what contradicts where two facts cannot both hold', () => {
    const given = answer(
      { on: '2021-01-01', ...agency, facts: { purpose: 'public safety', use: 'home use' } },
      { counterparty: standing([entry('us-ndaa-889', '2018-08-13')]) },
    );
    expect(given.effect).toBe('undetermined');
    expect(given.unknowns.find((one) => one.fact === 'purpose')?.question).toContain(
      'public safety and private household',
    );
  });

  it('is what a party of whom nobody knows comes out as', () => {
    const given = answer(
      { on: '2021-01-01', ...agency },
      { counterparty: standing([], { unresolved: 'Who is it?' }) },
    );
    expect(given.effect).toBe('undetermined');
    expect(given.unknowns[0]?.question).toBe('Who is it?');
  });

  it('is the answer before a list without dates was first seen', () => {
    const { from: _, ...undated } = entry('us-ofac-sdn', '2020-01-01', { seen: '2025-01-01' as Day });
    const asked = { counterparty: standing([undated]) };
    expect(answer({ on: '2024-01-01', actor: 'us-person', activity: 'pay' }, asked).effect).toBe(
      'undetermined',
    );
    expect(answer({ on: '2025-01-01', actor: 'us-person', activity: 'pay' }, asked).effect).toBe('blocked');
  });

  it('is what a listing whose rules are not held here comes to, while it is in force and unless another bars', () => {
    const own = entry('acme-watchlist', '2020-01-01', { until: '2022-12-31' as Day });
    const pay = (on: string, ...entries: StandingEntry[]) =>
      answer({ on, actor: 'us-person', activity: 'pay' }, { counterparty: standing(entries) });
    const open = pay('2021-01-01', own);
    expect(open.effect).toBe('undetermined');
    expect(open.plain).toContain(
      'What does a listing on acme-watchlist forbid? Acme Co., Ltd. is listed there',
    );
    expect(pay('2019-12-31', own).effect).toBe('allowed');
    expect(pay('2023-01-01', own)).toMatchObject({
      effect: 'allowed',
      considered: [{ because: expect.stringContaining('listed only until 31 December 2022') }],
    });
    expect(pay('2021-01-01', own, entry('us-ofac-sdn', '2020-01-01')).effect).toBe('blocked');
    expect(pay('2021-01-01', { ...own, via: 'affiliation' }).effect).toBe('allowed');
  });

  it('never hides a certain bar behind a possible graver one', () => {
    const given = answer(
      { on: '2021-01-01', ...agency },
      {
        counterparty: standing([
          entry('us-ndaa-889', '2018-08-13'),
          entry('us-ofac-sdn', '2020-01-01', {
            via: 'us-ofac-50pct',
            certainty: 'undetermined',
            settle: 'What share?',
          }),
        ]),
      },
    );
    expect(given.effect).toBe('prohibited');
    expect(given.unknowns.some((one) => one.question === 'What share?')).toBe(true);
  });
});

describe('assumptions', () => {
  const sdn = standing([entry('us-ofac-sdn-glomag', '2022-06-01')]);
  const owned = standing([
    entry('us-ofac-sdn-glomag', '2022-06-01', { via: 'us-ofac-50pct', listed: 'parent' as PartyId }),
  ]);
  const licence = {
    name: 'wind-down',
    regime: 'us-ofac-sdn-glomag' as RegimeId,
    parties: [],
    covers: 'owned entities only' as const,
    activities: [],
    from: '2022-06-01' as Day,
    until: '2022-09-30' as Day,
  };
  const pay = { actor: 'us-person', activity: 'pay' };

  it('free by an assumed licence what it covers, for as long as it runs', () => {
    const changes = { licences: [licence] };
    expect(answer({ on: '2022-07-01', ...pay }, { counterparty: owned, changes }).effect).toBe('allowed');
    expect(answer({ on: '2022-10-01', ...pay }, { counterparty: owned, changes }).effect).toBe('blocked');
    expect(answer({ on: '2022-07-01', ...pay }, { counterparty: sdn, changes }).effect).toBe('blocked');
  });

  it('move a provision by an assumed rule', () => {
    const changes = {
      rules: [{ regime: 'us-dod-1260h' as RegimeId, provision: 'entity', from: '2024-01-01' as Day }],
    };
    const counterparty = standing([entry('us-dod-1260h', '2021-06-03')]);
    const question = { on: '2024-02-01', actor: 'dod', activity: 'contract' };
    expect(answer(question, { counterparty }).effect).toBe('allowed');
    expect(answer(question, { counterparty, changes }).effect).toBe('prohibited');
  });
});

describe('the goods of a listed maker', () => {
  const maker = standing([entry('us-ndaa-889', '2018-08-13'), entry('us-ofac-sdn', '2020-01-01')], {
    party: 'maker' as PartyId,
    name: 'Maker',
  });
  const shop = standing([], { name: 'Shop', countries: ['us'] });

  it('are reached through a seller by rules about equipment, and not by rules about dealings with the maker', () => {
    const given = answer(
      { on: '2021-01-01', actor: 'federal agency', activity: 'buy', item: { description: 'camera' } },
      { counterparty: shop, maker },
    );
    expect(given.effect).toBe('prohibited');
    expect(given.provisions.map((one) => one.regime)).toEqual(['us-ndaa-889']);
    expect(given.provisions[0]?.path[0]).toEqual({
      from: 'Shop',
      relation: 'deals in goods made by',
      to: 'Maker',
    });
  });
});
