import type { Device, FileRow } from '../model/index.ts';
import { macText } from '../model/index.ts';
import { nameKeyOf } from './name-key.ts';
import { present } from './reading.ts';
import type { Sighting } from './sighting.ts';

/** One inventory out of many sightings. */
export interface MergedDevices {
  readonly devices: readonly Device[];
  /** Addresses that answered but show nothing of a device of their own, where other exports were at hand. */
  readonly bareAddresses: readonly { readonly address: string; readonly rows: readonly FileRow[] }[];
  readonly notices: readonly string[];
}

/** A growing device: its sightings and the keys that they have. */
interface Cluster {
  readonly order: number;
  sightings: Sighting[];
  macs: Set<string>;
  serials: Set<string>;
  tags: Set<string>;
  ids: Set<string>;
  addresses: Set<string>;
  files: Set<string>;
}

/**
 * Brings the sightings of the same device together: by serial number, asset tag, hardware address, then by network
 * address where the hardware addresses agree, then by name where each file has the name once. Rows that state different
 * serial numbers, tags or hardware addresses are never one device. Same sightings, same devices, whatever the order.
 */
export function mergeDevices(sightings: readonly Sighting[]): MergedDevices {
  const notices: string[] = [];
  const routers = routerMacs(sightings);
  for (const [mac, addresses] of routers) {
    notices.push(
      `hardware address ${macText(mac)} stands for ${addresses.size} addresses: taken as the router in front of them`,
    );
  }
  let clusters = sightings.map((sighting, order) => clusterOf(sighting, order, routers));
  clusters = joinBy(clusters, (cluster) => [...cluster.serials]);
  clusters = joinBy(clusters, (cluster) => [...cluster.macs]);
  // A register may give one tag to several rows by mistake: only other files are joined by it.
  clusters = joinBy(clusters, (cluster) => [...cluster.tags], areOfOtherFiles);
  clusters = joinBy(clusters, (cluster) => [...cluster.ids], areOfOtherFiles);
  clusters = joinByAddress(clusters);
  clusters = joinBy(clusters, uniqueNames(clusters), (a, b) => isSubset(a.addresses, b.addresses));
  const hasOthers = new Set(sightings.map((sighting) => sighting.row.file)).size > 1;
  const bare = hasOthers ? clusters.filter(isBare) : [];
  const devices = clusters
    .filter((cluster) => !bare.includes(cluster))
    .map((cluster) => deviceOf(cluster, routers));
  if (bare.length > 0) {
    notices.push(
      `${bare.length} address${bare.length > 1 ? 'es' : ''} answered without showing any device (${bare.map((cluster) => [...cluster.addresses].join(', ')).join(', ')}); not counted`,
    );
  }
  return {
    devices: withUniqueIds(devices),
    bareAddresses: bare.map((cluster) => ({
      address: [...cluster.addresses][0] ?? '',
      rows: cluster.sightings.map((sighting) => sighting.row),
    })),
    notices,
  };
}

/** Hardware addresses that one file shows with several network addresses. */
function routerMacs(sightings: readonly Sighting[]): Map<string, Set<string>> {
  const byFile = new Map<string, Set<string>>();
  for (const { mac, address, row } of sightings) {
    if (!mac || !address) continue;
    const key = `${row.file}|${mac}`;
    const known = byFile.get(key);
    if (known) known.add(address);
    else byFile.set(key, new Set([address]));
  }
  const routers = new Map<string, Set<string>>();
  for (const [key, addresses] of byFile) {
    if (addresses.size < 2) continue;
    const mac = key.slice(key.lastIndexOf('|') + 1);
    routers.set(mac, new Set([...(routers.get(mac) ?? []), ...addresses]));
  }
  return routers;
}

function clusterOf(sighting: Sighting, order: number, routers: ReadonlyMap<string, unknown>): Cluster {
  const { mac, serial, assetTag, id, address, row } = sighting;
  const set = (value: string | undefined) => new Set(value === undefined ? [] : [value]);
  return {
    order,
    sightings: [sighting],
    macs: set(mac !== undefined && !routers.has(mac) ? mac : undefined),
    serials: set(serial !== undefined && isRealSerial(serial) ? serial.toUpperCase() : undefined),
    tags: set(assetTag?.toUpperCase()),
    ids: set(id),
    addresses: set(address),
    files: new Set([row.file]),
  };
}

function isRealSerial(serial: string): boolean {
  return (
    serial.length >= 4 && !/^(.)\1*$/.test(serial) && !/^(unknown|none|default|to be filled.*)$/i.test(serial)
  );
}

function joinBy(
  clusters: readonly Cluster[],
  keysOf: (cluster: Cluster) => readonly string[],
  mayJoin: (a: Cluster, b: Cluster) => boolean = () => true,
): Cluster[] {
  const byKey = new Map<string, Cluster[]>();
  const joinedInto = new Map<Cluster, Cluster>();
  const current = (cluster: Cluster): Cluster => {
    let at = cluster;
    for (let next = joinedInto.get(at); next; next = joinedInto.get(at)) at = next;
    return at;
  };
  for (const cluster of clusters) {
    for (const key of keysOf(cluster)) {
      const holders = byKey.get(key) ?? [];
      const own = current(cluster);
      const partner = holders
        .map(current)
        .find((other) => other !== own && !contradict(other, own) && mayJoin(other, own));
      if (partner) {
        absorb(partner, own);
        joinedInto.set(own, partner);
      }
      byKey.set(key, [...holders, cluster]);
    }
  }
  return clusters.filter((cluster) => !joinedInto.has(cluster));
}

function areOfOtherFiles(a: Cluster, b: Cluster): boolean {
  return ![...a.files].some((file) => b.files.has(file));
}

