import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDevices } from './merge-devices.ts';
import type { Sighting } from './sighting.ts';

const sighting = (file: string, line: number, fields: Partial<Sighting>): Sighting => ({
  row: { file, line },
  count: 1,
  signals: [],
  ...fields,
});
const macA = '4419B63A1001';
const macB = '9002A90C1005';

describe('bringing sightings together', () => {
  it('takes no longer for each row where all rows are of one device, or all have one number', () => {
    const many = Array.from({ length: 20_000 }, (_, line) => line);
    const begun = performance.now();
    const scans = many.map((line) => sighting('scans', line, { mac: macA, address: '10.0.0.1' }));
    expect(mergeDevices(scans).devices).toHaveLength(1);
    const models = many.map((line) => sighting('a', line, { serial: 'SN-0001', model: `DS-${line}` }));
    expect(mergeDevices(models).devices).toHaveLength(1);
    const tags = many.map((line) => sighting('a', line, { assetTag: 'camera', model: `DS-${line}` }));
    expect(mergeDevices(tags).devices).toHaveLength(many.length);
    const macs = many.map((line) =>
      sighting('a', line, {
        serial: 'SN-0001',
        mac: `4419B6${line.toString(16).padStart(6, '0').toUpperCase()}`,
      }),
    );
    expect(mergeDevices(macs).devices).toHaveLength(many.length);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('joins by hardware address, then by network address, then by name', () => {
    const { devices } = mergeDevices([
      sighting('arp', 1, { mac: macA, address: '10.0.0.1' }),
      sighting('netbox', 2, { name: 'cam-1', address: '10.0.0.1', brand: 'LTS' }),
      sighting('paper', 3, { name: 'CAM-1', model: 'CMIP9382W' }),
    ]);
    expect(devices).toMatchObject([
      {
        mac: macA,
        brand: 'LTS',
        model: 'CMIP9382W',
        rows: [{ file: 'arp' }, { file: 'netbox' }, { file: 'paper' }],
      },
    ]);
  });

  it('never joins rows that state different hardware addresses, serial numbers or tags', () => {
    const fields: Partial<Sighting>[] = [
      { mac: macA, name: 'cam', address: '10.0.0.1' },
      { mac: macB, name: 'cam', address: '10.0.0.1' },
    ];
    expect(mergeDevices(fields.map((one, line) => sighting(`f${line}`, 1, one))).devices).toHaveLength(2);
    expect(
      mergeDevices([
        sighting('a', 1, { serial: 'SN0001', name: 'x' }),
        sighting('b', 1, { serial: 'SN0002', name: 'x' }),
      ]).devices,
    ).toHaveLength(2);
    expect(
      mergeDevices([
        sighting('a', 1, { assetTag: 'T1', name: 'x' }),
        sighting('b', 1, { assetTag: 'T2', name: 'x' }),
      ]).devices,
    ).toHaveLength(2);
  });

  it('keeps hosts behind one router apart and keeps the address of the router as such', () => {
    const { devices, notices } = mergeDevices([
      sighting('scan', 1, {
        mac: macA,
        address: '10.0.0.1',
        signals: [{ signal: 'realm', value: 'Hikvision' }],
      }),
      sighting('scan', 2, { mac: macA, address: '10.0.0.2', signals: [{ signal: 'realm', value: 'Dahua' }] }),
    ]);
    expect(devices).toHaveLength(2);
    expect(devices[0]).toMatchObject({
      signals: [{ signal: 'realm' }, { signal: 'router mac', value: macA }],
    });
    expect(devices[0]).not.toHaveProperty('mac');
    expect(notices.join()).toContain('router');
  });

  it('follows a lease that moved: a sighting without hardware address goes to the holder nearest in time', () => {
    const { devices } = mergeDevices([
      sighting('old', 1, { mac: macA, address: '10.0.0.1', seen: '2023-01-01' as never }),
      sighting('new', 1, { mac: macB, address: '10.0.0.1', seen: '2025-01-01' as never }),
      sighting('scan', 1, { address: '10.0.0.1', seen: '2025-02-01' as never, brand: 'Dahua' }),
    ]);
    expect(devices.find(({ mac }) => mac === macB)).toMatchObject({ brand: 'Dahua' });
    expect(devices).toHaveLength(2);
  });

  it('does not join five cameras called "lobby" in one file', () => {
    const rows = Array.from({ length: 5 }, (_, line) => sighting('a', line, { name: 'lobby', model: 'X' }));
    expect(mergeDevices([...rows, sighting('b', 1, { name: 'lobby', brand: 'Axis' })]).devices).toHaveLength(
      6,
    );
  });

  it('sets bare addresses apart only where other exports could have named them', () => {
    const bare = sighting('scan', 1, {
      address: '10.0.0.9',
      signals: [{ signal: 'open port', value: 'tcp/443' }],
    });
    expect(mergeDevices([bare]).devices).toHaveLength(1);
    const merged = mergeDevices([bare, sighting('arp', 1, { mac: macA, address: '10.0.0.1' })]);
    expect([merged.devices.length, merged.bareAddresses[0]?.address]).toEqual([1, '10.0.0.9']);
  });

  it('loses no sighting and doubles none, whatever is given', () => {
    const field = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const arbitrary = fc.record({
      file: fc.constantFrom('a', 'b', 'c'),
      mac: field(fc.constantFrom(macA, macB, '0040841B1006')),
      address: field(fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3')),
      name: field(fc.constantFrom('x', 'y')),
      serial: field(fc.constantFrom('SN0001', 'SN0002')),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 12 }), (rows) => {
        const sightings = rows.map(({ file, ...rest }, line) =>
          sighting(
            file,
            line,
            Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
          ),
        );
        const { devices, bareAddresses } = mergeDevices(sightings);
        const lines = [...devices, ...bareAddresses].flatMap((one) =>
          one.rows.map((row) => `${row.file}:${row.line}`),
        );
        expect(lines.sort()).toEqual(sightings.map(({ row }) => `${row.file}:${row.line}`).sort());
        expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length);
      }),
    );
  });
});
