import ouiEntries from 'oui-data' with { type: 'json' };
import { loadCasebook } from '../src/casebook/index.ts';
import type { EquipmentKnowledge } from '../src/equipment/index.ts';
import type { Device } from '../src/model/index.ts';

let prepared: EquipmentKnowledge | undefined;

/** What the identifier knows in a clone: casebook and IEEE registry. */
export function equipmentKnowledge(): EquipmentKnowledge {
  if (!prepared) {
    const { brands, signatures } = loadCasebook();
    prepared = { brands, signatures, ouiEntries };
  }
  return prepared;
}

/** A device with only the given fields. */
export function device(fields: Partial<Device> & { signal?: Record<string, string> }): Device {
  const { signal = {}, ...rest } = fields;
  return {
    kind: 'device',
    id: 'x',
    rows: [],
    count: 1,
    facts: {},
    signals: Object.entries(signal).map(([name, value]) => ({ signal: name, value })),
    ...rest,
  };
}
