import { describe, expect, it } from 'vitest';
import { loadCasebook } from '../src/casebook/index.ts';
import { openEngine } from '../src/engine/index.ts';
import {
  expose,
  factNotices,
  kindsJudgedByCountry,
  streamExposure,
  touchPortfolio,
} from '../src/exposure/index.ts';
import type { Asset, Contract, Day, Device, Finding, Portfolio } from '../src/model/index.ts';

const day = (text: string) => text as Day;
const engine = openEngine({ home: '.no-archive', today: day('2026-11-22') });
const rows = [{ file: 'devices.csv', line: 2 }];

function camera(more: Partial<Device> = {}): Device {
  return {
    kind: 'device',
    id: 'D1',
    rows,
    type: 'camera',
    brand: 'Hikvision',
    model: 'DS-2CD2143G0-I',
    mac: '08A189474C9C',
    count: 1,
    signals: [],
    facts: {},
    ...more,
  };
}

function portfolio(
  roles: readonly string[],
  assets: readonly Asset[],
  more: Partial<Portfolio> = {},
): Portfolio {
  return {
    id: 'small',
    title: 'Small',
    invented: true,
    actor: { jurisdictions: ['us'], roles },
    facts: {},
    sites: [],
    assets,
    files: [],
    ...more,
  };
}

function findings(given: Portfolio, on: string): Finding[] {
  const touched = touchPortfolio(given, engine.knowledge(given));
  return expose(given, touched, engine.world().ask, day(on), { disclosures: true });
}

function effectOf(given: Portfolio, activity: string, on: string): string | undefined {
  return findings(given, on).find((finding) => finding.activity === activity)?.effect;
}

/** Provisions of section 889 that apply to one dealing. */
function rulesOf(given: Portfolio, activity: string, on: string): string[] {
  return findings(given, on)
    .filter((finding) => finding.activity === activity)
    .flatMap(({ answer }) => answer.provisions)
    .filter(({ regime, effect }) => regime === 'us-ndaa-889' && effect === 'prohibited')
    .map(({ provision }) => provision);
}

describe('section 889 on a device', () => {
  const own = portfolio(['federal contractor'], [camera({ facts: { purpose: 'public safety' } })]);
  const forAgency = portfolio(
    ['federal contractor'],
    [camera({ facts: { purpose: 'public safety', 'bought for': 'delivery to the government' } })],
  );
  const withGrant = portfolio(
    ['grant recipient'],
    [camera({ facts: { purpose: 'public safety', 'fund source': 'federal grant' } })],
  );
  const withOwnMoney = portfolio(
    ['grant recipient'],
    [camera({ facts: { purpose: 'public safety', funding: 'own funds' } })],
  );

  it.each([
    ['a contractor may use until part B begins', own, 'use', '2020-08-12', []],
    ['and not from that day, by part B alone', own, 'use', '2020-08-13', ['part-b']],
    ['what is for the agency may be sold until part A begins', forAgency, 'sell', '2019-08-12', []],
    ['and not from that day, by part A alone', forAgency, 'sell', '2019-08-13', ['part-a-supply']],
    ['grant money may buy until the grants rule begins', withGrant, 'buy', '2020-08-12', []],
    ['and not from that day', withGrant, 'buy', '2020-08-13', ['grants', 'grants-by-funding']],
    ['own money may buy', withOwnMoney, 'buy', '2022-06-01', []],
    ['grants say nothing of use', withGrant, 'use', '2022-06-01', []],
  ] as const)('%s', (_says, given, activity, on, provisions) => {
    expect(rulesOf(given, activity, on)).toEqual(provisions);
  });

  it('does not count what is bought for the agency as used by the contractor', () => {
    expect(findings(forAgency, '2022-06-01').map(({ activity }) => activity)).not.toContain('use');
  });

  it('asks a federal contractor to represent and report, and nobody else', () => {
    expect(effectOf(own, 'bid', '2022-06-01')).toBe('disclosure required');
    expect(effectOf(withGrant, 'bid', '2022-06-01')).toBeUndefined();
  });

  it('takes goods sold under a federal contract as provided to the government', () => {
    const contract: Contract = {
      kind: 'contract',
      id: 'C1',
      rows,
      title: 'Cameras',
      counterparty: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
      counterpartyRole: 'customer',
      identifiers: [],
      federal: true,
    };
    const given = portfolio(['federal contractor'], [contract]);
    expect(touchPortfolio(given, engine.knowledge(given))[0]?.facts).toEqual({
      for: 'delivery to the government',
    });
    expect(factNotices(given)).toEqual([]);
  });
});

