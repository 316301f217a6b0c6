import { isUnitMac, readMac } from '../../model/index.ts';
import { readAddress, readCountry, readStreamPath } from '../cell-values.ts';
import { present } from '../reading.ts';
import type { Sighting } from '../sighting.ts';
import type { MappedRow } from './table-row.ts';

/** Columns that are taken over as signals, as they are. */
const signalFields: readonly (readonly [field: string, signal: string])[] = [
  ['macVendor', 'mac vendor'],
  ['httpServer', 'http server'],
  ['rtspServer', 'rtsp server'],
  ['realm', 'realm'],
  ['httpTitle', 'http title'],
  ['certificate', 'certificate subject'],
  ['favicon', 'favicon'],
  ['onvif', 'onvif hardware'],
  ['onvifName', 'onvif name'],
  ['product', 'service product'],
  ['cpe', 'cpe'],
  ['chip', 'chip'],
  ['driver', 'description'],
  ['supplier', 'supplier'],
];

/** Hosts of a lease or neighbour table that are not there. */
const absentStates = /^(down|failed|incomplete|expired|declined|invalid)$/i;

/** The device that a row of a register, lease table or spreadsheet shows; nothing where the row shows none. */
export function sightingOfRow(row: MappedRow): Sighting | undefined {
  if (absentStates.test(row.text('hostState') ?? '')) return undefined;
  const { mac, address } = addressesOfRow(row);
  const purchaseText = row.text('purchaseText');
  const shown = {
    brand: brandOfRow(row),
    model: unlessMac(row.text('model')),
    serial: row.text('serial'),
    mac,
    address,
    purchaseText,
    name: row.text('name'),
    hostname: row.text('hostname'),
    assetTag: row.text('assetTag'),
    id: row.text('id'),
  };
  if (!Object.values(shown).some((value) => value !== undefined)) return undefined;
  const country = row.text('country');
  return {
    ...present({
      ...shown,
      type: row.text('type'),
      site: row.text('site'),
      firmware: row.text('firmware'),
      notes: row.text('notes'),
      country: country === undefined ? undefined : (readCountry(country) ?? country),
      purchased: row.day('purchased'),
      cost: row.amount('cost'),
      seen: row.day('seen'),
    }),
    row: row.row,
    count: row.count('count'),
    signals: signalsOf(row),
    facts: factsOf(row.text('purpose'), row.text('funding')),
  };
}

const knownFacts = new Map<string, Readonly<Record<string, string>>>();

/** Equal statements are one object, so that what the law makes of them is found by it and not read again for each row. */
function factsOf(purpose: string | undefined, funding: string | undefined): Readonly<Record<string, string>> {
  const key = `${purpose ?? ''}\u0000${funding ?? ''}`;
  let facts = knownFacts.get(key);
  if (!facts) {
    facts = Object.freeze(present({ purpose, funding }));
    if (knownFacts.size > 5_000) knownFacts.clear();
    knownFacts.set(key, facts);
  }
  return facts;
}

/** The hardware address, if of a unit, and the network address that a row states. */
export function addressesOfRow(row: MappedRow): { mac: string | undefined; address: string | undefined } {
  const cells = [row.text('mac'), ...['brand', 'model'].map((field) => row.text(field)).filter(isMacText)];
  const mac = cells.flatMap((cell) => (cell === undefined ? [] : (macOfCell(cell) ?? []))).find(isUnitMac);
  const addressCell = row.text('address');
  return {
    mac,
    address: addressCell === undefined ? undefined : addressOfCell(addressCell),
  };
}

/** A hardware address and nothing else, written with its separators: no brand and no model is. */
function isMacText(cell: string | undefined): boolean {
  return cell !== undefined && /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(cell.trim());
}

/** Where hardware address and brand stand in each other's columns, the brand is in that of the address. */
function brandOfRow(row: MappedRow): string | undefined {
  const [brand, mac] = [row.text('brand'), row.text('mac')];
  if (!isMacText(brand)) return brand;
  return mac !== undefined && macOfCell(mac) === undefined ? mac : undefined;
}

function unlessMac(cell: string | undefined): string | undefined {
  return isMacText(cell) ? undefined : cell;
}

const macInText =
  /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[0-9a-f]{4}[.-][0-9a-f]{4}[.-][0-9a-f]{4}|\b[0-9a-f]{12}\b/gi;

