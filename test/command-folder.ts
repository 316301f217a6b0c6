import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The SDN list in the publisher's plain XML, as of a day; its first entry is real, shortened. */
function sdnList(published: string, names: readonly string[]): string {
  const entries = names.map(
    (name, index) =>
      `<sdnEntry><uid>${306 + index}</uid><lastName>${name}</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry>`,
  );
  return `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>${published}</Publish_Date><Record_Count>${names.length}</Record_Count></publshInformation>${entries.join('')}</sdnList>`;
}

/** Closing prices on the weekdays around May 2022, made by a rule. */
function prices(): string {
  const rows: string[] = [];
  const last = Date.UTC(2022, 5, 30);
  for (let day = Date.UTC(2021, 8, 1), index = 0; day <= last; day += 86_400_000) {
    if ([0, 6].includes(new Date(day).getUTCDay())) continue;
    const market = 4000 + ((index * 37) % 101);
    const share = 40 + ((index * 37) % 101) / 100 + ((index * 17) % 13) / 10;
    rows.push(`${new Date(day).toISOString().slice(0, 10)},${share.toFixed(2)},${market}`);
    index++;
  }
  return `day,share,index\n${rows.join('\n')}\n`;
}

/** YAML whose references stand for thousands of words. */
function growing(): string {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
  return level('a', 'x') + level('b', '*a') + level('c', '*b') + level('d', '*c');
}

const mappingGuide = readFileSync(new URL('../docs/mapping.md', import.meta.url), 'utf8');

/** The first block of a language in the guide to mappings: the worked example is run as it is printed. */
function ofGuide(language: 'yaml' | 'csv'): string {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(mappingGuide)![1]!;
}

/** The files that the examples of the commands name. All is invented except the list entry. */
const files: Readonly<Record<string, string>> = {
  'assets.csv': 'device_id,site,brand,model,mac\nD1,HQ,LTS,CMIP9382W-28M,14:2F:FD:22:10:02\n',
  'scan.xml':
    '<?xml version="1.0"?><nmaprun scanner="nmap"><host><status state="up"/><address addr="10.0.0.9" addrtype="ipv4"/><address addr="14:2F:FD:22:10:02" addrtype="mac"/></host></nmaprun>\n',
  'arp.txt': '? (10.0.0.9) at 14:2f:fd:22:10:02 [ether] on eth0\n',
  'vendors.csv': 'name,country\nHangzhou Hikvision Digital Technology,cn\nMill Lane Bakery,us\n',
  'queries.jsonl': '{"id":"q1","schema":"Company","properties":{"name":["Aerocaribbean Airlines"]}}\n',
  'parties.jsonl': '{"id":"p1","type":"company","name":"Hangzhou Hikvision Digital Technology Co., Ltd."}\n',
  'damaged.parquet': 'PAR1 and nothing of it PAR1',
  'bomb/portfolio.yaml': growing(),
  'links.csv': 'owner,owned,share\nA,B,50\n',
  'prices.csv': prices(),
  'watchlist.yaml': ofGuide('yaml'),
  'watchlist.csv': ofGuide('csv'),
  'downloads/2021-07-07/sdn.xml': sdnList('07/07/2021', ['AEROCARIBBEAN AIRLINES']),
  'downloads/2023-12-28/sdn.xml': sdnList('12/28/2023', ['AEROCARIBBEAN AIRLINES', 'SECOND LTD']),
};

/** Lays the files out in `folder`, and beside them a command `aftershock`; gives the path of its folder. */
export function layOutCommandFolder(folder: string): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  writeFileSync(join(bin, 'aftershock'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(join(bin, 'aftershock'), 0o755);
  return bin;
}