describe('facts of portfolio, site and device', () => {
  const sites = [
    { id: 'plant', name: 'Plant', facts: { place: 'power plant' } },
    { id: 'house', name: 'House', facts: { place: 'home' } },
    { id: 'office', name: 'Office', facts: {} },
  ];
  const given = (device: Partial<Device>, facts: Portfolio['facts'] = {}) =>
    portfolio(['federal contractor'], [camera(device)], { sites, facts });

  it.each([
    ['the place of the site speaks for the purpose', { site: 'plant' }, {}, 'prohibited'],
    ['a private home is outside the purposes', { site: 'house' }, {}, 'allowed'],
    ['the nearer purpose wins', { site: 'house', facts: { use: 'police' } }, {}, 'prohibited'],
    [
      'the nearer place wins over the general purpose',
      { site: 'house' },
      { purpose: 'public safety' },
      'allowed',
    ],
    [
      'the general purpose holds where nothing is nearer',
      { site: 'office' },
      { 'intended use': 'wildlife' },
      'allowed',
    ],
  ] as const)('%s', (_says, device, facts, effect) => {
    expect(effectOf(given(device, facts), 'use', '2022-06-01')).toBe(effect);
  });

  it.each([
    ['an unknown fact', { colour: 'green' }, /"colour" is not known/],
    ['an unknown value', { funding: 'bake sale' }, /"bake sale" of the fact "funding" was not understood/],
    [
      'a statement that contradicts itself',
      { purpose: 'police', use: 'home' },
      /stated as public safety and private household/,
    ],
    ['a maker among the facts', { maker: 'Hikvision' }, /belongs in a column/],
  ])('tell of %s', (_says, facts, notice) => {
    const [first, ...others] = factNotices(given({ facts }));
    expect(first?.notice).toMatch(notice);
    expect(first?.where).toBe('devices.csv:2');
    expect(others).toEqual([]);
  });

  it('tell of each site whose place sets a general purpose aside', () => {
    const notices = factNotices(given({ site: 'house' }, { purpose: 'public safety' }));
    expect(notices.map(({ where }) => where)).toEqual(['site Plant', 'site House']);
    expect(notices[1]?.notice).toMatch(/"private household", taken instead of "public safety"/);
  });

  it('never let a contradiction come out as free', () => {
    expect(effectOf(given({ facts: { purpose: 'police', use: 'home' } }), 'use', '2022-06-01')).toBe(
      'undetermined',
    );
  });

  it('tell of a type of device and a country that are not understood', () => {
    const notices = factNotices(given({ type: 'frobnicator', countryOfProduction: 'Ruritania' }));
    expect(notices.map(({ notice }) => notice)).toEqual([
      expect.stringContaining('"frobnicator"'),
      expect.stringContaining('"Ruritania"'),
    ]);
  });

  it('are all understood in the demo portfolios', () => {
    for (const { id } of engine.casebook.portfolios) {
      const notices = factNotices(engine.portfolio(id).portfolio).map(({ notice }) => notice);
      // A weighing scale is no kind of goods that the law knows; that is said.
      expect(notices.filter((notice) => !notice.includes('"scale"'))).toEqual([]);
    }
  });
});

