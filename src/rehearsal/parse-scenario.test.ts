import { describe, expect, it } from 'vitest';
import { type Day, Fault, type PartyId } from '../model/index.ts';
import { parseScenario } from './parse-scenario.ts';
import type { ScenarioWords } from './scenario.ts';

const parties: Record<string, string> = { hikvision: 'hikvision', 海康威视: 'hikvision', dahua: 'dahua' };
const words: ScenarioWords = {
  party: (text) => {
    const id = parties[text];
    if (!id)
      throw new Fault('AS_UNKNOWN_PARTY', `No party is called "${text}".`, { remedy: 'Near: hikvision.' });
    return id as PartyId;
  },
  criterion: (id) => (id === 'xinjiang-contracts' ? (['dahua', 'hikvision'] as PartyId[]) : undefined),
  criteria: ['xinjiang-contracts'],
  regime: (id) =>
    /^(us-ofac-sdn-glomag|uk-ghr|eu-ghrsr|us-bis-entity-list)$/.test(id)
      ? { founded: '2016-12-23' as Day }
      : undefined,
  regimes: ['us-ofac-sdn-glomag', 'uk-ghr'],
  template: (id) =>
    id === 'xpcc'
      ? {
          id,
          title: 'XPCC GL 2',
          covers: 'owned entities only',
          activities: [],
          days: 61,
          conditions: 'no debit',
          citation: 'FAQ 835',
        }
      : undefined,
  templates: ['xpcc'],
  founded: (party) => (party === 'dahua' ? ('2020-01-01' as Day) : undefined),
};
const read = (text: string) => parseScenario(text, 'dir/test.yaml', words);
const base = 'title: T\non: 2022-06-01\nlist:\n  - party: hikvision\n    regime: us-ofac-sdn-glomag\n';

describe('a scenario', () => {
  it('lists, follows with allies after the delay, and takes a licence from a precedent', () => {
    const scenario = read(
      `${base}allies:\n  - regime: [uk-ghr, eu-ghrsr]\n    after: 90\nlicences:\n  - template: xpcc\n`,
    );
    expect(scenario.id).toBe('test');
    expect(scenario.assumptions.map((one) => one.assumption)).toEqual([
      { kind: 'listing', party: 'hikvision', regime: 'us-ofac-sdn-glomag', from: '2022-06-01' },
      { kind: 'listing', party: 'hikvision', regime: 'uk-ghr', from: '2022-08-30' },
      { kind: 'listing', party: 'hikvision', regime: 'eu-ghrsr', from: '2022-08-30' },
      {
        kind: 'licence',
        name: 'XPCC GL 2',
        regime: 'us-ofac-sdn-glomag',
        parties: ['hikvision'],
        covers: 'owned entities only',
        activities: [],
        from: '2022-06-01',
        until: '2022-08-01',
        conditions: 'no debit',
        precedent: 'FAQ 835',
      },
    ]);
  });

  it('knows parties by name in any script, and all that meet a criterion', () => {
    expect(
      read(base.replace('party: hikvision', 'party: 海康威视')).assumptions[0]!.assumption,
    ).toMatchObject({ party: 'hikvision' });
    expect(read(base.replace('party: hikvision', 'all: xinjiang-contracts')).assumptions).toHaveLength(2);
  });

  it.each([
    ['an unknown party', base.replace('hikvision', 'hikvison'), 'AS_UNKNOWN_PARTY', 4],
    ['an unknown regime', base.replace('us-ofac-sdn-glomag', 'us-ofac-xyz'), 'AS_UNKNOWN_REGIME', 5],
    ['an impossible day', base.replace('2022-06-01', '2022-06-31'), 'AS_FIELD', 2],
    ['a word that is not known', `${base}allys: []\n`, 'AS_FIELD', 6],
    ['broken YAML', 'title: [\non: x', 'AS_FILE_FORMAT', 2],
    ['a listing before the regime', `${base}    from: 2010-01-01\n`, 'AS_CONTRADICTION', 6],
    [
      'a listing before the party was founded',
      base.replace('hikvision', 'dahua').replace('2022-06-01', '2018-01-01'),
      'AS_CONTRADICTION',
      4,
    ],
    [
      'a listing and a delisting of the same',
      `${base}delist:\n  - party: hikvision\n    regime: us-ofac-sdn-glomag\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'allies that follow nobody',
      'title: T\non: 2022-06-01\nallies:\n  - regime: uk-ghr\n',
      'AS_CONTRADICTION',
      4,
    ],
    [
      'two licences of one name that disagree',
      `${base}licences:\n  - {name: A, days: 30}\n  - {name: A, days: 60}\n`,
      'AS_CONTRADICTION',
      8,
    ],
    [
      'a licence that ends before it begins',
      `${base}licences:\n  - {name: A, until: 2022-05-01}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    ['a licence without end', `${base}licences:\n  - {name: A}\n`, 'AS_CONTRADICTION', 7],
    [
      'neither party nor criterion',
      'title: T\non: 2022-06-01\nlist:\n  - regime: uk-ghr\n',
      'AS_CONTRADICTION',
      4,
    ],
    ['nothing at all', 'title: T\non: 2022-06-01\n', 'AS_CONTRADICTION', 1],
  ])('refuses %s and names the line', (_what, text, code, line) => {
    try {
      read(text);
      expect.unreachable('it was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect(error).toMatchObject({ code });
      expect((error as Fault).remedy).toBeTruthy();
      expect((error as Fault).place).toEqual({ file: 'dir/test.yaml', line });
    }
  });
});
