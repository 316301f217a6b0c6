import { nameKeyOf } from './name-key.ts';
import type { Sighting } from './sighting.ts';

/** A growing device: its sightings and the keys that they have. */
export interface Cluster {
  readonly order: number;
  sightings: Sighting[];
  macs: Set<string>;
  serials: Set<string>;
  tags: Set<string>;
  ids: Set<string>;
  addresses: Set<string>;
  files: Set<string>;
}

export function clusterOf(sighting: Sighting, order: number, routers: ReadonlyMap<string, unknown>): Cluster {
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

export function joinBy(
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

export function areOfOtherFiles(a: Cluster, b: Cluster): boolean {
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
export function joinByAddress(clusters: readonly Cluster[]): Cluster[] {
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
export function uniqueNames(clusters: readonly Cluster[]): (cluster: Cluster) => readonly string[] {
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

export function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === 0 || b.size === 0 || [...a].some((value) => b.has(value));
}
