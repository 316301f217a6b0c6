import { decodeText } from '../../formats/index.ts';
import { isUnitMac } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { bannerSignals, macOfCell } from './table-devices.ts';

/** `show lldp neighbors detail` and `show cdp neighbors detail`: one block of `name: value` lines a neighbour. */
export function areNeighbourBlocks(head: string): boolean {
  return /^\s*Chassis id:/im.test(head) || /^\s*Device ID:/im.test(head);
}

/** Reads what neighbours told a switch of themselves: hardware address, name, description, platform and address. */
export function readNeighbourBlocks(file: PortfolioFile): FileReading {
  const draft = startReading();
  const lines = decodeText(file.bytes).text.split(/\r\n|\r|\n/);
  let block: string[] = [];
  let from = 0;
  const finish = () => {
    if (block.some((line) => /^\s*(chassis id|device id):/i.test(line))) readBlock(block, from);
    block = [];
  };
  lines.forEach((line, index) => {
    if (/^-{5,}\s*$/.test(line) || (/^\s*(local intf|device id):/i.test(line) && block.length > 0)) {
      finish();
      from = index;
    }
    if (block.length === 0) from = index;
    // A block is short; what is longer is something else and not held.
    if (block.length < 200 && line.length <= 500 && !/^-{5,}\s*$/.test(line)) block.push(line);
  });
  finish();
  return { ...draft, reader: 'neighbours of a switch' };

  function readBlock(own: readonly string[], line: number): void {
    draft.rows++;
    const field = (name: RegExp): string | undefined => {
      const at = own.findIndex((text) => name.test(text));
      if (at < 0) return undefined;
      const rest = own[at]!.replace(/^[^:]*:\s*/, '').trim();
      // `System Description:` is followed by its text on the next line.
      return rest === ''
        ? own
            .slice(at + 1, at + 3)
            .map((text) => text.trim())
            .find((text) => text !== '')
        : rest;
    };
    const mac = macOfCell(field(/^\s*chassis id:/i) ?? '') ?? macOfCell(field(/^\s*port id:/i) ?? '');
    const address = /\d{1,3}(?:\.\d{1,3}){3}/.exec(
      own.find((text) => /^\s*(ip|ip address|ipv4 address):/i.test(text)) ?? '',
    )?.[0];
    const description = field(/^\s*system description:/i) ?? field(/^\s*version\s*:/i);
    const platform = field(/^\s*platform:/i)
      ?.replace(/,.*$/, '')
      .trim();
    draft.sightings.push({
      row: { file: file.name, line: line + 1 },
      count: 1,
      signals: bannerSignals(description ?? '').filter(({ signal }) => signal !== 'banner'),
      ...present({
        mac: mac !== undefined && isUnitMac(mac) ? mac : undefined,
        address,
        hostname: field(/^\s*(system name|device id):/i),
        purchaseText: platform ?? description?.slice(0, 200),
      }),
    });
  }
}
