import { Random } from './random.ts';
import { type CatalogueRow, csv, day, ip, macText, prefixesOf, readCatalogue } from './shared.ts';

/** The sites: 20 elementary, 5 middle and 3 high schools, and four others. Towns and district are invented. */
export const sites: readonly (readonly [
  id: string,
  name: string,
  city: string,
  north: number,
  east: number,
  facts?: string,
])[] = [
  ['admin', 'District office', 'Harlow', 38.364, -97.664],
  ['transport', 'Transportation and warehouse', 'Harlow', 38.352, -97.681],
  ['stadium', 'Harlow Prairie stadium', 'Harlow', 38.371, -97.652],
  ['safety', 'District police and dispatch', 'Harlow', 38.362, -97.667, 'purpose: public safety'],
  ['harlow-hs', 'Harlow High School', 'Harlow', 38.369, -97.655],
  ['benton-hs', 'Benton Flats High School', 'Benton Flats', 38.297, -97.531],
  ['tollgate-hs', 'Tollgate High School', 'Tollgate', 38.442, -97.803],
  ['cutter-ms', 'Cutter Creek Middle School', 'Harlow', 38.358, -97.645],
  ['mill-ms', 'Old Mill Middle School', 'Harlow', 38.375, -97.672],
  ['benton-ms', 'Benton Flats Middle School', 'Benton Flats', 38.294, -97.537],
  ['tollgate-ms', 'Tollgate Middle School', 'Tollgate', 38.445, -97.799],
  ['ridge-ms', 'Stone Ridge Middle School', 'Marl', 38.241, -97.742],
  ...(
    [
      ['Bluestem', 'Harlow', 38.361, -97.648],
      ['Cottonwood', 'Harlow', 38.366, -97.675],
      ['Eastgate', 'Harlow', 38.363, -97.638],
      ['Depot Street', 'Harlow', 38.359, -97.662],
      ['Prairie View', 'Harlow', 38.378, -97.659],
      ['Westbrook', 'Harlow', 38.365, -97.689],
      ['Northfield', 'Harlow', 38.384, -97.664],
      ['Grainbelt', 'Harlow', 38.349, -97.657],
      ['Benton North', 'Benton Flats', 38.301, -97.529],
      ['Benton South', 'Benton Flats', 38.288, -97.534],
      ['Sandpit Lane', 'Benton Flats', 38.295, -97.522],
      ['Tollgate', 'Tollgate', 38.44, -97.807],
      ['Ferry Road', 'Tollgate', 38.448, -97.811],
      ['Limestone', 'Marl', 38.239, -97.739],
      ['Marl Primary', 'Marl', 38.243, -97.748],
      ['Osage Bend', 'Osage Bend', 38.512, -97.589],
      ['Switchgrass', 'Osage Bend', 38.508, -97.594],
      ['Larkspur', 'Dry Fork', 38.187, -97.611],
      ['Windmill', 'Dry Fork', 38.191, -97.604],
      ['Kettle Hill', 'Kettle', 38.412, -97.468],
    ] as const
  ).map(
    ([name, city, north, east]) =>
      [
        `${name.toLowerCase().replaceAll(' ', '-')}-es`,
        `${name} Elementary School`,
        city,
        north,
        east,
      ] as const,
  ),
];

const rooms = [
  'Main entrance',
  'Front office',
  'Hallway A',
  'Hallway B',
  'Hallway C',
  'Gym',
  'Cafeteria',
  'Library',
  'Bus loop',
  'Parking lot',
  'Playground',
  'Stairwell N',
  'Stairwell S',
  'Loading dock',
  'Vestibule',
  'Computer lab',
];
const suppliers = [
  'Flatland Low Voltage LLC',
  'Tri-Creek Security Supply',
  'Sunflower Network Services Inc',
  'Corbel Camera & Access',
  'Purchasing card',
];
const header = [
  'Asset Tag',
  'Site',
  'Room',
  'Device Name',
  'Type',
  'Manufacturer',
  'Model',
  'MAC Address',
  'IP Address',
  'Serial Number',
  'HTTP Server',
  'Description',
  'PO',
  'Supplier',
  'Purchase Date',
  'Unit Cost',
  'Currency',
  'Funding',
  'Notes',
];
type Row = Record<string, string>;

/** One purchase: the same order number, day and price for all its units. */
interface Lot {
  readonly po: string;
  readonly supplier: string;
  readonly bought: string;
  readonly price: string;
  readonly federal: boolean;
}

