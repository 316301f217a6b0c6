import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../src/equipment/calibration/calibration-table.ts';
import { generateDevices } from '../src/equipment/calibration/generate-site.ts';
import { createIdentifier } from '../src/equipment/index.ts';
import { csvRecords, oneChunk } from '../src/formats/index.ts';
import { readAny } from '../src/portfolio/index.ts';
import { device, equipmentKnowledge } from './equipment-knowledge.ts';
import { describeWithShared, sharedData } from './shared-data.ts';

const identifier = createIdentifier(equipmentKnowledge());

describe('calibration on generated sites that the fit has not seen', () => {
  const devices = generateDevices(equipmentKnowledge(), 20_261_122, 5_000);
  const { rows, covered, bins } = calibrate(identifier, devices);
  const shareOf = (word: string) => {
    const row = rows.find(({ confidence }) => confidence === word)!;
    return row.right / row.devices;
  };

  it('is right in 99 of 100 devices that it calls certain', () => {
    expect(rows.find(({ confidence }) => confidence === 'certain')!.devices).toBeGreaterThan(1_000);
    expect(shareOf('certain')).toBeGreaterThanOrEqual(0.99);
  });

  it('is right more often the surer its word', () => {
    expect(shareOf('probable')).toBeGreaterThan(0.9);
    expect(shareOf('probable')).toBeGreaterThan(shareOf('possible'));
  });

  it('names the maker, as possible or better, of 97 in 100 devices of makers that section 889 names', () => {
    expect(covered.devices).toBeGreaterThan(1_000);
    expect(covered.named / covered.devices).toBeGreaterThanOrEqual(0.97);
  });

  it('states probabilities that hold where it states most of them', () => {
    const top = bins.at(-1)!;
    expect(Math.abs(top.right / top.devices - top.meanScore)).toBeLessThan(0.02);
  });

  it('gives the same devices for the same seed', () => {
    expect(generateDevices(equipmentKnowledge(), 5, 50)).toEqual(
      generateDevices(equipmentKnowledge(), 5, 50),
    );
  });
});

describeWithShared('the answer key of the sample site', () => {
  const folder = sharedData('exposure/');
  const read = (name: string) => readFileSync(`${folder}${name}`);
  const key = [...csvRecords(oneChunk(read('answer-key/site-devices-answer-key.csv')), { file: 'key' })].map(
    ({ values }) => values as Record<string, string>,
  );
  const pile = [
    'nmap/constructed-site-scan.xml',
    ...[
      'arp-cisco-ios.txt',
      'arp-linux-ip-neigh.txt',
      'arp-windows.txt',
      'mac-table-cisco-ios.txt',
      'dhcpd.leases',
      'dhcp-kea.csv',
      'snipe-it-assets.csv',
      'netbox-devices.csv',
      'servicenow-cmdb.csv',
      'milestone-hardware.csv',
      'onvif-probe-matches.xml',
    ].map((name) => `inventory/constructed-${name}`),
  ].map((name) => ({ name, bytes: read(name) }));
  const { portfolio } = readAny(pile);
  const devices = portfolio.assets.filter((asset) => asset.kind === 'device');
  const truthOf = (one: (typeof devices)[number]) =>
    key.find(
      (row) =>
        (row.mac !== '' && row.mac!.replaceAll(':', '') === one.mac) ||
        (row.ip !== '' && row.ip === one.address) ||
        (row.mac === '' && row.asset_model === one.model),
    );

  it('makes one inventory of 30 devices out of twelve exports', () => {
    expect(pile).toHaveLength(12);
    expect(devices).toHaveLength(30);
    expect(new Set(devices.map((one) => truthOf(one)?.device_id)).size).toBe(30);
  });

  it('names the expected maker of every device, and is not sure where the key is not', () => {
    const answers = devices.map((one) => {
      const found = identifier.identify(one);
      return [truthOf(one)!.device_id, found.maker?.name ?? 'undetermined', found.confidence];
    });
    const wrong = answers.filter(
      ([id, maker]) => key.find((row) => row.device_id === id)!.expected_manufacturer !== maker,
    );
    expect(wrong).toEqual([]);
    const unsure = answers.filter(([id, , confidence]) => {
      const expected = key.find((row) => row.device_id === id)!.expected_confidence;
      return expected === 'low' && confidence !== 'unknown' && confidence !== 'possible';
    });
    expect(unsure).toEqual([]);
  });

  it('misses no covered device by the asset register alone', () => {
    const register = readAny(pile.filter(({ name }) => name.includes('snipe-it'))).portfolio.assets;
    const missed = register.filter((asset) => {
      if (asset.kind !== 'device') return false;
      const truth = key.find((row) => row.asset_model === asset.model && row.asset_brand === asset.brand);
      const found = identifier.identify(asset);
      return truth?.expected_section_889 === 'covered' && found.maker?.name !== truth.expected_manufacturer;
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('gives no wrong maker for the model numbers of the test vectors', () => {
    const vectors = [...csvRecords(oneChunk(read('models/model-number-vectors.csv')), { file: 'vectors' })];
    const wrong = vectors.flatMap(({ values }) => {
      const found = identifier.identify(device({ model: values.model! }));
      const expected = values.brand_or_maker!;
      const isRelabelled = /Lorex|Amcrest|EmpireTech|Prama|LaView|TRENDnet|Alibi/.test(expected);
      const name = found.maker?.name;
      return name === undefined || isRelabelled || expected.startsWith(name.split(' ')[0]!)
        ? []
        : [[values.model, expected, name]];
    });
    expect(wrong).toEqual([]);
    const maker = (model: string) => identifier.identify(device({ model })).maker?.name;
    expect(['T5442TM-AS', 'DB2X-WP', 'B5442E-Z4E'].map(maker)).toEqual(['Dahua', 'Dahua', 'Dahua']);
  });
});
