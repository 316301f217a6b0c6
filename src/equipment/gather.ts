import { type Device, macText, readMac } from '../model/index.ts';
import { type BrandBook, type BrandUse, namesOfBook } from './brand-book.ts';
import type { Clue, ClueKind } from './clue.ts';
import type { SiteContext } from './identification.ts';
import { type BrandMention, componentUses, isMadeByOthers, labelClues, ownGroup } from './label-clues.ts';
import { createRegistrantLookup, pointerTo, readMacClues } from './mac-clues.ts';
import { findModel, type ModelHit } from './model-number.ts';
import {
  type FoundName,
  isPartOf,
  type NameEntry,
  nameByText,
  nameKey,
  nameOfParty,
  namesInText,
  saysNothing,
  statedName,
} from './names.ts';
import { createSignalReader, exclusions } from './signal-clues.ts';
import type { SignatureBook } from './signature-book.ts';
import { sourceOf } from './source-of.ts';
import words from './tables/words.json' with { type: 'json' };

/** Everything that a device shows about its maker, before it is weighed. */
export interface Gathered {
  readonly clues: readonly Clue[];
  readonly brand?: string;
  readonly brandEntry?: NameEntry;
  readonly model?: string;
  readonly mentions: readonly BrandMention[];
  /** Brand facts that say whose part is inside. */
  readonly components: readonly BrandUse[];
  readonly ignored: readonly { readonly signal: string; readonly value: string; readonly because: string }[];
  readonly remarks: readonly string[];
  readonly isHoneypot: boolean;
  readonly macState: 'none' | 'useful' | 'made up' | 'router in front' | 'says nothing';
  readonly chips: readonly {
    readonly entry: NameEntry | undefined;
    readonly text: string;
    readonly signal: string;
  }[];
}

const modelKinds: Readonly<Record<'high' | 'medium' | 'low', ClueKind>> = {
  high: 'model high',
  medium: 'model medium',
  low: 'model low',
};

type Cached = { readonly hit: ModelHit | undefined };

export function createGatherer(
  brands: BrandBook,
  book: SignatureBook,
  ouiEntries: Readonly<Record<string, string>>,
): (device: Device, context: SiteContext) => Gathered {
  const lookup = createRegistrantLookup(book, ouiEntries);
  const readSignals = createSignalReader(book);
  const models = new Map<string, Cached>();
  const added = namesOfBook(brands);

  function modelIn(text: string, isFreeText: boolean): ModelHit | undefined {
    const key = `${isFreeText ? 't' : 'm'}${text}`;
    let cached = models.get(key);
    if (!cached) {
      cached = { hit: findModel(text, book, isFreeText) };
      if (models.size > 100_000) models.clear();
      models.set(key, cached);
    }
    return cached.hit;
  }

  return (device, context) => {
    const clues: Clue[] = [];
    const ignored: { signal: string; value: string; because: string }[] = [];
    const remarks: string[] = [];
    const mentions: BrandMention[] = statedMentions(device, added);
    const stated = mentions[0];

    let macState: Gathered['macState'] = 'none';
    const macs = hardwareAddresses(device);
    for (const { mac, signal } of macs) {
      const reading = readMacClues(mac, context.addressesOf(mac), lookup, stated, (entry) =>
        isMadeByOthers(entry, brands),
      );
      clues.push(...reading.clues.map((clue) => ({ ...clue, signal })));
      if (reading.ignored) {
        ignored.push({ signal, value: macText(mac), because: reading.ignored });
        macState = /router/.test(reading.ignored)
          ? 'router in front'
          : /locally/.test(reading.ignored)
            ? 'made up'
            : 'says nothing';
      } else macState = 'useful';
      if (reading.brand) {
        const value = `${macText(mac)} ${reading.registrant?.name ?? ''}`.trim();
        mentions.push({
          entry: reading.brand,
          text: reading.brand.name,
          signal,
          value,
          source: reading.brandSource ?? '',
          share: 1,
        });
      }
    }
    for (const { signal, value } of device.signals) {
      if (signal !== 'router mac') continue;
      macState = 'router in front';
      ignored.push({
        signal: 'mac prefix',
        value: macText(value),
        because: 'the address of the router in front of several units',
      });
    }
    mentions.push(...vendorMentions(device, mentions));

    const network = readSignals(device.signals);
    clues.push(...network.clues);
    remarks.push(...network.remarks);
    for (const { entry, signal, value } of network.brands) {
      mentions.push({
        entry,
        text: entry.name,
        signal,
        value,
        source: 'name shown by the unit',
        share: signal === 'onvif name' ? 0.7 : 0.8,
      });
    }

    const modelTexts = [
      ...(device.model ? [{ signal: 'model', value: device.model, isFreeText: false }] : []),
      ...network.models.map((model) => ({ ...model, isFreeText: false })),
      ...freeTexts(device).map((text) => ({ ...text, isFreeText: true })),
    ];
    let model = device.model;
    for (const { signal, value, isFreeText } of modelTexts) {
      const hit = modelIn(value, isFreeText);
      if (!hit) continue;
      model ??= hit.model;
      const { name, signature } = hit.mark;
      const share =
        (isFreeText ? 0.8 : 1) *
        (hit.isLoose ? 0.8 : 1) *
        (signature.provenance.verified === 'from memory' ? 0.9 : 1);
      for (const { excluded } of exclusions('model', hit.model)) {
        if (excluded) {
          clues.push({
            kind: 'exclusion',
            to: { name: excluded.group, group: excluded.group },
            signal,
            value,
            source: excluded.because,
            share: 1,
          });
        }
      }
      if (!name) continue;
      const source = `pattern ${signature.pattern} (${sourceOf(signature.provenance)})`;
      const isRelabelledLine =
        brands.get(name)?.some((use) => use.maker !== name && use.models?.test(hit.model)) ?? false;
      if (name.kind === 'maker' && !isRelabelledLine) {
        clues.push({
          kind: modelKinds[signature.confidence],
          to: pointerTo(name),
          signal,
          value,
          source,
          share,
        });
      } else {
        const lineShare = share * { high: 1, medium: 0.9, low: 0.5 }[signature.confidence];
        refine(mentions, { entry: name, text: name.name, signal, value, source, share: lineShare });
      }
    }

    for (const mention of mentions) clues.push(...labelClues(mention, model, device, brands));
    clues.push(...originClues(device, clues));
    const primary = mentions[0];
    const brandEntry = primary?.entry;
    return {
      clues: unified(clues),
      ...(primary
        ? { brand: device.brand && !saysNothing(device.brand) ? device.brand.trim() : primary.text }
        : {}),
      ...(brandEntry ? { brandEntry } : {}),
      ...(model ? { model } : {}),
      mentions,
      components: mentions.flatMap((mention) =>
        mention.entry ? componentUses(mention.entry, model, brands) : [],
      ),
      ignored,
      remarks,
      isHoneypot: network.remarks.some((remark) => remark.includes('honeypot')),
      macState,
      chips: chipsOf(device, modelIn),
    };
  };
}

