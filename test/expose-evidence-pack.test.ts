import { describe, expect, it } from 'vitest';
import { engineVersion, openEngine } from '../src/engine/index.ts';
import type { Asset, Contract, Day, Device, Portfolio } from '../src/model/index.ts';
import {
  type EvidencePackInput,
  evidenceForm,
  evidencePack,
  evidencePackCsv,
  evidencePackForms,
  evidencePackPage,
} from '../src/report/index.ts';

const day = (text: string) => text as Day;
const engine = openEngine({ home: '.no-archive', today: day('2026-11-22') });

function camera(id: string, more: Partial<Device> = {}): Device {
  return {
    kind: 'device',
    id,
    rows: [{ file: 'devices.csv', line: 2 }],
    type: 'camera',
    brand: 'Hikvision',
    model: 'DS-2CD2143G0-I',
    mac: '08A189474C9C',
    count: 1,
    signals: [],
    facts: { purpose: 'public safety' },
    ...more,
  };
}

const axis = { brand: 'Axis', model: 'P3245-LV', mac: 'ACCC8E051011' };

function input(
  form: string,
  assets: readonly Asset[],
  on = '2022-06-01',
  more: Partial<Portfolio> = {},
): EvidencePackInput {
  const portfolio: Portfolio = {
    id: 'small',
    title: 'Small',
    invented: false,
    actor: { jurisdictions: ['us'], roles: ['end user'] },
    facts: {},
    sites: [],
    assets,
    files: [
      { file: 'devices.csv', sha256: 'ab'.repeat(32), rows: assets.length, reader: 'table', notices: [] },
    ],
    ...more,
  };
  return {
    form,
    portfolio,
    issues: [],
    touched: engine.touched(portfolio),
    knowledge: engine.knowledge(portfolio),
    ask: engine.world().ask,
    on: day(on),
    known: engine.known,
    versions: engine.versions,
    register: engine.register.hash,
    engine: engineVersion,
  };
}

function outcome(given: EvidencePackInput, question: string): string | undefined {
  return evidencePack(given).things.find((thing) => thing.question === question)?.outcome;
}

