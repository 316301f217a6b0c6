import { readFileSync } from 'node:fs';
import { csvLine, csvRecords } from '../../../src/formats/index.ts';
import type { Random } from './random.ts';

export interface CatalogueRow {
  readonly label: string;
  readonly model: string;
  readonly type: string;
  /** Whose MAC prefix it carries; blank where the unit shows none. */
  readonly registrant: string;
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly last: number;
  /** How many the school district has. */
  readonly weight: number;
  readonly text: string;
  readonly server: string;
  readonly serial: string;
}

const near = (name: string) => readFileSync(new URL(name, import.meta.url));

export function readCatalogue(): CatalogueRow[] {
  return [...csvRecords([near('catalogue.csv')], { file: 'catalogue.csv' })].map(({ values }) => ({
    label: values.label!,
    model: values.model!,
    type: values.type!,
    registrant: values.registrant!,
    low: Number(values.low),
    high: Number(values.high),
    first: Number(values.first),
    last: Number(values.last),
    weight: Number(values.weight),
    text: values.text!,
    server: values.server!,
    serial: values.serial!,
  }));
}

/** Registered prefixes of 24 bits that are not in the signature table (IEEE registry, npm oui-data 2.1.9). */
const others: Readonly<Record<string, readonly string[]>> = {
  Axis: ['ACCC8E', 'B8A44F'],
  Hanwha: ['000918', 'E43022'],
  Honeywell: ['58FCC8', 'C4EFDA'],
  TRENDnet: ['D8EB97', '3C8CF8'],
};

const prefixes = new Map<string, string[]>();
for (const { values } of csvRecords([near('../../mac-prefixes.csv')], { file: 'mac-prefixes.csv' })) {
  if (values.bits !== '24') continue;
  const maker = values.makerName!.replace(/ [(/].*$/, '').replace('Bosch Security', 'Bosch');
  prefixes.set(maker, [...(prefixes.get(maker) ?? []), values.prefix!]);
}

export function prefixesOf(registrant: string): readonly string[] {
  const found = others[registrant] ?? prefixes.get(registrant);
  if (!found) throw new Error(`No prefix of ${registrant}.`);
  return found.slice(0, 12);
}

/** A MAC address under a prefix of 24 bits. */
export function macText(random: Random, prefix: string): string {
  const digits = prefix + random.hex(12 - prefix.length);
  return digits.match(/../g)!.join(':');
}

/** A day of term of a year, as `2021-07-14`; 2022 stops in May, before the day of the rehearsal. */
export function day(random: Random, year: number): string {
  const month = random.between(1, year === 2022 ? 5 : 12);
  return `${year}-${String(month).padStart(2, '0')}-${String(random.between(2, 28)).padStart(2, '0')}`;
}

/** Addresses of the blocks that are reserved for documentation (RFC 5737); blank after the last of them. */
export function ip(index: number): string {
  const nets = ['192.0.2', '198.51.100', '203.0.113'];
  const net = nets[Math.floor(index / 253)];
  return net === undefined ? '' : `${net}.${(index % 253) + 2}`;
}

export function csv(header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  return `${[header, ...rows.map((row) => header.map((name) => row[name] ?? ''))].map((cells) => csvLine(cells)).join('\n')}\n`;
}
