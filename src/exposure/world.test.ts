import { describe, expect, it } from 'vitest';
import { loadCasebook } from '../casebook/index.ts';
import {
  type Assumption,
  type Day,
  exactShare,
  Fault,
  type Listing,
  type PartyId,
  type RegimeId,
  viewOf,
} from '../model/index.ts';
import { readAssumptions } from './read-assumptions.ts';
import { createWorld, type World } from './world.ts';

const casebook = loadCasebook();

function worldWith(more: { listings?: readonly Listing[] } = {}): World {
  return createWorld({
    register: viewOf({
      known: '2026-11-22' as Day,
      parties: casebook.parties,
      listings: [...casebook.listings, ...(more.listings ?? [])],
      links: casebook.links,
      versions: [],
      redirects: {},
      hash: casebook.hash,
    }),
    casebook,
  });
}

const world = worldWith();
const sdn: Assumption = {
  kind: 'listing',
  party: 'hikvision' as PartyId,
  regime: 'us-ofac-sdn-glomag' as RegimeId,
  from: '2022-06-01' as Day,
};

function effectOf(
  asked: World,
  party: string,
  on: string,
  activity = 'pay',
  actor: string = 'us-person',
): string {
  return asked.askNamed({ on, actor, activity, counterparty: party }).effect;
}

describe('a name', () => {
  it.each([
    ['hikvision', 'hikvision'],
    ['HIKVISION', 'hikvision'],
    ['海康威视', 'hikvision'],
    ['海康威視', 'hikvision'],
    ['Hangzhou Hikvision Digital Technology Co Ltd', 'hikvision'],
    ['HANGZHOU HIKVISION DIGITAL TECHNOLOGY', 'hikvision'],
    ['91330000733796106P', 'hikvision'],
    ['Dahua', 'dahua'],
    ['Zhejiang Dahua Technology', 'dahua'],
    ['ZTE Corporation', 'zte'],
    ['Huawei', 'huawei'],
    ['EZVIZ', 'ezviz'],
    ['Hikvision USA', 'hikvision-usa'],
    ['Luopu Haishi', 'luopu-haishi'],
    ['Tiandy Technologies', 'tiandy'],
    ['XPCC', 'xpcc'],
    ['Sense Time', 'sensetime'],
    ['Face++', 'megvii'],
  ])('"%s" is %s', (name, party) => {
    expect(world.resolve(name)).toBe(party);
  });

  it('that nobody knows is a fault, and an undetermined answer in a file of questions', () => {
    expect(() => world.resolve('Acme Widgets')).toThrow(Fault);
    const answer = world.askNamed({ on: '2022-01-01', activity: 'buy', counterparty: 'Acme Widgets' });
    expect(answer.effect).toBe('undetermined');
    expect(answer.unknowns[0]?.question).toContain('Acme Widgets');
  });
});

describe('a listing of which the list gives no day', () => {
  const undated: Listing = {
    id: 'us-ofac-sdn:35096:us-ofac-sdn',
    party: 'gong-hongjia' as PartyId,
    regime: 'us-ofac-sdn' as RegimeId,
    seen: '2023-12-28' as Day,
    absent: '2021-07-07' as Day,
    citation: 'SDN, entry 1',
    programs: ['RUSSIA-EO14024'],
    basis: 'named',
    provenance: { source: 'us-ofac-sdn', verified: 'verified' },
  };
  const asked = worldWith({ listings: [undated] });

  it.each([
    ['2021-07-07', 'allowed', 'not there yet'],
    ['2021-07-08', 'undetermined', 'nobody knows'],
    ['2023-12-27', 'undetermined', 'nobody knows'],
    ['2023-12-28', 'blocked', 'seen on the list'],
  ])('on %s is answered as %s: %s', (on, effect) => {
    expect(effectOf(asked, 'gong-hongjia', on)).toBe(effect);
  });

  it('leaves open in between whether it reaches what the party owns, and asks for the day', () => {
    const owned = worldWith({
      listings: [{ ...undated, party: 'hikvision' as PartyId }],
    });
    expect(effectOf(owned, 'pyronix', '2021-07-07')).toBe('allowed');
    expect(effectOf(owned, 'pyronix', '2022-06-01')).toBe('undetermined');
    expect(effectOf(owned, 'pyronix', '2023-12-28')).toBe('blocked');
    const [entry] = owned
      .standing('pyronix' as PartyId, '2022-06-01' as Day)
      .entries.filter(({ via }) => via === 'us-ofac-50pct');
    expect(entry).toMatchObject({ certainty: 'undetermined' });
    expect(entry?.settle).toContain('first seen on 28 December 2023, not there on 7 July 2021');
  });
});

