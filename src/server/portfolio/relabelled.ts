import type { Confidence } from '../../model/index.ts';

interface ToldDevice {
  readonly brand?: string | undefined;
  readonly maker?: string | undefined;
  readonly confidence: Confidence;
}

/** Whether a device is sold under another name than that of the maker whom the evidence names. */
export function isRelabelled({ brand, maker, confidence }: ToldDevice): boolean {
  if (brand === undefined || maker === undefined) return false;
  if (confidence !== 'certain' && confidence !== 'probable') return false;
  const [label, name] = [letters(brand), letters(maker)];
  return label !== '' && name !== '' && !name.includes(label) && !label.includes(name);
}

/** `W-Box` and `W Box` are one label. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
