import { openEngine } from '../src/engine/index.ts';
import type { Asset, Contract, Day, Device, Holding, Portfolio, Vendor } from '../src/model/index.ts';

// A portfolio of 100,000 devices, 50,000 vendors, 10,000 contracts and 5,000 holdings, rehearsed on the casebook.
const counts = { devices: 100_000, vendors: 50_000, contracts: 10_000, holdings: 5_000 };

let seed = 20220601;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const engine = openEngine({ home: '.no-archive', today: '2026-11-22' as Day });
const template = engine.portfolio('harlow-prairie-school-district').portfolio;
const devices = template.assets.filter((asset): asset is Device => asset.kind === 'device');
const syllables = [
  'al',
  'ber',
  'cor',
  'dan',
  'el',
  'fen',
  'gar',
  'hol',
  'is',
  'jor',
  'kel',
  'lan',
  'mor',
  'nor',
  'os',
  'per',
  'quin',
  'ros',
  'sel',
  'tor',
  'ul',
  'ver',
  'wes',
  'yar',
  'zen',
];
const businesses = [
  'Plumbing',
  'Catering',
  'Logistics',
  'Consulting',
  'Electric',
  'Software',
  'Paper Supply',
  'Landscaping',
];
const company = () =>
  `${pick(syllables)}${pick(syllables)}${pick(syllables)} ${pick(businesses)} ${pick(['LLC', 'Inc.', 'Ltd', 'GmbH'])}`;
const listed = [
  'Hikvision USA, Inc.',
  'Dahua Technology USA Inc.',
  'Hangzhou Hikvision Digital Technology Co., Ltd.',
];
const name = () => (random() < 0.002 ? pick(listed) : company());
const money = () => ({ minor: Math.floor(random() * 1e7), currency: 'USD' });
const rows = [{ file: 'made', line: 1 }];
const octet = () =>
  Math.floor(random() * 256)
    .toString(16)
    .toUpperCase()
    .padStart(2, '0');

const assets: Asset[] = [];
for (let at = 0; at < counts.devices; at++) {
  const like = pick(devices);
  const mac = like.mac === undefined ? {} : { mac: `${like.mac.slice(0, 6)}${octet()}${octet()}${octet()}` };
  assets.push({ ...like, ...mac, id: `d${at}`, count: 1 });
}
for (let at = 0; at < counts.vendors; at++) {
  assets.push({
    kind: 'vendor',
    id: `v${at}`,
    rows,
    name: name(),
    identifiers: [],
    spend: money(),
  } satisfies Vendor);
}
for (let at = 0; at < counts.contracts; at++) {
  assets.push({
    kind: 'contract',
    id: `c${at}`,
    rows,
    title: `Contract ${at}`,
    counterparty: name(),
    counterpartyRole: 'supplier',
    identifiers: [],
    value: money(),
    end: '2022-12-31' as Day,
    noticeDays: 30,
  } satisfies Contract);
}
for (let at = 0; at < counts.holdings; at++) {
  const isin = random() < 0.002 ? { isin: 'CNE100000PM8' } : {};
  assets.push({
    kind: 'holding',
    id: `h${at}`,
    rows,
    issuer: company(),
    identifiers: [],
    value: money(),
    ...isin,
  } satisfies Holding);
}
const portfolio: Portfolio = { ...template, id: 'large', assets };
const scenario = engine.scenario('hikvision-sdn');

/** Wall and processor time: on a machine that others use, the second is the one to compare. */
function timed<T>(work: () => T): { result: T; text: string } {
  const [cpu, from] = [process.cpuUsage(), performance.now()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  return {
    result,
    text: `${seconds(performance.now() - from)} s (processor ${seconds((user + system) / 1000)} s)`,
  };
}

const found = timed(() => engine.touched(portfolio));
const { result: rehearsal, text: first } = timed(() => engine.rehearse(scenario, portfolio));
const again = timed(() => engine.rehearse(scenario, portfolio));
const quick = timed(() => engine.rehearse(scenario, portfolio, { withoutSensitivity: true }));
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  `${assets.length} assets (${Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}), casebook alone`,
);
console.log(`makers and names found in ${found.text}, once a portfolio`);
console.log(
  `rehearsed in ${first}; a second time ${again.text}; without sensitivity ${quick.text}; ${rehearsal.changes.length} changed dealings, ${rehearsal.totals.changedAssets} changed assets`,
);
console.log(`peak memory ${peak.toFixed(0)} MB`);

const demo = engine.portfolio('harlow-prairie-school-district').portfolio;
engine.rehearse(scenario, demo);
const times = Array.from({ length: 9 }, () => {
  const from = performance.now();
  engine.rehearse(scenario, demo);
  return performance.now() - from;
}).sort((a, b) => a - b);
console.log(`demo district (${demo.assets.length} assets), warm: median ${times[4]!.toFixed(0)} ms`);