describe('goods that the FCC judges by the country of production', () => {
  const unit = (type: string, country: string | undefined, facts: Device['facts'] = {}): Device => {
    const { brand: _, model: __, mac: ___, ...rest } = camera({ type, facts });
    return country === undefined ? rest : { ...rest, countryOfProduction: country };
  };
  const kinds = [
    ['drone', '2025-12-21', '2025-12-22'],
    ['wifi router', '2026-03-22', '2026-03-23'],
    ['inverter', '2026-07-27', '2026-07-28'],
    ['robot', '2026-07-27', '2026-07-28'],
  ] as const;

  it.each(kinds)(
    '%s: a new model cannot be authorised from the day, whoever made it',
    (type, before, from) => {
      const given = portfolio(['applicant'], [unit(type, 'CN')]);
      expect(findings(given, before)).toEqual([]);
      expect(effectOf(given, 'seek equipment authorisation', from)).toBe('not authorised');
    },
  );

  it.each(kinds)(
    '%s: one that was never authorised may not be imported from the day',
    (type, before, from) => {
      const given = portfolio(['importer'], [unit(type, 'CN', { 'fcc authorised': false })]);
      expect(effectOf(given, 'import', before)).toBeUndefined();
      expect(effectOf(given, 'import', from)).toBe('prohibited');
    },
  );

  it.each([
    ['made in the United States is free', 'US', undefined],
    ['of a country not stated stays open', undefined, 'undetermined'],
  ] as const)('one %s', (_says, country, effect) => {
    const given = portfolio(['applicant'], [unit('drone', country)]);
    expect(effectOf(given, 'seek equipment authorisation', '2026-01-01')).toBe(effect);
  });

  it('may be used on, so that an end user has nothing to do', () => {
    expect(findings(portfolio(['end user'], [unit('drone', 'CN')]), '2026-08-01')).toEqual([]);
  });

  it('are the kinds that the casebook’s provisions name', () => {
    const named = loadCasebook()
      .regimes.find(({ id }) => id === 'us-fcc-covered')!
      .provisions.filter(
        ({ goods, when }) => goods && when.some(({ fact }) => fact === 'country of production'),
      )
      .flatMap(({ when }) => when.filter(({ fact }) => fact === 'item kind').flatMap(({ is }) => is ?? []));
    expect([...new Set(named)].sort()).toEqual([...kindsJudgedByCountry].sort());
  });
});

describe('makers that the FCC names', () => {
  const given = portfolio(['reseller'], [camera({ facts: { authorised: false, purpose: 'public safety' } })]);

  it('may sell new models until the ban and not from that day', () => {
    expect(effectOf(given, 'sell', '2023-02-05')).not.toBe('prohibited');
    expect(effectOf(given, 'sell', '2023-02-06')).toBe('prohibited');
  });

  it('are found for a reseller who calls itself a distributor', () => {
    expect(
      effectOf({ ...given, actor: { jurisdictions: ['us'], roles: ['distributor'] } }, 'sell', '2023-02-06'),
    ).toBe('prohibited');
  });
});

describe('a portfolio taken one by one', () => {
  it('gives the findings of the whole, in whatever number of questions', () => {
    const { portfolio: given } = engine.portfolio('marrow-creek-systems');
    const on = day('2022-06-01');
    const knowledge = engine.knowledge(given);
    const exposure = streamExposure({ portfolio: given, knowledge, ask: engine.world().ask, on });
    const streamed = given.assets.flatMap((asset) =>
      exposure.add(asset).findings.map(({ id, effect }) => `${id} ${effect}`),
    );
    const whole = expose(given, touchPortfolio(given, knowledge), engine.world().ask, on);
    expect(streamed.sort()).toEqual(whole.map(({ id, effect }) => `${id} ${effect}`).sort());
    expect(exposure.questions).toBeLessThan(whole.length);
  });
});