/** The hardware address of the register and those that ONVIF scopes carry through a router. */
function hardwareAddresses(device: Device): { mac: string; signal: string }[] {
  const found = device.mac ? [{ mac: device.mac, signal: 'mac prefix' }] : [];
  for (const { signal, value } of device.signals) {
    if (signal !== 'onvif mac') continue;
    const mac = readMac(value);
    if (mac && mac !== device.mac) found.push({ mac, signal: 'onvif mac prefix' });
  }
  return found;
}

function statedMentions(device: Device, added: ReadonlyMap<string, NameEntry>): BrandMention[] {
  const mentions: BrandMention[] = [];
  const add = (text: string, signal: string, value: string, entry: NameEntry | undefined, share: number) => {
    if (!mentions.some((known) => known.entry === entry && (entry || known.text === text)))
      mentions.push({ entry, text, signal, value, source: 'as stated', share });
  };
  if (device.brand && !saysNothing(device.brand)) {
    const own = added.get(nameKey(device.brand));
    const found: FoundName | undefined = own ? { entry: own, how: 'exact' } : statedName(device.brand);
    const mentioned = found ? undefined : namesInText(device.brand).find((name) => name.how === 'exact');
    const hedge = isHedged(device.brand) ? 0.3 : 1;
    if (found)
      add(found.entry.name, 'brand', device.brand, found.entry, (found.how === 'misspelt' ? 0.8 : 1) * hedge);
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

/** The brand that a model cell begins with, as a word of its own: `Axis P3245-LV`, but not the H3C of `CS-H3C`. */
function leadingName(model: string): NameEntry | undefined {
  const words = model.trim().split(/\s+/);
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const found = statedName(words.slice(0, length).join(' '));
    if (found?.how === 'exact') return found.entry;
  }
  return undefined;
}

function freeTexts(device: Device): { signal: string; value: string }[] {
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
function vendorMentions(device: Device, known: readonly BrandMention[]): BrandMention[] {
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
function refine(mentions: BrandMention[], line: BrandMention): void {
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

function originClues(device: Device, clues: readonly Clue[]): Clue[] {
  const country = device.countryOfProduction?.trim().toUpperCase();
  if (!country || !/^[A-Z]{2}$/.test(country)) return [];
  const groups = new Map<string, Clue>();
  for (const clue of clues)
    if (clue.kind !== 'exclusion' && !groups.has(clue.to.group)) groups.set(clue.to.group, clue);
  return [...groups.values()].flatMap((clue): Clue[] => {
    const home = nameByText(clue.to.name)?.home;
    if (!home) return [];
    const kind: ClueKind = home === country ? 'country of maker' : 'country elsewhere';
    const value = device.countryOfProduction!;
    return [
      { kind, to: clue.to, signal: 'country of production', value, source: 'home of the maker', share: 1 },
    ];
  });
}

/** Joins the groups of names that no table has and that are parts of one another: `Jorex` and `Jorex Lorex India`. */
function unified(clues: readonly Clue[]): readonly Clue[] {
  const own = clues.filter((clue) => !clue.to.party && nameByText(clue.to.name) === undefined);
  if (own.length < 2 && own.length === clues.length) return clues;
  if (own.length === 0) return clues;
  const joined = new Map<string, Clue['to']>();
  for (const clue of own) {
    const partners = clues.filter(
      (other) => other !== clue && other.kind !== 'exclusion' && isPartOf(other.to.name, clue.to.name),
    );
    const longest = partners.reduce(
      (best, other) => (other.to.name.length > best.name.length ? other.to : best),
      clue.to,
    );
    const known = partners.find(
      (other) => nameByText(other.to.name) && nameOfParty(other.to.party ?? '') === undefined,
    );
    joined.set(clue.to.name, known?.to ?? { ...longest, group: ownGroup(longest.name) });
  }
  return clues.map((clue) => (own.includes(clue) ? { ...clue, to: joined.get(clue.to.name)! } : clue));
}

function chipsOf(
  device: Device,
  modelIn: (text: string, isFreeText: boolean) => ModelHit | undefined,
): Gathered['chips'] {
  return device.signals.flatMap(({ signal, value }) => {
    if (signal !== 'chip' && signal !== 'chip maker') return [];
    const entry = statedName(value)?.entry ?? namesInText(value)[0]?.entry ?? modelIn(value, true)?.mark.name;
    return [{ entry, text: value, signal }];
  });
}