/** The device register of the school district: about 700 cameras on 32 sites, with what real registers get wrong. */
export function schoolDevices(): string {
  const random = new Random(20220601);
  const catalogue = readCatalogue();
  const rows: Row[] = [];
  const cameras: CatalogueRow[] = catalogue.flatMap((row) => Array.from({ length: row.weight }, () => row));
  const order = random.shuffle(cameras);
  const lots = new Map<string, Lot>();
  const seats = sites.flatMap((site) => Array.from({ length: seatsOf(site[0]) }, () => site));
  for (const [at, item] of order.entries()) {
    const site = seats[Math.floor((at / order.length) * seats.length)]!;
    const year = random.between(item.first, item.last);
    const lotKey = `${item.model} ${year}`;
    let lot = lots.get(lotKey);
    if (!lot) {
      // Grant money for school safety and for the pandemic came from 2018 and from 2021.
      const federal = (year >= 2021 && random.chance(0.5)) || (year === 2018 && random.chance(0.3));
      lot = {
        po: `P${year - 2000}-${random.digits(5)}`,
        supplier: random.pick(suppliers),
        bought: day(random, year),
        price: `${random.between(item.low, item.high)}.${random.pick(['00', '50', '99', '25'])}`,
        federal,
      };
      lots.set(lotKey, lot);
    }
    rows.push(deviceRow(random, item, site[1], lot));
  }
  blemish(random, rows);
  rows.push(...unknownDevices(random), ...trapDevices(random));
  rows.sort((a, b) => siteOrder(a.Site!) - siteOrder(b.Site!));
  rows.forEach((row, at) => {
    row['Asset Tag'] = `HP-${String(10_001 + at)}`;
    row['IP Address'] = row['IP Address'] === 'none' ? '' : ip(at);
    row['Device Name'] ||=
      `${shortSite(row.Site!)}-${row.Type === 'recorder' ? 'nvr' : row.Type === 'camera' ? 'cam' : 'dev'}-${String(at % 97).padStart(2, '0')}`;
  });
  return csv(header, rows);
}

/** High schools have thrice the cameras of a small school, middle schools twice. */
function seatsOf(site: string): number {
  return site.endsWith('-hs') ? 3 : site.endsWith('-ms') ? 2 : 1;
}

function siteOrder(name: string): number {
  return sites.findIndex((site) => site[1] === name);
}

function shortSite(name: string): string {
  return sites.find((site) => site[1] === name)![0];
}

function deviceRow(random: Random, item: CatalogueRow, site: string, lot: Lot): Row {
  const mac = item.registrant === '' ? '' : macText(random, random.pick(prefixesOf(item.registrant)));
  const shipped = lot.bought.slice(0, 10).replaceAll('-', '');
  const serial = item.serial
    .replace('{date}', shipped)
    .replace(/\{(\d+)\}/, (_, count) => random.digits(Number(count)));
  return {
    Site: site,
    Room: item.type === 'recorder' ? 'MDF closet' : random.pick(rooms),
    Type: item.type,
    Manufacturer: item.label,
    Model: item.model,
    'MAC Address': mac,
    'Serial Number': serial,
    'HTTP Server': item.server !== '' && random.chance(0.35) ? item.server : '',
    Description: item.text,
    PO: lot.po,
    Supplier: lot.supplier,
    'Purchase Date': lot.bought,
    'Unit Cost': lot.price,
    Currency: 'USD',
    Funding: lot.federal ? 'federal grant' : 'own funds',
    Notes: lot.federal ? 'School safety grant' : '',
  };
}

/** What people leave out or write otherwise: a label missing, a model without hyphens, no MAC, an odd spelling. */
function blemish(random: Random, rows: Row[]): void {
  for (const row of rows) {
    if (random.chance(0.14)) row['MAC Address'] = '';
    if (random.chance(0.05)) row.Manufacturer = '';
    if (random.chance(0.04)) row.Model = row.Model!.replaceAll('-', '').toLowerCase();
    if (random.chance(0.03)) row['MAC Address'] = row['MAC Address']!.replaceAll(':', '-').toLowerCase();
    if (row.Manufacturer === 'Hikvision' && random.chance(0.05))
      row.Manufacturer = random.pick(['HIK VISION', 'Hikvison', 'hikvision ']);
    if (random.chance(0.06)) row['Serial Number'] = '';
    if (random.chance(0.02))
      row.Notes = random.pick([
        'offline since storm',
        'lens fogged',
        'replace this summer?',
        'moved from annex',
      ]);
  }
}

