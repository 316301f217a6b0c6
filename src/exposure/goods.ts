import { prepareQuestion } from '../law/index.ts';
import type { Day, Device, Item } from '../model/index.ts';
import countryKinds from './tables/country-kinds.json' with { type: 'json' };

/** Kinds of goods that a rule judges by the country of production, whoever made them. */
export const kindsJudgedByCountry: ReadonlySet<string> = new Set(countryKinds.kinds);

/** What a device is for the law, and what of it was not understood. */
export interface ReadGoods {
  readonly item: Item;
  readonly notices: readonly string[];
}

const readKinds = new Map<string, string | undefined>();

/** The law's word for the kind of goods that a text speaks of. */
function kindOf(text: string): string | undefined {
  if (readKinds.has(text)) return readKinds.get(text);
  const { itemKind } = prepareQuestion({
    on: '2000-01-01' as Day,
    actor: 'person',
    activity: 'use',
    item: { kind: text },
  });
  if (readKinds.size > 50_000) readKinds.clear();
  readKinds.set(text, itemKind);
  return itemKind;
}

const vague = 'other equipment';

/**
 * The device as the law's item. The kind comes from its type; where that is missing or says little, from the words of its
 * purchase and its name. A stated type that is not understood stays "other equipment", so that the law asks; where
 * nothing is stated, nothing is said.
 */
export function goodsOf(device: Device): ReadGoods {
  const { type, countryOfProduction: origin } = device;
  const notices: string[] = [];
  let kind = type === undefined ? undefined : kindOf(type);
  if (kind === undefined || kind === vague) {
    for (const text of [device.purchaseText, device.name, device.notes]) {
      const found = text === undefined ? undefined : kindOf(text);
      if (found === undefined || found === vague || found === 'office goods') continue;
      kind = found;
      break;
    }
  }
  if (type !== undefined && kind === undefined) {
    notices.push(`The type of device "${type}" is not known to the law and was taken as other equipment.`);
    kind = vague;
  }
  const item = itemOf(kind, kind === vague ? type : undefined, origin);
  if (origin !== undefined && !isCountry(origin))
    notices.push(`The country of production "${origin}" was not understood and not used.`);
  return { item, notices };
}

const items = new Map<string, Item>();

/** Equal items are one object, so that a million devices of ten kinds make ten. */
function itemOf(kind: string | undefined, description: string | undefined, origin: string | undefined): Item {
  const key = `${kind ?? ''}|${origin ?? ''}|${description ?? ''}`;
  let item = items.get(key);
  if (!item) {
    item = {
      ...(kind === undefined ? {} : { kind }),
      ...(description === undefined ? {} : { description }),
      ...(origin === undefined ? {} : { origin }),
    };
    if (items.size > 50_000) items.clear();
    items.set(key, item);
  }
  return item;
}

const readCountries = new Map<string, boolean>();

function isCountry(text: string): boolean {
  let known = readCountries.get(text);
  if (known === undefined) {
    const { origin } = prepareQuestion({
      on: '2000-01-01' as Day,
      actor: 'person',
      activity: 'use',
      item: { origin: text },
    });
    known = origin !== undefined;
    if (readCountries.size > 5_000) readCountries.clear();
    readCountries.set(text, known);
  }
  return known;
}
