import { decodeText } from '../../formats/index.ts';
import { isUnitMac, readMac } from '../../model/index.ts';
import { headerFit } from '../column-mapping.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { macOfCell } from './table-devices.ts';

/** Lines that are looked at to tell such a file. */
const looked = 200;
const longest = 500;

const token =
  /(?<![0-9a-f.:-])(?:(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}|01[0-9a-f]{2}(?:\.[0-9a-f]{4}){2}\.[0-9a-f]{2}|[0-9a-f]{4}([.-])[0-9a-f]{4}\1[0-9a-f]{4}|[0-9a-f]{6}-[0-9a-f]{6})(?![0-9a-f.:-])/i;
/** A hardware address that is a cell: with the sign of a delimited table right before or behind it. */
const delimited =
  /[,;|]\s*"?(?:[0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}|(?:[0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}"?\s*[,;|]/i;
const addressToken = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/;

/**
 * Whether the text is a list of hardware addresses as switches, routers, servers and scanners print it: lines with a
 * hardware address, most with a network address too, without the delimiters of a table.
 */
export function areAddressLines(head: string): boolean {
  const lines = head
    .split(/\r\n|\r|\n/)
    .slice(0, looked)
    .filter((line) => line.trim() !== '');
  const found = lines.filter((line) => token.test(line));
  // A named column makes it a table, whatever stands between its cells.
  const isTable = lines.slice(0, 25).some((line) => headerFit(line.split(/[\t;|,]/)) >= 2);
  const isDelimited = found.filter((line) => delimited.test(line)).length > found.length / 2;
  return found.length >= 1 && found.length >= lines.length / 5 && !isDelimited && !isTable;
}

/**
 * Reads such a list, whatever program printed it: of each line the hardware address, the network address, and a registrant
 * or host name where one stands behind them (arp-scan, dnsmasq). Entries that are incomplete or of a group are left out.
 */
export function readAddressLines(file: PortfolioFile): FileReading {
  const draft = startReading();
  decodeText(file.bytes)
    .text.split(/\r\n|\r|\n/)
    .forEach((line, index) => {
      if (line.length > longest) {
        draft.issues.push({
          code: 'AS_ROW',
          message: 'The line is too long for such a table.',
          file: file.name,
          line: index + 1,
          lost: true,
        });
        return;
      }
      const match = token.exec(line);
      // What a program says of itself before its list: `Interface: eth0, MAC: …`.
      if (!match || /^\s*(interface|legend|chassis|starting|ending)\b/i.test(line)) return;
      draft.rows++;
      const mac = macOf(match[0]);
      if (!mac || !isUnitMac(mac) || /\b(incomplete|failed|self)\b/i.test(line)) return;
      const address = addressToken.exec(line)?.[0];
      const behind = line.slice(match.index + match[0].length);
      const registrant = line.includes('\t') ? behind.split('\t')[1]?.trim() : undefined;
      const lease = /^\d{9,11}\s/.test(line);
      const hostname = lease ? /^\s+\S+\s+([a-z0-9][a-z0-9.-]*)\s/i.exec(behind)?.[1] : undefined;
      draft.sightings.push({
        row: { file: file.name, line: index + 1 },
        mac,
        count: 1,
        signals:
          registrant && /\p{L}{3}/u.test(registrant) ? [{ signal: 'mac vendor', value: registrant }] : [],
        ...present({ address, hostname }),
      });
    });
  return { ...draft, reader: 'list of hardware addresses' };
}

function macOf(text: string): string | undefined {
  const padded = text.includes(':')
    ? text
        .split(':')
        .map((part) => part.padStart(2, '0'))
        .join(':')
    : text;
  return readMac(padded) ?? macOfCell(text);
}