/**
 * The hardware address of a cell, alone or among other words, the first of several that is one of a unit. A DHCP client
 * id leads it with the kind of network (`01`); a spreadsheet that took it for a number has cut its zeros.
 */
export function macOfCell(cell: string): string | undefined {
  const alone = readMac(cell);
  if (alone !== undefined) return alone;
  const digits = cell.trim().replace(/[:.-]/g, '');
  if (/^01[0-9a-f]{12}$/i.test(digits)) return digits.slice(2).toUpperCase();
  if (/^\d{8,11}$/.test(cell.trim())) return cell.trim().padStart(12, '0');
  const found = (cell.match(macInText) ?? []).flatMap((text) => readMac(text) ?? []);
  return found.find(isUnitMac) ?? found[0];
}

/** The first network address of a cell, which may list several; the IPv4 one where there is one. */
function addressOfCell(cell: string): string | undefined {
  const alone = readAddress(cell);
  if (alone !== undefined) return alone;
  const found = cell.split(/[\s,;|[\]"']+/).flatMap((part) => readAddress(part) ?? []);
  return found.find((one) => !one.includes(':')) ?? found[0];
}

function signalsOf(row: MappedRow): { signal: string; value: string }[] {
  const signals = signalFields.flatMap(([field, signal]) => {
    const value = row.text(field);
    return value === undefined ? [] : [{ signal, value }];
  });
  const path = row.text('streamPath');
  const clean = path === undefined ? undefined : readStreamPath(path);
  if (clean) signals.push({ signal: 'stream path', value: clean });
  const banner = row.text('banner');
  if (banner) signals.push(...bannerSignals(banner));
  for (const scope of (row.text('onvifScopes') ?? '')
    .split(/\s+/)
    .filter((part) => part.startsWith('onvif://'))) {
    signals.push(...onvifSignals(scope));
  }
  for (const tag of (row.text('tag') ?? '').split(/[\s,;]+/)) {
    // Of all that people tag, only this one changes what a banner is worth.
    if (/honeypot/i.test(tag)) signals.push({ signal: 'tag', value: tag });
  }
  for (const port of `${row.text('ports') ?? ''} ${row.text('openPort') ?? ''}`
    .split(/[\s,;|]+/)
    .filter((part) => /^(tcp\/|udp\/)?\d{2,5}(\/(tcp|udp))?$/.test(part))) {
    const [, number = ''] = /(\d+)/.exec(port) ?? [];
    signals.push({ signal: 'open port', value: `${/udp/.test(port) ? 'udp' : 'tcp'}/${number}` });
  }
  return signals;
}

/** The lines of a raw banner that tell the maker; the others, which may hold credentials, are not kept. */
export function bannerSignals(banner: string): { signal: string; value: string }[] {
  const signals: { signal: string; value: string }[] = [];
  const isStream = /^RTSP\//i.test(banner);
  const lines = banner.split(/\r\n|\r|\n|\\r\\n/);
  for (const line of lines) {
    const server = /^Server:\s*(.+)$/i.exec(line)?.[1]?.trim();
    if (server) signals.push({ signal: isStream ? 'rtsp server' : 'http server', value: server });
    const realm = /\brealm="?([^",]+)"?/i.exec(line)?.[1]?.trim();
    if (realm) signals.push({ signal: 'realm', value: realm });
    const location = /^(?:Location|Content-Base):\s*(.+)$/i.exec(line)?.[1]?.trim();
    const path = location ? readStreamPath(location) : undefined;
    if (path) signals.push({ signal: 'http location', value: path });
    const ssh = /^(SSH-2\.0-\S+)/.exec(line)?.[1];
    if (ssh) signals.push({ signal: 'ssh banner', value: ssh });
  }
  if (
    lines.length === 1 &&
    signals.length === 0 &&
    banner.length <= 200 &&
    !/pass|user|cookie|authoriz|community|token/i.test(banner)
  ) {
    signals.push({ signal: 'banner', value: banner });
  }
  return signals;
}

/** An ONVIF scope as signals: `hardware`, `name` and `MAC` carry evidence, the others do not. */
export function onvifSignals(scope: string): { signal: string; value: string }[] {
  const match = /^onvif:\/\/www\.onvif\.org\/([^/]+)\/(.+)$/i.exec(scope);
  const kind = match?.[1]?.toLowerCase();
  if (!match || !kind || !['hardware', 'name', 'mac'].includes(kind)) return [];
  return [{ signal: `onvif ${kind}`, value: decodePercent(match[2]!) }];
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