describe('the BIS affiliates rule', () => {
  it('reaches a foreign company of a listed one, and of one in the United States only warns', () => {
    const reachOn = (party: string) =>
      world
        .standing(party as PartyId, '2025-10-15' as Day)
        .entries.filter(({ regime }) => regime === 'us-bis-entity-list')
        .map(({ via }) => via);
    expect(reachOn('hikrobot')).toEqual(['us-bis-affiliates']);
    expect(reachOn('hikvision-usa')).toEqual(['affiliation']);
  });
});

describe('the maker of the goods', () => {
  it.each([
    [{ item: { description: 'camera', maker: 'Hikvision' } }],
    [{ item: { description: 'camera', brand: 'Hikvision' } }],
    [{ item: { description: 'camera' }, facts: { brand: 'Hikvision' } }],
  ])('counts, wherever it is written (%j), though the seller is not listed', (more) => {
    const answer = world.askNamed({
      on: '2021-01-01',
      actor: 'federal agency',
      activity: 'buy',
      counterparty: 'Hikvision UK Limited',
      ...more,
    });
    expect(answer.effect).toBe('prohibited');
    expect(answer.provisions.some((one) => one.path[0]?.relation === 'deals in goods made by')).toBe(true);
    expect(answer.notices).toBeUndefined();
  });
});

describe('a world under assumptions', () => {
  it('reaches owned companies with the path to the listing', () => {
    const answer = world
      .under([sdn])
      .askNamed({ on: '2024-01-01', actor: 'us-person', activity: 'pay', counterparty: 'Hikrobot' });
    expect(answer.effect).toBe('blocked');
    expect(answer.provisions[0]?.path[0]).toMatchObject({
      to: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
      share: '60 %',
    });
    expect(answer.provisions[0]?.assumed).toBe(true);
  });

  it('lets a company go once its owner has sold', () => {
    const sale: Assumption = {
      kind: 'divestment',
      owner: 'hikvision' as PartyId,
      owned: 'hikrobot' as PartyId,
      from: '2024-06-01' as Day,
      share: exactShare('10'),
    };
    const asked = world.under([sdn, sale]);
    expect(effectOf(asked, 'hikrobot', '2024-05-31')).toBe('blocked');
    expect(effectOf(asked, 'hikrobot', '2024-06-01')).toBe('allowed');
  });

  it('ends a listing by a delisting, from its day on', () => {
    const delisting: Assumption = {
      kind: 'delisting',
      party: 'xpcc' as PartyId,
      regime: 'us-ofac-sdn-glomag' as RegimeId,
      from: '2024-01-01' as Day,
    };
    const asked = world.under([delisting]);
    expect(effectOf(asked, 'xpcc', '2023-12-31')).toBe('blocked');
    expect(effectOf(asked, 'xpcc', '2024-01-01')).toBe('allowed');
  });

  it('is the world as it was without them', () => {
    for (const party of casebook.parties) {
      const question = { on: '2023-01-01', actor: 'us-person', activity: 'buy', counterparty: party.id };
      expect(world.under([]).askNamed(question)).toEqual(world.askNamed(question));
    }
  });

  it('names every party that a listing reaches, and none that is listed itself', () => {
    const reached = world
      .under([sdn])
      .reached('2024-01-01' as Day)
      .filter((one) => one.regime === 'us-ofac-sdn-glomag');
    expect(reached.find((one) => one.party === 'hikrobot')?.result).toBe('caught');
    expect(reached.find((one) => one.party === 'ezviz')?.result).toBe('undetermined');
    expect(reached.find((one) => one.party === 'ezviz')?.settle).toBeTruthy();
    expect(reached.some((one) => one.party === 'hikvision')).toBe(false);
    expect(reached.some((one) => one.party === 'cethik')).toBe(false);
  });
});

