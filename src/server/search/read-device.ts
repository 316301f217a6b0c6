import type { Engine } from '../../engine/index.ts';
import type { MakerFinding } from '../../exposure/index.ts';
import { type Device, macText, type Portfolio, readMac } from '../../model/index.ts';

/** What a text says where it is read as a sign of a device. */
export interface DeviceReading {
  readonly reading: 'MAC address' | 'model number' | 'brand';
  readonly text: string;
  readonly finding: MakerFinding;
}

/** A text as hardware address, brand or model number of a device; nothing where it points to no maker. */
export function readDevice(engine: Engine, text: string): DeviceReading | undefined {
  const mac = readMac(text);
  if (mac) return { reading: 'MAC address', text: macText(mac), finding: identify(engine, { mac }) };
  const isBrand = engine.casebook.brands.some(({ brand }) => spellings(brand).includes(text.toLowerCase()));
  if (isBrand) return { reading: 'brand', text, finding: identify(engine, { brand: text }) };
  if (!/\d/.test(text) || !/^[\w\-./+ ()]{3,40}$/.test(text)) return undefined;
  const finding = identify(engine, { model: text });
  return finding.evidence.length === 0 ? undefined : { reading: 'model number', text, finding };
}

/** `Interlogix / TruVision (UTC)` is searched for as either name. */
function spellings(brand: string): string[] {
  const names = brand.replace(/\(.*\)/, '').split('/');
  return [brand, ...names].map((name) => name.trim().toLowerCase());
}

function identify(engine: Engine, clue: Pick<Device, 'mac'> | Pick<Device, 'brand'> | Pick<Device, 'model'>) {
  const device: Device = {
    kind: 'device',
    id: 'searched',
    rows: [],
    count: 1,
    signals: [],
    facts: {},
    ...clue,
  };
  return engine.knowledge(portfolioOf(device)).identify(device);
}

function portfolioOf(device: Device): Portfolio {
  return {
    id: 'search',
    title: '',
    invented: false,
    actor: { jurisdictions: [], roles: [] },
    facts: {},
    sites: [],
    assets: [device],
    files: [],
  };
}
