import { nameKeyOf } from './name-key.ts';
import type { Sighting } from './sighting.ts';

/** A growing device: its sightings and the keys that they have. */
export interface Cluster {
  readonly order: number;
  readonly sightings: Sighting[];
  readonly macs: Set<string>;
  readonly serials: Set<string>;
  readonly tags: Set<string>;
  readonly ids: Set<string>;
  readonly addresses: Set<string>;
  readonly files: Set<string>;
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

/** A key that so many rows of one file have, or so many devices that are told apart otherwise, identifies none. */
const mostHolders = 200;

export function joinBy(
  clusters: readonly Cluster[],
  keysOf: (cluster: Cluster) => readonly string[],
  mayJoin: (a: Cluster, b: Cluster) => boolean = () => true,
): Cluster[] {
  const byKey = new Map<string, readonly Cluster[]>();
  const common = commonKeys(clusters, keysOf, mayJoin === areOfOtherFiles);
  const joinedInto = new Map<Cluster, Cluster>();
  const current = (cluster: Cluster): Cluster => {
    let at = cluster;
    for (let next = joinedInto.get(at); next; next = joinedInto.get(at)) at = next;
    return at;
  };
  for (const cluster of clusters) {
    for (const key of keysOf(cluster)) {
      if (common.has(key)) continue;
      const own = current(cluster);
      const holders = new Set(byKey.get(key)?.map(current));
      const partner = [...holders].find(
        (other) => other !== own && !contradict(other, own) && mayJoin(other, own),
      );
      if (partner) {
        absorb(partner, own);
        joinedInto.set(own, partner);
      }
      byKey.set(key, [...holders.add(current(own))]);
    }
  }
  return clusters.filter((cluster) => !joinedInto.has(cluster));
}

export function areOfOtherFiles(a: Cluster, b: Cluster): boolean {
  return ![...a.files].some((file) => b.files.has(file));
}

/** Keys such as `0001` in every row of a register: to compare all who have them would take for ever and join nobody. */
function commonKeys(
  clusters: readonly Cluster[],
  keysOf: (cluster: Cluster) => readonly string[],
  isByFile: boolean,
): ReadonlySet<string> {
  const told = new Map<string, Set<string>>();
  const inFile = new Map<string, Map<string, number>>();
  for (const cluster of clusters) {
    for (const key of keysOf(cluster)) {
      const others = told.get(key) ?? new Set();
      told.set(key, others);
      for (const field of ['macs', 'serials', 'tags'] as const)
        for (const value of cluster[field]) others.add(`${field} ${value}`);
      const counts = inFile.get(key) ?? new Map<string, number>();
      inFile.set(key, counts);
      for (const file of cluster.files) counts.set(file, (counts.get(file) ?? 0) + 1);
    }
  }
  const common = new Set<string>();
  for (const [key, others] of told) if (others.size > mostHolders) common.add(key);
  if (isByFile) {
    for (const [key, counts] of inFile)
      for (const count of counts.values()) if (count > mostHolders) common.add(key);
  }
  return common;
}

function absorb(into: Cluster, from: Cluster): void {
  for (const sighting of from.sightings) into.sightings.push(sighting);
  for (const key of ['macs', 'serials', 'tags', 'ids', 'addresses', 'files'] as const)
    for (const value of from[key]) into[key].add(value);
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
    for (const address of cluster.addresses) {
      const known = holders.get(address);
      if (known) known.push(cluster);
      else holders.set(address, [cluster]);
    }
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
