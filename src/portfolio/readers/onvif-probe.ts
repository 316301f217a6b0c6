import { childText, oneChunk, xmlRecords } from '../../formats/index.ts';
import { isUnitMac, readMac } from '../../model/index.ts';
import { readAddress } from '../cell-values.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { onvifSignals } from './table-devices.ts';

/** Reads WS-Discovery probe answers of ONVIF units: scopes for name, hardware and hardware address, and the address of the service. */
export function readOnvifProbe(file: PortfolioFile): FileReading {
  const draft = startReading();
  const matches = xmlRecords(oneChunk(file.bytes), {
    file: file.name,
    records: new Set(['ProbeMatch']),
    tolerateCut: true,
    report: (issue) => draft.issues.push(issue),
  });
  for (const match of matches) {
    draft.rows++;
    const signals = (childText(match, 'Scopes') ?? '').split(/\s+/).flatMap(onvifSignals);
    const mac = signals.flatMap(({ signal, value }) =>
      signal === 'onvif mac' ? (readMac(value) ?? []) : [],
    )[0];
    const address = (childText(match, 'XAddrs') ?? '').split(/\s+/).map(readAddress).find(Boolean);
    draft.sightings.push({
      row: { file: file.name, line: match.line },
      count: 1,
      type: 'camera',
      signals: signals.filter(({ signal }) => signal !== 'onvif mac'),
      ...present({ mac: mac && isUnitMac(mac) ? mac : undefined, address }),
    });
  }
  return { ...draft, reader: 'ONVIF probe answers' };
}
