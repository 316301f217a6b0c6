import { decodeText } from '../../formats/index.ts';
import { type Day, isDay, isUnitMac, readMac } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import type { Sighting } from '../sighting.ts';

type Signals = { signal: string; value: string; seen?: Day }[];

/** What nmap prints on a screen (`-oN`) or for grep (`-oG`). */
export function isNmapText(head: string): boolean {
  return /^# Nmap [\d.]+ scan initiated/m.test(head) || /^Nmap scan report for /m.test(head);
}

/**
 * Reads nmap's printed output. A service without a version text is only the usual name of its port, and no evidence;
 * `http?` is a guess by port too. Output of scripts is not read here: the XML has it in parts that can be told apart.
 */
export function readNmapText(file: PortfolioFile): FileReading {
  const draft = startReading();
  const scanned = scanDay(decodeText(file.bytes.subarray(0, 2_000)).text);
  const byAddress = new Map<string, { line: number; signals: Signals; mac?: string; hostname?: string }>();
  let current: { line: number; signals: Signals; mac?: string; hostname?: string } | undefined;
  const hostOf = (address: string, hostname: string | undefined, line: number) => {
    let host = byAddress.get(address);
    if (!host) {
      host = { line, signals: [] };
      byAddress.set(address, host);
    }
    if (hostname) host.hostname = hostname;
    return host;
  };
  const add = (signals: Signals, signal: string, value: string | undefined) => {
    if (value && !signals.some((known) => known.signal === signal && known.value === value))
      signals.push({ signal, value, ...(scanned ? { seen: scanned } : {}) });
  };
  decodeText(file.bytes)
    .text.split(/\r\n|\r|\n/)
    .forEach((line, index) => {
      if (line.length > 20_000) return;
      const grep = /^Host: (\S+) \(([^)]*)\)/.exec(line);
      if (grep) {
        const host = hostOf(grep[1]!, grep[2] || undefined, index + 1);
        const ports = /\tPorts: ([^\t]*)/.exec(line)?.[1] ?? '';
        for (const port of ports.split(', ')) {
          const [number, state, protocol, , , , version] = port.trim().split('/');
          if (state !== 'open') continue;
          add(host.signals, 'open port', `${protocol}/${number}`);
          add(host.signals, 'service product', version?.trim());
        }
        return;
      }
      const report = /^Nmap scan report for (?:(\S+) \()?([0-9a-f.:]+)\)?/i.exec(line);
      if (report) {
        current = line.includes('[host down') ? undefined : hostOf(report[2]!, report[1], index + 1);
        return;
      }
      if (!current) return;
      const mac = /^MAC Address: (\S+)(?: \(([^)]*)\))?/.exec(line);
      if (mac) {
        const address = readMac(mac[1]!);
        if (address && isUnitMac(address)) current.mac = address;
        if (mac[2] !== 'Unknown') add(current.signals, 'mac vendor', mac[2]);
        return;
      }
      const port = /^(\d+)\/(tcp|udp)\s+open\s+(\S+)(?:\s+(.+))?$/.exec(line);
      if (!port) return;
      add(current.signals, 'open port', `${port[2]}/${port[1]}`);
      add(current.signals, 'service product', port[4]?.trim());
    });
  for (const [address, host] of byAddress) {
    draft.rows++;
    const sighting: Sighting = {
      row: { file: file.name, line: host.line },
      count: 1,
      address,
      signals: host.signals,
      ...present({ mac: host.mac, hostname: host.hostname, seen: scanned }),
    };
    draft.sightings.push(sighting);
  }
  return { ...draft, reader: 'nmap text' };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `# Nmap 7.95 scan initiated Thu Nov 20 10:00:00 2025 as: …` */
function scanDay(head: string): Day | undefined {
  const match = /scan initiated \w{3} (\w{3})\s+(\d{1,2}) [\d:]+ (\d{4})/.exec(head);
  const month = months.indexOf(match?.[1]?.toLowerCase() ?? '') + 1;
  if (!match || month === 0) return undefined;
  const text = `${match[3]}-${String(month).padStart(2, '0')}-${match[2]!.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