function absorb(into: Cluster, from: Cluster): void {
  into.sightings = [...into.sightings, ...from.sightings];
  for (const key of ['macs', 'serials', 'tags', 'ids', 'addresses', 'files'] as const) {
    into[key] = new Set([...into[key], ...from[key]]);
  }
}

/** Both state it and nothing is the same: two devices, whatever else agrees. */
function contradict(a: Cluster, b: Cluster): boolean {
  const isApart = (x: ReadonlySet<string>, y: ReadonlySet<string>) =>
    x.size > 0 && y.size > 0 && ![...x].some((value) => y.has(value));
  return isApart(a.macs, b.macs) || isApart(a.serials, b.serials) || isApart(a.tags, b.tags);
}

/**
 * A sighting without hardware address belongs to the device that has its network address; where several devices had
 * that address (leases move), to the one seen nearest in time.
 */
function joinByAddress(clusters: readonly Cluster[]): Cluster[] {
  const holders = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    if (cluster.macs.size === 0) continue;
    for (const address of cluster.addresses) holders.set(address, [...(holders.get(address) ?? []), cluster]);
  }
  const rest: Cluster[] = [];
  const kept = clusters.filter((cluster) => cluster.macs.size > 0);
  for (const cluster of clusters) {
    if (cluster.macs.size > 0) continue;
    const possible = [...cluster.addresses]
      .flatMap((address) => holders.get(address) ?? [])
      .filter((holder) => !contradict(holder, cluster) && !isOtherRowOfSameFile(holder, cluster));
    const holder = possible.length > 1 ? nearestInTime(possible, cluster) : possible[0];
    if (holder) absorb(holder, cluster);
    else rest.push(cluster);
  }
  const joined = joinBy(rest, (cluster) => [...cluster.addresses], areOfOtherFiles);
  return [...kept, ...joined].sort((a, b) => a.order - b.order);
}

/** Two rows of one file with one address but only one hardware address: the file itself tells them apart. */
function isOtherRowOfSameFile(a: Cluster, b: Cluster): boolean {
  return (
    [...a.files].some((file) => b.files.has(file)) &&
    a.sightings.every((one) =>
      b.sightings.every((other) => one.row.file !== other.row.file || one.address !== other.address),
    )
  );
}

function nearestInTime(possible: readonly Cluster[], cluster: Cluster): Cluster | undefined {
  const seen = newest(cluster);
  if (!seen) return undefined;
  const at = Date.parse(seen);
  return [...possible]
    .filter((one) => newest(one))
    .sort(
      (a, b) =>
        Math.abs(Date.parse(newest(a)!) - at) - Math.abs(Date.parse(newest(b)!) - at) || a.order - b.order,
    )[0];
}

function newest(cluster: Cluster): string | undefined {
  return cluster.sightings
    .map((sighting) => sighting.seen)
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** Names that stand at most once in each file, hostnames without their domain. */
function uniqueNames(clusters: readonly Cluster[]): (cluster: Cluster) => readonly string[] {
  const counts = new Map<string, number>();
  const keys = (cluster: Cluster) => [
    ...new Set(cluster.sightings.flatMap((sighting) => nameKeyOf(sighting) ?? [])),
  ];
  for (const cluster of clusters) {
    for (const key of keys(cluster)) {
      for (const file of cluster.files) counts.set(`${file}|${key}`, (counts.get(`${file}|${key}`) ?? 0) + 1);
    }
  }
  return (cluster) =>
    cluster.sightings.some((sighting) => sighting.count > 1)
      ? []
      : keys(cluster).filter((key) => [...cluster.files].every((file) => counts.get(`${file}|${key}`) === 1));
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 0 || b.size === 0 || [...a].some((value) => b.has(value));
}

/** Nothing but addresses and open ports. */
function isBare(cluster: Cluster): boolean {
  return (
    cluster.macs.size === 0 &&
    cluster.sightings.every(
      (sighting) =>
        !(
          sighting.name ??
          sighting.hostname ??
          sighting.brand ??
          sighting.model ??
          sighting.serial ??
          sighting.assetTag ??
          sighting.id ??
          sighting.purchaseText ??
          sighting.type
        ) && sighting.signals.every(({ signal }) => signal === 'open port' || signal === 'mac vendor'),
    )
  );
}

/** Fields where a difference between files is told. */
const compared = ['brand', 'model', 'serial', 'mac', 'site', 'firmware', 'purchased'] as const;

function deviceOf(cluster: Cluster, routers: ReadonlyMap<string, unknown>): Device {
  const sightings = cluster.sightings;
  const first = <K extends keyof Sighting>(key: K): Sighting[K] | undefined =>
    sightings.find((sighting) => sighting[key] !== undefined)?.[key];
  const router = sightings.find((sighting) => sighting.mac && routers.has(sighting.mac))?.mac;
  const mac = [...cluster.macs][0];
  const signals: { signal: string; value: string; seen?: NonNullable<Sighting['seen']>; row: FileRow }[] = [];
  const add = (signal: string, value: string, row: FileRow, seen?: Sighting['seen']) => {
    if (!signals.some((known) => known.signal === signal && known.value === value))
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
    count: Math.max(...sightings.map((sighting) => sighting.count)),
    signals,
    facts:
      sightings.length === 1
        ? (sightings[0]!.facts ?? {})
        : Object.assign({}, ...sightings.map(({ facts }) => facts ?? {})),
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

function withUniqueIds(devices: readonly Device[]): Device[] {
  const seen = new Map<string, number>();
  return devices.map((device) => {
    const count = (seen.get(device.id) ?? 0) + 1;
    seen.set(device.id, count);
    return count === 1 ? device : { ...device, id: `${device.id} (${count})` };
  });
}