describe('an evidence pack', () => {
  it.each(evidencePackForms.map(({ id }) => id))('for %s is the same bytes for the same input', (form) => {
    const { portfolio, issues } = engine.portfolio('marrow-creek-systems');
    const given = () => ({ ...input(form, portfolio.assets, '2022-06-01', portfolio), issues });
    expect(evidencePackPage(given())).toBe(evidencePackPage(given()));
    expect(evidencePackCsv(given())).toBe(evidencePackCsv(given()));
  });

  it('keeps what is used and what is delivered apart', () => {
    const given = input('far-52.204-24', [
      camera('own'),
      camera('stock', {
        mac: '08A189474C9D',
        facts: { purpose: 'public safety', for: 'delivery to the government' },
      }),
    ]);
    expect(
      evidencePack(given).things.map(({ asset, question, outcome: found }) => [question, asset.id, found]),
    ).toEqual([
      ['provide', 'stock', 'found'],
      ['use', 'own', 'found'],
    ]);
  });

  it('says before a paragraph applies that it does not, and finds nothing under it', () => {
    const [provide, use] = evidencePack(input('far-52.204-24', [camera('own')], '2020-08-12')).results;
    expect(provide?.applies).toBe(true);
    expect(use).toMatchObject({ applies: false, found: 0, open: 0 });
    expect(evidencePack(input('far-52.204-24', [camera('own')], '2020-08-13')).results[1]).toMatchObject({
      found: 1,
    });
  });

  it.each([
    ['2019-12-12', false, false],
    ['2019-12-13', true, false],
    ['2020-10-25', true, false],
    ['2020-10-26', true, true],
  ])('asks the yearly questions from their own days: on %s', (on, provides, uses) => {
    const { results } = evidencePack(input('far-52.204-26', [camera('own')], on));
    expect(results.map(({ applies }) => applies)).toEqual([provides, uses]);
  });

  it.each(['52.204-24', 'FAR-52.204-24', 'grant-200.216', '2 CFR 200.216'])(
    'is found as “%s” too',
    (word) => {
      expect(evidencePackForms).toContain(evidenceForm(word));
    },
  );

  it.each([
    ['grant money after the rule is found', { funding: 'federal grant' }, '2020-08-13', 'found'],
    ['grant money before the rule is not covered', { funding: 'federal grant' }, '2020-08-12', 'free'],
    ['own money is not covered', { funding: 'own funds' }, '2021-05-01', 'free'],
    ['money that nobody states is open', {}, '2021-05-01', 'open'],
    ['a day that nobody states is open', { funding: 'federal grant' }, undefined, 'open'],
  ] as const)('on spending: %s', (_says, facts, purchased, expected) => {
    const device = camera('D1', {
      facts: { purpose: 'public safety', ...facts },
      ...(purchased === undefined ? {} : { purchased: day(purchased) }),
    });
    expect(outcome(input('grant', [device]), 'spend')).toBe(expected);
  });

  it('asks for whom goods of a supplier are bought, instead of taking it for granted', () => {
    const contract: Contract = {
      kind: 'contract',
      id: 'C1',
      rows: [],
      title: 'Recorders',
      counterparty: 'Hangzhou Hikvision Digital Technology Co., Ltd.',
      counterpartyRole: 'supplier',
      identifiers: [],
      item: 'network video recorder',
    };
    const [thing] = evidencePack(input('far-52.204-26', [contract])).things;
    expect(thing).toMatchObject({ question: 'provide', outcome: 'open' });
    expect(thing?.settle).toMatch(/delivery to a federal agency/);
  });

  it('never calls a device of an unknown maker free, and says what would decide', () => {
    const { brand: _, model: __, mac: ___, ...bare } = camera('D1');
    const [thing] = evidencePack(input('far-52.204-24', [bare])).things;
    expect(thing).toMatchObject({ outcome: 'open', confidence: 'unknown' });
    expect(thing?.settle).toBeTruthy();
  });

  it('claims no absence: with nothing found it points to what was not looked at', () => {
    const page = evidencePackPage(input('far-52.204-24', [camera('D1', axis)]));
    expect(page).toContain('Nothing was found among 1 looked at.');
    expect(page).toContain('That is not the statement that there is none');
    expect(page).toContain('Suppliers: no vendor file was given');
    expect(page).toContain('Official lists: none were held');
    expect(page).not.toMatch(/certif(y|ies) that|is compliant|complies|☑|☒/i);
  });

  it('names lost rows, sites without devices and statements that were not used', () => {
    const given = input('far-52.204-24', [camera('D1', { facts: { purpose: 'spelunking' } })], '2022-06-01', {
      sites: [{ id: 'annex', name: 'The annex', facts: {} }],
    });
    const lost = [
      { code: 'AS_ROW', message: 'The row names no device.', file: 'devices.csv', line: 9, lost: true },
    ] as const;
    const page = evidencePackPage({ ...given, issues: lost });
    expect(page).toContain('no device is in the files: The annex.');
    expect(page).toContain('devices.csv:9 The row names no device.');
    expect(page).toContain('spelunking');
  });

  it('escapes hostile names and disarms formulas', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const given = input(
      'far-52.204-24',
      [camera('=1+1', { site: evil, serial: evil, brand: `Hikvision ${evil}` })],
      '2022-06-01',
      {
        title: evil,
        sites: [{ id: evil, name: evil, facts: {} }],
        files: [{ file: evil, sha256: '', rows: 1, reader: evil, notices: [evil] }],
      },
    );
    const page = evidencePackPage(given);
    expect(page).not.toContain('<img');
    expect(page).toMatch(/&(lt|#60|#x3c);img src=x/i);
    expect(page).not.toMatch(/<script|https?:\/\/|src=["']/i);
    expect(evidencePackCsv(given)).toContain(",'=1+1,");
  });

  it('flags facts that were not verified at the source', () => {
    expect(evidencePackPage(input('far-52.204-24', [camera('D1')]))).toContain(
      '<span class="flag">secondary</span>',
    );
  });

  it('names the maker, the rule and the evidence of what was found', () => {
    const csv = evidencePackCsv(input('far-52.204-24', [camera('D1')]));
    expect(csv).toContain('"Hangzhou Hikvision Digital Technology Co., Ltd."');
    expect(csv).toContain('s.889(a)(1)(B); FAR 52.204-25(b)(2)');
    expect(csv).toContain('mac prefix');
    expect(csv).toContain('devices.csv:2');
  });
});
