import { type Device, type FileRow, macText } from '../model/index.ts';
import {
  areOfOtherFiles,
  type Cluster,
  clusterOf,
  isSubset,
  joinBy,
  joinByAddress,
  uniqueNames,
} from './device-cluster.ts';
import { deviceOf } from './merged-device.ts';
import type { Sighting } from './sighting.ts';

/** One inventory out of many sightings. */
export interface MergedDevices {
  readonly devices: readonly Device[];
  /** Addresses that answered but show nothing of a device of their own, where other exports were at hand. */
  readonly bareAddresses: readonly { readonly address: string; readonly rows: readonly FileRow[] }[];
  readonly notices: readonly string[];
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

function withUniqueIds(devices: readonly Device[]): Device[] {
  const seen = new Map<string, number>();
  return devices.map((device) => {
    const count = (seen.get(device.id) ?? 0) + 1;
    seen.set(device.id, count);
    return count === 1 ? device : { ...device, id: `${device.id} (${count})` };
  });
}
