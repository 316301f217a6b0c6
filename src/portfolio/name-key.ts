import type { Sighting } from './sighting.ts';

/** The name by which two files may mean the same device: lower case, a hostname without its domain. */
export function nameKeyOf(sighting: Pick<Sighting, 'name' | 'hostname'>): string | undefined {
  const name = (sighting.name ?? sighting.hostname)?.trim().toLowerCase();
  if (!name) return undefined;
  const isHostname = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name);
  return isHostname ? name.split('.')[0] : name;
}
