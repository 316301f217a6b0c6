import { describe, expect, it } from 'vitest';
import { createIdentifier, createSiteContext } from '../src/equipment/index.ts';
import type { Day } from '../src/model/index.ts';
import { device, equipmentKnowledge } from './equipment-knowledge.ts';

const identifier = createIdentifier(equipmentKnowledge());
const identify = (fields: Parameters<typeof device>[0]) => identifier.identify(device(fields));

describe('traps of equipment evidence', () => {
  it('lets the longest prefix win: a 28 bit block of Shanghai Dahua Scale Factory is not Dahua', () => {
    const found = identify({ brand: 'Dahua Scale', model: 'TCS-150', mac: '402C76100013' });
    expect(found.maker?.name).toBe('Shanghai Dahua Scale Factory');
    expect(found.candidates.map(({ name }) => name)).not.toContain('Dahua');
  });

  it('lets the longest prefix win: a 36 bit block of Jorex Lorex India is not Lorex', () => {
    const found = identify({ brand: 'Jorex', model: 'JX-IO', mac: '8C1F64F4B014' });
    expect(found.maker?.name).toBe('Jorex Lorex India');
    expect(found.candidates.map(({ name }) => name)).not.toContain('Dahua');
  });

  it.each(['Dahua Scale', 'Jorex Lorex', 'Dahua Noodle House', 'Hikoki', 'Lorenz'])(
    'does not take the name "%s" for a maker that shares a word with it',
    (brand) => {
      const parties = identify({ brand }).candidates.map(({ party }) => party);
      expect(parties.filter((party) => party === 'dahua' || party === 'hikvision')).toEqual([]);
    },
  );

  it('tells models that begin alike: IPC- is HiLook, Dahua or Uniview by what follows', () => {
    expect(identify({ model: 'IPC-B140H-M' }).maker?.name).toBe('Hikvision');
    expect(identify({ model: 'IPC-HFW2431S' }).maker?.name).toBe('Dahua');
    expect(identify({ model: 'IPC3614LE-ADF28K' }).maker?.name).toBe('Uniview');
  });

  it('tells models that begin alike: DS-2CD is Hikvision, DS923+ is Synology', () => {
    expect(identify({ model: 'DS-2CD2143G2-I' }).maker?.name).toBe('Hikvision');
    const storage = identify({ brand: 'Synology', model: 'DS923+', mac: '001132551028' });
    expect(storage.maker?.name).toBe('Synology');
    expect(storage.candidates).toHaveLength(1);
  });

  it('reads brand and model from swapped columns, and says that it did', () => {
    const found = identify({ brand: 'DS-2CD2143G0-I', model: 'Hikvision' });
    expect([found.maker?.name, found.confidence]).toEqual(['Hikvision', 'probable']);
    expect(found.conflicts.join(' ')).toContain('swapped columns');
    expect(identify({ brand: 'Hikvision', model: 'DS-2CD2143G0-I' }).conflicts).toEqual([]);
    // A brand that nobody knows, and a model that is called like another's brand, stay what they are.
    expect(identify({ brand: 'Zorblatt', model: 'Axis' }).brand).toBe('Zorblatt');
  });

  it('takes nothing from a randomised hardware address and says so', () => {
    const found = identify({ mac: '065A11AA1023' });
    expect(found.confidence).toBe('unknown');
    expect(found.evidence).toMatchObject([{ weight: 0, for: false }]);
    expect(found.settle).toContain('printed on the unit');
  });

  it('ignores the router in front where one hardware address stands for several hosts', () => {
    const behind = ['10.30.1.50', '10.30.1.51', '10.30.1.52'].map((address) =>
      device({ address, mac: '001AA1003001' }),
    );
    const context = createSiteContext(behind);
    const found = identifier.identify(
      device({ mac: '001AA1003001', signal: { realm: 'Hikvision' } }),
      context,
    );
    expect(found.maker?.name).toBe('Hikvision');
    expect(found.evidence.find((item) => item.pointsTo === 'nobody')?.source).toContain('router');
  });

  it('does not take a brand that registers its own prefix for a maker', () => {
    expect(identify({ mac: '142FFD221002' }).maker?.name).toBe('Hikvision');
    expect(identify({ mac: '9C8ECD4F1008' }).maker?.name).toBe('Dahua');
  });

  it('says undetermined for a brand whose maker changed, with both candidates and the check', () => {
    const found = identify({ brand: 'Alibi', model: 'ALI-NS4014R', mac: '64255E511003' });
    expect(found.maker).toBeUndefined();
    expect(found.candidates.map(({ name }) => name)).toEqual(['Hikvision', 'Uniview']);
    expect(found.conflicts.join()).toContain('names both');
    expect(found.settle).toContain('ALI-NS4014R');
  });

  it('dates a brand on the purchase day: Lorex after its sale is a question, before it an answer', () => {
    const before = identify({ brand: 'Lorex', purchased: '2020-05-01' as Day });
    const after = identify({ brand: 'Lorex', purchased: '2024-05-01' as Day });
    expect([before.maker?.name, before.confidence]).toEqual(['Dahua', 'probable']);
    expect(after.score).toBeLessThan(before.score);
    expect(['possible', 'unknown']).toContain(after.confidence);
  });

  it('scopes one brand of several makers by model: Honeywell HEN, HRG and HC60', () => {
    expect(identify({ brand: 'Honeywell', model: 'HEN16104' }).maker?.name).toBe('Dahua');
    expect(
      identify({ brand: 'Honeywell', model: 'HRGX1648', purchased: '2019-01-01' as Day }).maker?.name,
    ).toBe('Hikvision');
    const declared = identify({ brand: 'Honeywell', model: 'HC60WB5R2', mac: '0040841B1006' });
    expect(declared.maker?.name).toBe('Honeywell');
    expect(declared.candidates).toHaveLength(1);
  });

  it.each([
    ['http server', 'Webs'],
    ['http server', 'webserver'],
    ['realm', 'DVR'],
    ['http title', 'WEB SERVICE'],
    ['open port', 'tcp/8000'],
    ['open port', 'tcp/37777'],
  ])('never decides on the weak word %s "%s"', (signal, value) =>
    expect(identify({ signal: { [signal]: value } }).confidence).toBe('unknown'),
  );

  it('does not take uc-httpd or Hipcam for Hikvision', () => {
    const xiongmai = identify({
      signal: { 'http server': 'uc-httpd 1.0.0', 'http location': '/doc/page/login.asp' },
    });
    expect(xiongmai.maker?.name).not.toBe('Hikvision');
    expect(xiongmai.evidence.some((item) => item.pointsTo === 'not Hikvision')).toBe(true);
    expect(
      identify({ signal: { 'rtsp server': 'Hipcam RealServer/V1.0' } }).candidates.map(({ name }) => name),
    ).not.toContain('Hikvision');
  });

  it('counts nothing of the banners of a honeypot', () => {
    const found = identify({ signal: { tag: 'honeypot', 'http server': 'App-webs/' } });
    expect(found.confidence).toBe('unknown');
    expect(found.conflicts.join()).toContain('honeypot');
  });

  it('lets a stale banner count half and tells its age', () => {
    const signals = [
      { signal: 'open port', value: 'tcp/443', seen: '2025-11-18' as Day },
      { signal: 'http server', value: 'App-webs/', seen: '2023-01-01' as Day },
    ];
    const stale = identify({ signals });
    expect(stale.score).toBeLessThan(identify({ signal: { 'http server': 'App-webs/' } }).score);
    expect(stale.conflicts.join()).toContain('more than a year older');
  });

  it('keeps roles apart: brand owner, maker, chip maker, country', () => {
    const found = identify({
      brand: 'Pelco',
      model: 'GFC Professional 4K',
      mac: '00047D2E1025',
      countryOfProduction: 'CN',
    });
    expect(found.maker?.name).toBe('Pelco');
    expect(found.roles.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'brand owner: Pelco',
      'maker: Pelco',
      'chip maker: HiSilicon (Huawei)',
      'country of production: CN',
    ]);
  });

  it('lowers its confidence where register and hardware address contradict, and shows both', () => {
    const agreed = identify({ brand: 'Axis', model: 'P3245-LV', mac: 'ACCC8E051011' });
    const contradicted = identify({ brand: 'Axis', model: 'P3245-LV', mac: '4419B63A1001' });
    expect(agreed.confidence).toBe('certain');
    expect(contradicted.confidence).not.toBe('certain');
    expect(contradicted.conflicts.join()).toMatch(/Hikvision/);
    expect(contradicted.settle).toContain('type plate');
  });

  it('never says certain on a register alone', () => {
    expect(identify({ brand: 'Hikvision', model: 'DS-2CD2143G2-I' }).confidence).toBe('probable');
  });

  it.each([
    ['hik vision dome 4mp (white)', 'Hikvision'],
    ['海康威视 DS-2CD1023G0E-I', 'Hikvision'],
    ['大华 IPC-HFW2431S', 'Dahua'],
    ['华为 S5735 switch', 'Huawei'],
    ['LTS  CMIP 9382W', 'Hikvision'],
    ['Honeywell perf. nvr HEN16104', 'Dahua'],
    ['Hytera PD-782 handheld', 'Hytera'],
  ])('reads the maker out of the purchase text "%s"', (purchaseText, maker) => {
    expect(identify({ purchaseText }).maker?.name).toBe(maker);
  });

  it.each([
    ['Hikvison', 'Hikvision'],
    ['HIK VISION', 'Hikvision'],
    ['Hangzhou Hikvision Digital Technology Co., Ltd.', 'Hikvision'],
    ['Hwuawei', 'Huawei'],
    ['Lorax', undefined],
  ])('forgives one slip in a long name, none in a short one: "%s"', (brand, maker) =>
    expect(identify({ brand }).maker?.party).toBe(maker?.toLowerCase()),
  );

  it('takes a hedged note for a hint only', () => {
    expect(identify({ purchaseText: '“Dahua OEM?” unknown' }).confidence).not.toBe('probable');
  });

  it('shows source and grade with every statement of who makes a brand', () => {
    const found = identify({ brand: 'LTS' });
    expect(found.evidence.find((item) => item.pointsTo === 'Hikvision')?.source).toMatch(/^grade B: /);
  });
});