describe('a listing that both the casebook and a list have', () => {
  const base = {
    party: 'xpcc' as PartyId,
    regime: 'us-ofac-sdn' as RegimeId,
    citation: 'SDN entry 29299',
    basis: 'named',
    provenance: { source: 'us-ofac-sdn', verified: 'verified' },
  } as const;

  it('counts once, from the day that one of them gives', () => {
    const undated: Listing = {
      ...base,
      id: 'us-ofac-sdn:29299',
      programs: ['GLOMAG'],
      seen: '2026-02-01' as Day,
    };
    const asked = worldWith({ listings: [undated] });
    expect(effectOf(asked, 'xpcc', '2020-07-30')).toBe('allowed');
    expect(effectOf(asked, 'xpcc', '2020-07-31')).toBe('blocked');
    const entries = asked.standing('xpcc' as PartyId, '2024-01-01' as Day).entries;
    expect(
      entries.filter((entry) => entry.regime.startsWith('us-ofac-sdn')).map((entry) => entry.regime),
    ).toEqual(['us-ofac-sdn-glomag']);
  });

  it('keeps the casebook’s day of effect and both citations where the list prints another day', () => {
    const listings = casebook.listings.map((listing) =>
      listing.id === 'casebook:tiandy:us-bis-entity-list:2022-12-16'
        ? { ...listing, from: '2022-12-19' as Day, citation: '87 FR 77508', policy: 'Presumption of denial.' }
        : listing,
    );
    const asked = createWorld({
      register: viewOf({
        known: '2026-11-22' as Day,
        parties: casebook.parties,
        listings,
        links: casebook.links,
        versions: [],
        redirects: {},
        hash: '',
      }),
      casebook,
    });
    const answer = asked.askNamed({
      on: '2022-12-16',
      actor: 'exporter',
      activity: 'export',
      counterparty: 'Tiandy',
    });
    expect(answer.effect).toBe('licence required');
    expect(answer.policy).toBe('presumption of denial');
    expect(answer.provisions[0]?.citation).toContain('87 FR 77505; 87 FR 77508');
  });

  it('stays a listing of its own under another programme', () => {
    const other: Listing = { ...base, id: 'us-ofac-sdn:1', programs: ['SDGT'], from: '2023-01-01' as Day };
    const entries = worldWith({ listings: [other] }).standing('xpcc' as PartyId, '2024-01-01' as Day).entries;
    expect(entries.map((entry) => entry.regime)).toContain('us-ofac-sdn');
  });
});

describe('assumptions as written', () => {
  const words = { party: world.resolve, hasRegime: (id: string) => world.book.regime(id) !== undefined };

  it('are listings where no kind is given, with parties by any name', () => {
    expect(
      readAssumptions([{ party: '海康威视', regime: 'us-ofac-sdn-glomag', from: '2022-06-01' }], words),
    ).toEqual([sdn]);
  });

  it.each([
    [{ party: 'hikvision', regime: 'us-nothing', from: '2022-06-01' }, 'AS_UNKNOWN_REGIME'],
    [{ party: 'nobody at all', regime: 'uk-ghr', from: '2022-06-01' }, 'AS_UNKNOWN_PARTY'],
    [{ party: 'hikvision', regime: 'uk-ghr' }, 'AS_USAGE'],
    [{ kind: 'wish', party: 'hikvision' }, 'AS_USAGE'],
    ['hikvision', 'AS_USAGE'],
  ])('%j is refused as %s', (given, code) => {
    expect(() => readAssumptions([given], words)).toThrow(expect.objectContaining({ code }));
  });
});
