import type { Device, FileRow } from '../model/index.ts';
import { macText } from '../model/index.ts';
import { type Cluster, clusterOf } from './device-cluster.ts';
import { present } from './reading.ts';
import type { Sighting } from './sighting.ts';

/** Fields where a difference between files is told. */
const compared = ['brand', 'model', 'serial', 'mac', 'site', 'firmware', 'purchased'] as const;

export function deviceOf(cluster: Cluster, routers: ReadonlyMap<string, unknown>): Device {
  const sightings = cluster.sightings;
  const first = <K extends keyof Sighting>(key: K): Sighting[K] | undefined =>
    sightings.find((sighting) => sighting[key] !== undefined)?.[key];
  const router = sightings.find((sighting) => sighting.mac && routers.has(sighting.mac))?.mac;
  const mac = [...cluster.macs][0];
  const signals: { signal: string; value: string; seen?: NonNullable<Sighting['seen']>; row: FileRow }[] = [];
  const shown = new Set<string>();
  const add = (signal: string, value: string, row: FileRow, seen?: Sighting['seen']) => {
    const key = `${signal}\0${value}`;
    if (shown.has(key)) return;
    shown.add(key);
    signals.push({ signal, value, row, ...(seen ? { seen } : {}) });
  };
  for (const sighting of sightings) {
    for (const { signal, value, seen } of sighting.signals) add(signal, value, sighting.row, seen);
    if (sighting.assetTag) add('asset tag', sighting.assetTag, sighting.row);
  }
  if (router && !mac) add('router mac', router, sightings[0]!.row);
  const address = latestAddress(sightings);
  const row = sightings[0]!.row;
  const brand = first('brand');
  const model = shortest(sightings, 'model');
  const purchaseText = first('purchaseText');
  const conflicts = conflictsOf(sightings, routers);
  return {
    kind: 'device',
    id:
      first('id') ??
      first('assetTag') ??
      first('name') ??
      address ??
      (mac ? macText(mac) : undefined) ??
      first('serial') ??
      `${row.file}:${row.line}`,
    rows: sightings.map((sighting) => sighting.row),
    count: sightings.reduce((most, sighting) => Math.max(most, sighting.count), 1),
    signals,
    facts:
      sightings.length === 1
        ? (sightings[0]!.facts ?? {})
        : Object.fromEntries(sightings.flatMap(({ facts }) => Object.entries(facts ?? {}))),
    ...present({
      type: first('type'),
      name: first('name') ?? first('hostname'),
      brand,
      model,
      serial: first('serial'),
      mac,
      address,
      firmware: first('firmware'),
      site: first('site'),
      notes: first('notes'),
      purchaseText: purchaseText === `${brand ?? ''} ${model ?? ''}`.trim() ? undefined : purchaseText,
      countryOfProduction: first('country'),
      purchased: first('purchased'),
      cost: first('cost'),
    }),
    ...(conflicts.length > 0 ? { conflicts } : {}),
  };
}

/** The first value, or a shorter one that is its end: `DS-2CD2143G2-I` rather than `Hikvision DS-2CD2143G2-I`. */
function shortest(sightings: readonly Sighting[], key: 'model'): string | undefined {
  let best: string | undefined;
  for (const sighting of sightings) {
    const value = sighting[key];
    if (value !== undefined && (best === undefined || (value.length < best.length && best.endsWith(value))))
      best = value;
  }
  return best;
}

function latestAddress(sightings: readonly Sighting[]): string | undefined {
  const withAddress = sightings.filter((sighting) => sighting.address !== undefined);
  return withAddress.reduce<Sighting | undefined>(
    (best, next) => (!best || (next.seen ?? '') > (best.seen ?? '') ? next : best),
    undefined,
  )?.address;
}

/** Of how many different values it is told that they are; where one serial number has a thousand models, more say no more. */
const mostTold = 100;

function conflictsOf(
  sightings: readonly Sighting[],
  routers: ReadonlyMap<string, unknown>,
): NonNullable<Device['conflicts']>[number][] {
  return compared.flatMap((field) => {
    const values = new Map<string, { value: string; row: FileRow }>();
    for (const sighting of sightings) {
      const value = sighting[field];
      if (value === undefined || (field === 'mac' && routers.has(value))) continue;
      const key = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      if (values.size >= mostTold) break;
      const isCovered = [...values.keys()].some(
        (known) => known === key || (field !== 'firmware' && (known.endsWith(key) || key.endsWith(known))),
      );
      if (!isCovered) values.set(key, { value, row: sighting.row });
    }
    return values.size > 1 ? [{ field, values: [...values.values()] }] : [];
  });
}

/** The device that one sighting alone shows, for inventories too large to be brought together in memory. */
export function deviceOfSighting(sighting: Sighting): Device {
  return deviceOf(clusterOf(sighting, 0, noRouters), noRouters);
}

const noRouters: ReadonlyMap<string, unknown> = new Map();
