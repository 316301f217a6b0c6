import type { Device } from '../model/index.ts';
import { familyOf } from './clue.ts';
import type { FusedCandidate } from './fuse.ts';
import type { Gathered } from './gather.ts';
import type { RoleOfParty } from './identification.ts';

/** Separate, dated roles: a brand owner is not a maker, and a chip in a unit does not make its maker. */
export function rolesOf(
  device: Device,
  gathered: Gathered,
  maker: FusedCandidate | undefined,
): RoleOfParty[] {
  const roles: RoleOfParty[] = [];
  if (gathered.brand) {
    const mention = gathered.mentions[0]!;
    roles.push({
      role: 'brand owner',
      name: gathered.brandEntry?.name ?? gathered.brand,
      ...(gathered.brandEntry?.party ? { party: gathered.brandEntry.party } : {}),
      basis: `${mention.signal} "${mention.value}"`,
    });
  }
  if (maker) {
    const { name, party } = maker.pointer;
    const best = maker.clues[0]!.clue;
    const dated = maker.clues.find(({ clue }) => clue.from || clue.until)?.clue;
    roles.push({
      role: 'maker',
      name,
      ...(party ? { party } : {}),
      ...(dated?.from ? { from: dated.from } : {}),
      ...(dated?.until ? { until: dated.until } : {}),
      basis: `${best.signal} "${best.value}"`,
    });
    const firmware = maker.clues.find(
      ({ clue, weight }) => familyOf(clue.kind) === 'firmware' && weight > 1,
    )?.clue;
    if (firmware) {
      roles.push({
        role: 'firmware maker',
        name: maker.group,
        basis: `${firmware.signal} "${firmware.value}"`,
      });
    }
  }
  for (const use of gathered.components) {
    roles.push({
      role: 'chip maker',
      name: use.maker.name,
      ...(use.maker.party ? { party: use.maker.party } : {}),
      relation: use.fact.relation,
      grade: use.fact.grade,
      ...(use.from ? { from: use.from } : {}),
      ...(use.until ? { until: use.until } : {}),
      basis: use.fact.provenance.source,
    });
  }
  for (const { entry, text, signal } of gathered.chips) {
    roles.push({
      role: 'chip maker',
      name: entry?.name ?? text,
      ...(entry?.party ? { party: entry.party } : {}),
      basis: `${signal} "${text}"`,
    });
  }
  for (const { signal, value } of device.signals) {
    if (signal === 'supplier')
      roles.push({ role: 'reseller', name: value, basis: 'supplier stated in the register' });
    if (signal === 'firmware maker')
      roles.push({ role: 'firmware maker', name: value, basis: 'stated in the bill of material' });
  }
  if (device.countryOfProduction) {
    roles.push({
      role: 'country of production',
      name: device.countryOfProduction,
      basis: 'stated in the register',
    });
  }
  return roles;
}
