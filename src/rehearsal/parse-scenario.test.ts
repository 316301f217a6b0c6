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
      ? { founded: '2016-12-23' as Day, provisions: ['block'] }
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
  isListed: (party, regime, on) =>
    party === 'hikvision' && regime === 'us-bis-entity-list' && on >= '2019-10-09',
  heldFrom: () => '2017-01-01' as Day,
  base: (word) => (bases[word] === undefined ? undefined : { file: `${word}.yaml`, text: bases[word] }),
};
const bases: Record<string, string> = {
  hik: 'title: H\nnote: of the base\non: 2022-06-01\nlist:\n  - {party: hikvision, regime: us-ofac-sdn-glomag}\nallies:\n  - {regime: uk-ghr, after: 90}\n',
  dahua: 'title: D\non: 2022-07-01\nlist:\n  - {party: dahua, regime: us-ofac-sdn-glomag}\n',
  round: 'title: R\non: 2022-07-01\nextends: round\n',
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
    ['a day before anything is held', base.replace('2022-06-01', '2016-12-31'), 'AS_CONTRADICTION', 2],
    [
      'an activity that is no word',
      `${base}licences:\n  - days: 9\n    activities: [maintian]\n`,
      'AS_UNKNOWN_WORD',
      8,
    ],
    [
      'a licence for nobody',
      'title: T\non: 2022-06-01\nlicences:\n  - {regime: uk-ghr, days: 30}\n',
      'AS_CONTRADICTION',
      4,
    ],
    [
      'a licence with end and length',
      `${base}licences:\n  - {days: 9, until: 2023-01-01}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'a party listed twice on different days',
      `${base}  - party: 海康威视\n    regime: us-ofac-sdn-glomag\n    from: 2022-07-01\n`,
      'AS_CONTRADICTION',
      6,
    ],
    [
      'an ally before the listing',
      `${base}allies:\n  - {regime: uk-ghr, from: 2022-01-01}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'a rule that does not exist',
      `${base}rules:\n  - {regime: uk-ghr, provision: x}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'a rule change without a day',
      `${base}rules:\n  - {regime: uk-ghr, provision: block}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'a sale to oneself',
      `${base}divest:\n  - {owner: dahua, owned: hikvision, to: dahua}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    [
      'an exception that excepts nobody',
      base.replace('party: hikvision', 'all: xinjiang-contracts\n    except: other'),
      'AS_UNKNOWN_PARTY',
      5,
    ],
    ['an unknown base', `extends: nothing\n${base}`, 'AS_FILE_MISSING', 1],
    [
      'prices upside down',
      `${base}prices:\n  - {device: camera, low: 9, high: 3, currency: USD}\n`,
      'AS_CONTRADICTION',
      7,
    ],
    ['a share of volume over the whole', `${base}volumeShare: 120\n`, 'AS_FIELD', 6],
    ['an empty file', '# nothing\n', 'AS_FILE_EMPTY', 1],
    ['a list in place of fields', '- a\n- b\n', 'AS_FILE_FORMAT', 1],
    ['a tab', 'title: T\non: 2022-06-01\nlist:\n\t- party: dahua\n', 'AS_FILE_FORMAT', 4],
    ['a field twice', `${base}title: again\n`, 'AS_FILE_FORMAT', 6],
    [
      'a misspelt field of an entry, before the one that it was to be',
      base.replace('regime:', 'regieme:'),
      'AS_FIELD',
      5,
    ],
    [
      'references that grow without end',
      `a: &a [x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((key, at) => `${key}: &${key} [${Array(7).fill(`*${'abcdefgh'[at]}`).join(', ')}]`).join('\n')}\n`,
      'AS_FILE_FORMAT',
      1,
    ],
    [
      'a listing where the party stands already',
      base.replace('us-ofac-sdn-glomag', 'us-bis-entity-list'),
      'AS_CONTRADICTION',
      4,
    ],
    [
      'a delisting from where the party does not stand',
      'title: T\non: 2022-06-01\ndelist:\n  - {party: hikvision, regime: uk-ghr}\n',
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

  it('names the word that was meant', () => {
    const remedyOf = (text: string) => {
      try {
        read(text);
      } catch (error) {
        return (error as Fault).remedy;
      }
      return undefined;
    };
    expect(remedyOf(base.replace('regime:', 'regieme:'))).toBe('Did you mean "regime"?');
    expect(remedyOf(base.replace('sdn-glomag', 'sdn-glomga'))).toContain('"us-ofac-sdn-glomag"');
    expect(remedyOf(base.replace('party: hikvision', 'all: xinjiang-contract'))).toContain(
      '"xinjiang-contracts"',
    );
  });

  it('refuses what is far too large for a scenario before reading it', () => {
    expect(() => read('a'.repeat(1_000_001))).toThrow(expect.objectContaining({ code: 'AS_FILE_TOO_LARGE' }));
  });

  it('refuses a circle of scenarios', () => {
    expect(() => read(`extends: round\n${base}`)).toThrow(
      /extends itself: dir\/test.yaml → round.yaml → round.yaml/,
    );
  });

  it('names the file of the base where the base is at fault', () => {
    expect(() => read('extends: dahua\ntitle: T\non: 2018-01-01\n')).toThrow(
      expect.objectContaining({ code: 'AS_CONTRADICTION', place: { file: 'dahua.yaml', line: 4 } }),
    );
  });
});

describe('a scenario that extends others', () => {
  const stacked = read('extends: [hik, dahua]\ntitle: Both\n');

  it('assumes what they assume, on the last day stated, under its own title', () => {
    expect(stacked).toMatchObject({ id: 'test', title: 'Both', note: undefined, on: '2022-07-01' });
    expect(stacked.assumptions.map(({ words: text }) => text)).toEqual([
      'hikvision on us-ofac-sdn-glomag from 1 July 2022',
      'dahua on us-ofac-sdn-glomag from 1 July 2022',
      'hikvision on uk-ghr from 29 September 2022',
      'dahua on uk-ghr from 29 September 2022',
    ]);
  });

  it('is the same whether a statement is made once or repeated', () => {
    const again = read(
      'extends: [hik, dahua, hik]\ntitle: Both\nlist:\n  - {party: hikvision, regime: us-ofac-sdn-glomag}\n',
    );
    expect(again.assumptions).toEqual(stacked.assumptions);
  });

  it('gives a licence under an ally’s regime to those the ally lists, from that day', () => {
    const { assumptions } = read('extends: hik\nlicences:\n  - {regime: uk-ghr, days: 30}\n');
    expect(assumptions.at(-1)!.assumption).toMatchObject({
      kind: 'licence',
      parties: ['hikvision'],
      from: '2022-08-30',
      until: '2022-09-29',
    });
  });

  it('leaves out of a criterion whom it excepts', () => {
    const { assumptions } = read(
      base.replace('party: hikvision', 'all: xinjiang-contracts\n    except: hikvision'),
    );
    expect(assumptions.map(({ assumption }) => 'party' in assumption && assumption.party)).toEqual(['dahua']);
  });

  it('takes the user’s own prices, the last layer’s word first', () => {
    const { prices, volumeShare } = read(
      `${base}prices:\n  - {device: camera, low: 100.5, high: 200, currency: USD}\nvolumeShare: 10\n`,
    );
    expect(prices).toMatchObject([
      {
        device: 'camera',
        low: { minor: 10050, currency: 'USD' },
        high: { minor: 20000 },
        verified: 'stated by the user',
      },
    ]);
    expect(volumeShare).toBe(10);
  });
});