/** Devices whose label says nothing; for some the MAC prefix still tells the maker. */
function unknownDevices(random: Random): Row[] {
  const makers = [
    ...Array.from({ length: 11 }, () => 'Hikvision'),
    ...Array.from({ length: 4 }, () => 'Dahua'),
    ...Array.from({ length: 3 }, () => 'Uniview'),
    ...Array.from({ length: 24 }, () => ''),
  ];
  return makers.map((maker) => ({
    Site: random.pick(sites)[1],
    Room: random.pick(rooms),
    Type: 'camera',
    Manufacturer: random.pick(['', 'Unknown', 'generic', 'OEM', '']),
    Model: '',
    'MAC Address': maker === '' ? '' : macText(random, random.pick(prefixesOf(maker))),
    Description: random.pick([
      'dome camera white',
      'IP CAMERA 4MP (installer supplied)',
      'security camera',
      'bullet cam, no label',
      'camera from bond project',
    ]),
    Supplier: random.chance(0.5) ? random.pick(suppliers) : '',
    'Purchase Date': random.chance(0.4) ? day(random, random.between(2017, 2021)) : '',
    Funding: '',
    Notes: random.chance(0.3) ? 'label painted over' : '',
  }));
}

/** Things that look like what they are not, and addresses that say nothing of the device. */
function trapDevices(random: Random): Row[] {
  const row = (
    site: string,
    type: string,
    brand: string,
    model: string,
    mac: string,
    text: string,
    more: Row = {},
  ): Row => ({
    Site: sites.find((one) => one[0] === site)![1],
    Room: 'MDF closet',
    Type: type,
    Manufacturer: brand,
    Model: model,
    'MAC Address': mac,
    Description: text,
    Currency: 'USD',
    Funding: 'own funds',
    ...more,
  });
  const router = '00:1B:67:4A:20:01';
  return [
    row('admin', 'storage', 'Synology', 'DS923+', macText(random, '9009D0'), 'SYNOLOGY DISKSTATION 4 BAY', {
      'Purchase Date': '2022-11-29',
      'Unit Cost': '599.99',
    }),
    row('harlow-hs', 'storage', 'Synology', 'DS920+', macText(random, '001132'), 'SYNOLOGY NAS YEARBOOK', {
      'Purchase Date': '2021-02-11',
      'Unit Cost': '549.99',
    }),
    row('benton-hs', 'storage', '', 'DS920+', '', 'NAS FOR VIDEO ARCHIVE', {
      'Purchase Date': '2021-03-08',
      'Unit Cost': '549.99',
    }),
    row(
      'transport',
      'scale',
      'Dahua Scale',
      'TCS-300',
      `40:2C:76:1${random.hex(1)}:${random.hex(2)}:${random.hex(2)}`,
      'PLATFORM SCALE WAREHOUSE, SHANGHAI DAHUA SCALE FACTORY',
      { 'Purchase Date': '2019-05-14', 'Unit Cost': '389.00', Room: 'Receiving' },
    ),
    row(
      'transport',
      'switch',
      'TP-Link',
      'TL-SG1016PE',
      macText(random, prefixesOf('TP-Link')[0]!),
      'POE SWITCH 16 PORT',
      { 'Purchase Date': '2020-09-02', 'Unit Cost': '189.99' },
    ),
    ...['Hallway A', 'Gym', 'Bus loop', 'Playground'].map((room) =>
      row('kettle-hill-es', 'camera', '', '', router, 'camera behind site router', {
        Room: room,
        Notes: 'MAC read at the router',
        'Purchase Date': '2020-08-19',
      }),
    ),
    ...['Hallway A', 'Cafeteria', 'Parking lot'].map((room) =>
      row(
        'windmill-es',
        'camera',
        '',
        '',
        `0${random.pick(['2', '6', 'A', 'E'])}:${[1, 2, 3, 4, 5].map(() => random.hex(2)).join(':')}`,
        'wireless bridge camera',
        { Room: room, Notes: 'address set by the bridge' },
      ),
    ),
    row('larkspur-es', 'camera', 'ProView', '', '', 'kit camera from auction', {
      'HTTP Server': 'uc-httpd 1.0.0',
      Room: 'Vestibule',
    }),
    row('osage-bend-es', 'camera', '', 'Hi3516 module', '', 'camera module repair part', {
      Room: 'IT bench',
    }),
  ];
}
