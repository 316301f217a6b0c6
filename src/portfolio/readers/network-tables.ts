import { decodeText } from '../../formats/index.ts';
import { type Day, isDay, isUnitMac, readMac } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';

type Format = {
  readonly name: string;
  /** Enough of the file to know it by. */
  readonly mark: RegExp;
  readonly row: RegExp;
};

/** Text tables of switches and hosts; the groups `address` and `mac` are taken. */
const formats: readonly Format[] = [
  {
    name: 'ARP table (Cisco IOS)',
    mark: /^Protocol\s+Address\s+Age/im,
    row: /^Internet\s+(?<address>\S+)\s+\S+\s+(?<mac>[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})/i,
  },
  {
    name: 'neighbour table (Linux)',
    mark: /^\S+ dev \S+ (lladdr|FAILED|INCOMPLETE|NOARP)/m,
    row: /^(?<address>\S+) dev \S+ lladdr (?<mac>\S+)(?! FAILED)/,
  },
  {
    name: 'ARP table (Windows)',
    mark: /Internet Address\s+Physical Address/i,
    row: /^\s+(?<address>\d+(?:\.\d+){3})\s+(?<mac>(?:[0-9a-f]{2}-){5}[0-9a-f]{2})\s/i,
  },
  {
    name: 'ARP table (BSD, macOS, Linux arp -a)',
    mark: /\((\d+\.){3}\d+\) at [0-9a-f:]+/i,
    row: /^\S+ \((?<address>[\d.]+)\) at (?<mac>[0-9a-f:]+)/i,
  },
  {
    name: 'MAC table (Cisco IOS)',
    mark: /Mac Address Table/i,
    row: /^\s*\*?\s*\S+\s+(?<mac>[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})\s+(?!STATIC\s+CPU)\S+/i,
  },
];

/** The name of the text table that the beginning of a file shows. */
export function recogniseNetworkTable(head: string): string | undefined {
  if (/^lease \d+(\.\d+){3} \{/m.test(head)) return 'leases (ISC dhcpd)';
  return formats.find((format) => format.mark.test(head))?.name;
}

/** Reads ARP, neighbour and MAC tables. Incomplete entries, group addresses and the switch's own are left out. */
export function readNetworkTable(file: PortfolioFile, name: string): FileReading {
  if (name.startsWith('leases')) return readLeases(file, name);
  const format = formats.find((one) => one.name === name)!;
  const draft = startReading();
  decodeText(file.bytes)
    .text.split(/\r\n|\r|\n/)
    .forEach((line, index) => {
      const groups = line.length <= 500 ? format.row.exec(line)?.groups : undefined;
      if (!groups) {
        if (line.length > 500)
          draft.issues.push({
            code: 'AS_ROW',
            message: 'The line is too long for such a table.',
            file: file.name,
            line: index + 1,
            lost: true,
          });
        return;
      }
      draft.rows++;
      const mac = readMac(paddedMac(groups.mac ?? ''));
      if (!mac || !isUnitMac(mac)) return;
      draft.sightings.push({
        row: { file: file.name, line: index + 1 },
        mac,
        count: 1,
        signals: [],
        ...present({ address: groups.address }),
      });
    });
  return { ...draft, reader: name };
}

/** `0:1a:2b:…` as BSD writes it, with its zeros. */
function paddedMac(text: string): string {
  return text.includes(':')
    ? text
        .split(':')
        .map((part) => part.padStart(2, '0'))
        .join(':')
    : text;
}

/** Reads ISC dhcpd leases; of several leases of one address the last in the file holds, as for the server itself. */
function readLeases(file: PortfolioFile, reader: string): FileReading {
  const draft = startReading();
  const { text } = decodeText(file.bytes);
  const blocks = /lease (\d+(?:\.\d+){3}) \{([^}]*)\}/g;
  let line = 1;
  let counted = 0;
  for (let match = blocks.exec(text); match; match = blocks.exec(text)) {
    for (; counted < match.index; counted++) if (text[counted] === '\n') line++;
    draft.rows++;
    const body = match[2]!;
    const mac = readMac(/hardware ethernet ([0-9a-f:]+);/i.exec(body)?.[1] ?? '');
    const state = /binding state (\w+);/.exec(body)?.[1];
    if (!mac || !isUnitMac(mac) || (state && state !== 'active')) continue;
    const started = /starts \d (\d{4})\/(\d{2})\/(\d{2})/.exec(body);
    const seen = started ? `${started[1]}-${started[2]}-${started[3]}` : '';
    draft.sightings.push({
      row: { file: file.name, line },
      mac,
      address: match[1]!,
      count: 1,
      signals: [],
      ...present({
        hostname: /client-hostname "([^"]*)";/.exec(body)?.[1],
        seen: isDay(seen) ? (seen as Day) : undefined,
      }),
    });
  }
  return { ...draft, reader };
}
