import { Random } from './random.ts';
import { csv, day, ip, macText, prefixesOf, readCatalogue } from './shared.ts';

const header = [
  'Asset ID',
  'Site',
  'Room',
  'Asset Name',
  'Category',
  'Manufacturer',
  'Model Number',
  'MAC',
  'IP Address',
  'Serial',
  'Vendor',
  'Purchase Date',
  'Purchase Cost',
  'Currency',
  'Purpose',
  'Notes',
];

/** Which models the contractor has, where, and how many; `unknown` rows are leased space. */
const inventory: readonly (readonly [site: string, model: string, count: number, vendor: string])[] = [
  ['Marrow Creek headquarters', 'P3245-V', 9, 'Halyard Systems Integration LLC'],
  ['Marrow Creek headquarters', 'DS-2CD2143G0-I', 4, 'Halyard Systems Integration LLC'],
  ['Marrow Creek headquarters', 'DS-7616NI-K2/16P', 1, 'Halyard Systems Integration LLC'],
  ['Fort Worth integration floor', 'XND-6080', 8, 'Halyard Systems Integration LLC'],
  ['Fort Worth integration floor', 'CMIP9382W-28M', 5, 'Panhandle Wire & Video'],
  ['Fort Worth integration floor', 'TVD-5305', 4, 'Panhandle Wire & Video'],
  ['Huntsville field office', 'QNV-8080R', 6, 'Halyard Systems Integration LLC'],
  ['Huntsville field office', 'HEN16304', 1, 'Leased with the building'],
  ['Huntsville field office', 'HED3PR3', 6, 'Leased with the building'],
  ['Norfolk warehouse', '0E-40DI28', 7, 'Panhandle Wire & Video'],
  ['Norfolk warehouse', 'IPC-HFW2431S-S-S2', 3, 'Panhandle Wire & Video'],
  ['San Diego pier office', '2.0C-H5M-DO1-IR', 5, 'Halyard Systems Integration LLC'],
  ['Tysons proposal centre', 'IPC-B140H-M', 2, 'Leased with the building'],
];

/** The contractor's own equipment: what section 889 calls use, whoever the customer is. */
export function contractorDevices(): string {
  const random = new Random(889);
  const catalogue = new Map(readCatalogue().map((row) => [row.model, row]));
  const rows: Record<string, string>[] = [];
  for (const [site, model, count, vendor] of inventory) {
    const item = catalogue.get(model)!;
    const bought = day(random, random.between(item.first, Math.min(item.last, 2021)));
    for (let unit = 1; unit <= count; unit++) {
      rows.push({
        Site: site,
        Room: random.pick(['Lobby', 'Perimeter', 'Server room', 'Bench', 'Dock', 'Corridor']),
        'Asset Name': `${item.type}-${unit}`,
        Category: item.type,
        Manufacturer: item.label,
        'Model Number': item.model,
        MAC:
          item.registrant === '' || random.chance(0.1)
            ? ''
            : macText(random, random.pick(prefixesOf(item.registrant))),
        Serial: item.serial
          .replace('{date}', bought.replaceAll('-', ''))
          .replace(/\{(\d+)\}/, (_, digits) => random.digits(Number(digits))),
        Vendor: vendor,
        'Purchase Date': bought,
        'Purchase Cost': `${random.between(item.low, item.high)}.00`,
        Currency: 'USD',
        Purpose: 'security of own premises',
        Notes: vendor.startsWith('Leased') ? 'belongs to the landlord' : '',
      });
    }
  }
  for (const note of ['landlord camera, no access', 'landlord camera, no access', 'no label']) {
    rows.push({
      Site: 'Tysons proposal centre',
      Room: 'Corridor',
      'Asset Name': 'camera',
      Category: 'camera',
      Manufacturer: 'Unknown',
      Vendor: 'Leased with the building',
      Purpose: 'security of own premises',
      Notes: note,
    });
  }
  rows.push({
    Site: 'Norfolk warehouse',
    Room: 'Dock',
    'Asset Name': 'floor scale',
    Category: 'scale',
    Manufacturer: 'Shanghai Dahua Scale Factory',
    'Model Number': 'TCS-500',
    MAC: `40:2C:76:1${random.hex(1)}:${random.hex(2)}:${random.hex(2)}`,
    Vendor: 'Tidewater Weighing Co.',
    'Purchase Date': '2018-10-09',
    'Purchase Cost': '512.00',
    Currency: 'USD',
    Notes: '',
  });
  rows.forEach((row, at) => {
    row['Asset ID'] = `MC-${String(4001 + at)}`;
    row['IP Address'] = ip(at);
  });
  return csv(header, rows);
}
