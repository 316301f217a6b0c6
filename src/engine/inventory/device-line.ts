import { type Identification, identifyLine } from '../../equipment/index.ts';
import type { Device } from '../../model/index.ts';

/** How answers of `identify` are written. */
export type DeviceLineForm = 'table' | 'json' | 'jsonl';

/** One answer as a line of the form, without its line end. */
export function deviceLine(form: DeviceLineForm, device: Device, found: Identification): string {
  return form === 'table'
    ? tableLine(device, found)
    : JSON.stringify({ ...identifyLine(found), device: keysOf(device) });
}

/** By which the user finds the device again in the file. */
function keysOf(device: Device): Record<string, unknown> {
  const assetTag = device.signals.find(({ signal }) => signal === 'asset tag')?.value;
  return {
    ...(device.name ? { name: device.name } : {}),
    ...(assetTag ? { assetTag } : {}),
    ...(device.model ? { model: device.model } : {}),
    ...(device.serial ? { serial: device.serial } : {}),
    ...(device.mac ? { mac: device.mac } : {}),
    ...(device.address ? { address: device.address } : {}),
    count: device.count,
    rows: device.rows.map(({ file, line }) => `${file}:${line}`),
  };
}

/** The columns of the table. */
export const deviceTableHead: string = tableRow(
  'device',
  'what it says it is',
  'how sure',
  'made by',
  'by which evidence, or what would settle it',
);

function tableLine(device: Device, found: Identification): string {
  const label = labelOf(device, found) || device.name || device.address || '';
  const maker =
    found.maker?.name ??
    (found.candidates.length > 0 ? found.candidates.map(({ name }) => name).join(' or ') : '-');
  const best = found.evidence.find((item) => item.for);
  const why = best
    ? `${best.signal} ${best.value}`
    : found.settle === null
      ? ''
      : `to settle: ${found.settle}`;
  return tableRow(found.id, label, found.confidence, maker, why);
}

function tableRow(id: string, label: string, confidence: string, maker: string, why: string): string {
  const short = label.length > 34 ? `${label.slice(0, 33)}…` : label;
  return [id.padEnd(20), short.padEnd(34), confidence.padEnd(9), maker.padEnd(28), why]
    .join(' ')
    .replace(/[\t\r\n]+/g, ' ')
    .trimEnd();
}

/** Brand and model, the brand once where the model leads with it. */
function labelOf({ model }: Device, { brand }: Identification): string {
  const isRepeated = brand !== undefined && model?.toLowerCase().startsWith(brand.toLowerCase());
  return [isRepeated ? undefined : brand, model].filter(Boolean).join(' ');
}
