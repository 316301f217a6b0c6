import type { Device } from '../model/index.ts';
import { squeezed } from './brand-book.ts';
import type { BrandMention } from './label-clues.ts';
import {
  type FoundName,
  type NameEntry,
  nameByText,
  nameKey,
  namesInText,
  saysNothing,
  statedName,
} from './names.ts';
import words from './tables/words.json' with { type: 'json' };

/** The brands that the fields and texts of a device state, the brand cell first. */
export function statedMentions(device: Device, added: ReadonlyMap<string, NameEntry>): BrandMention[] {
  const mentions: BrandMention[] = [];
  const add = (text: string, signal: string, value: string, entry: NameEntry | undefined, share: number) => {
    if (!mentions.some((known) => known.entry === entry && (entry || known.text === text)))
      mentions.push({ entry, text, signal, value, source: 'as stated', share });
  };
  if (device.brand && !saysNothing(device.brand)) {
    const own = added.get(nameKey(device.brand)) ?? added.get(squeezed(device.brand));
    const found: FoundName | undefined = own ? { entry: own, how: 'exact' } : statedName(device.brand);
    const mentioned = found ? undefined : namesInText(device.brand).find((name) => name.how === 'exact');
    const several = found ? [] : namesOfParts(device.brand);
    const hedge = isHedged(device.brand) ? 0.3 : 1;
    if (found)
      add(found.entry.name, 'brand', device.brand, found.entry, (found.how === 'misspelt' ? 0.8 : 1) * hedge);
    else if (several.length > 0)
      for (const one of several) add(one.name, 'brand', device.brand, one, hedge * 0.8);
    else if (hedge < 1 && mentioned) add(mentioned.entry.name, 'brand', device.brand, mentioned.entry, hedge);
    else add(device.brand.trim(), 'brand', device.brand, undefined, hedge);
  }
  for (const { field, values } of device.conflicts ?? []) {
    if (field !== 'brand') continue;
    for (const { value, row } of values) {
      const entry = statedName(value)?.entry;
      if (value !== device.brand && entry) add(entry.name, `brand in ${row.file}`, value, entry, 0.8);
    }
  }
  if (added.size > 0) {
    for (const { signal, value } of freeTexts(device)) {
      const key = ` ${nameKey(value)} `;
      for (const [alias, entry] of added)
        if (key.includes(` ${alias} `)) add(entry.name, signal, value, entry, 0.8);
    }
  }
  const leading = device.model === undefined ? undefined : leadingName(device.model);
  if (leading) add(leading.name, 'model', device.model!, leading, 0.9);
  for (const { signal, value } of freeTexts(device)) {
    for (const { entry, how } of namesInText(value)) {
      const share =
        (signal === 'hostname' || signal === 'notes' ? 0.4 : 0.8) * (how === 'misspelt' ? 0.8 : 1);
      add(entry.name, signal, value, entry, isHedged(value) ? share * 0.4 : share);
    }
  }
  return mentions;
}

/** The names of a cell that states several: `LTS (Hikvision)`, `FLIR/Lorex`. */
function namesOfParts(brand: string): NameEntry[] {
  const parts = brand.split(/[/()|,;&+[\]]|\bby\b/).filter((part) => part.trim() !== '');
  return parts.length < 2 ? [] : parts.flatMap((part) => statedName(part)?.entry ?? []);
}

/** The brand that a model cell begins with, as a word of its own: `Axis P3245-LV`, but not the H3C of `CS-H3C`. */
function leadingName(model: string): NameEntry | undefined {
  const words = model.trim().split(/\s+/);
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const found = statedName(words.slice(0, length).join(' '));
    if (found?.how === 'exact') return found.entry;
  }
  return undefined;
}

/** Texts in which a brand or a model may stand among other words. */
export function freeTexts(device: Device): { signal: string; value: string }[] {
  const texts: { signal: string; value: string }[] = [];
  if (device.purchaseText) texts.push({ signal: 'purchase text', value: device.purchaseText });
  if (device.name) texts.push({ signal: 'name', value: device.name });
  for (const { signal, value } of device.signals) {
    if (signal === 'hostname' || signal === 'description') texts.push({ signal, value });
  }
  if (device.notes) texts.push({ signal: 'notes', value: device.notes });
  return texts;
}

/** The vendor that an export states for an address that it does not show. */
export function vendorMentions(device: Device, known: readonly BrandMention[]): BrandMention[] {
  return device.signals.flatMap(({ signal, value }) => {
    const found = signal === 'mac vendor' ? statedName(value) : undefined;
    const isNew = found && macsSayNothing(device) && !known.some((mention) => mention.entry === found.entry);
    return found && isNew
      ? [
          {
            entry: found.entry,
            text: found.entry.name,
            signal,
            value,
            source: 'stated by the export',
            share: 0.8,
          },
        ]
      : [];
  });
}

/** A vendor column only repeats the registrant where the hardware address itself is there. */
function macsSayNothing(device: Device): boolean {
  return (
    device.mac === undefined &&
    !device.signals.some(({ signal }) => signal === 'router mac' || signal === 'onvif mac')
  );
}

const hedges = words.hedges;

function isHedged(text: string): boolean {
  const lower = text.toLowerCase();
  return hedges.some((hedge) => lower.includes(hedge));
}

/** A model tells the line of a brand: the line takes the brand's place where it is a line of that brand. */
export function refine(mentions: BrandMention[], line: BrandMention): void {
  const over = line.entry?.over ? nameByText(line.entry.over) : undefined;
  const at = mentions.findIndex((mention) => mention.entry === over || mention.entry === line.entry);
  if (at >= 0 && mentions[at]!.entry === line.entry) return;
  if (over && at >= 0) {
    // Every mention of the brand means this line of it.
    for (let index = 0; index < mentions.length; index++) {
      if (mentions[index]!.entry === over) mentions[index] = { ...mentions[index]!, entry: line.entry };
    }
    return;
  }
  mentions.push(line);
}
