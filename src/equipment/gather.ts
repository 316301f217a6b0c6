import { type Device, macText, readMac } from '../model/index.ts';
import { type BrandBook, type BrandUse, namesOfBook } from './brand-book.ts';
import { freeTexts, refine, statedMentions, vendorMentions } from './brand-mentions.ts';
import type { Clue, ClueKind } from './clue.ts';
import type { SiteContext } from './identification.ts';
import { type BrandMention, componentUses, isMadeByOthers, labelClues, ownGroup } from './label-clues.ts';
import { createRegistrantLookup, type MacState, pointerTo, readMacClues } from './mac-clues.ts';
import { bareModel, findModel, type ModelHit } from './model-number.ts';
import {
  isPartOf,
  type NameEntry,
  nameByText,
  nameKey,
  nameOfParty,
  namesInText,
  saysNothing,
  statedName,
} from './names.ts';
import { createSignalReader, exclusions, type SignalReading } from './signal-clues.ts';
import type { SignatureBook } from './signature-book.ts';
import { sourceOf } from './source-of.ts';

/** Everything that a device shows about its maker, before it is weighed. */
export interface Gathered {
  readonly clues: readonly Clue[];
  readonly brand?: string;
  readonly brandEntry?: NameEntry;
  readonly model?: string;
  readonly mentions: readonly BrandMention[];
  /** Brand facts that say whose part is inside. */
  readonly components: readonly BrandUse[];
  readonly ignored: readonly Ignored[];
  readonly remarks: readonly string[];
  readonly isHoneypot: boolean;
  readonly macState: MacState;
  readonly chips: readonly {
    readonly entry: NameEntry | undefined;
    readonly text: string;
    readonly signal: string;
  }[];
}

/** An observation that says nothing of the maker, and why. */
interface Ignored {
  readonly signal: string;
  readonly value: string;
  readonly because: string;
}

/** What the observations of one device add up to while they are read one after the other. */
interface Growing {
  readonly clues: Clue[];
  readonly mentions: BrandMention[];
  readonly ignored: Ignored[];
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
  const models = { cell: new Map<string, Cached>(), freeText: new Map<string, Cached>() };
  const added = namesOfBook(brands);

  function modelIn(text: string, isFreeText: boolean): ModelHit | undefined {
    const known = isFreeText ? models.freeText : models.cell;
    let cached = known.get(text);
    if (!cached) {
      cached = { hit: findModel(text, book, isFreeText) };
      if (known.size > 50_000) known.clear();
      known.set(text, cached);
    }
    return cached.hit;
  }

  const bare = new Map<string, string>();
  function bareModelOf(cell: string): string {
    let known = bare.get(cell);
    if (known === undefined) {
      known = bareModel(cell);
      if (bare.size > 50_000) bare.clear();
      bare.set(cell, known);
    }
    return known;
  }

  /** What the hardware addresses say; a brand cell that only repeats one of them is taken out of the mentions. */
  function readAddresses(
    device: Device,
    context: SiteContext,
    { clues, mentions, ignored }: Growing,
  ): MacState {
    let state: MacState = 'none';
    const stated = mentions[0];
    for (const { mac, signal } of hardwareAddresses(device)) {
      const reading = readMacClues(mac, context.addressesOf(mac), lookup, stated, (entry) =>
        isMadeByOthers(entry, brands),
      );
      state = reading.state;
      clues.push(...reading.clues.map((clue) => ({ ...clue, signal })));
      if (reading.ignored) ignored.push({ signal, value: macText(mac), because: reading.ignored });
      const echo = device.brand !== undefined && isRegistrant(device.brand, reading.registrant?.name);
      if (echo && device.model === undefined && mentions[0]?.signal === 'brand') {
        mentions.shift();
        ignored.push({
          signal: 'brand',
          value: device.brand!,
          because: 'a scanner filled it in from the hardware address: no second witness',
        });
      }
      if (reading.brand) {
        mentions.push({
          entry: reading.brand,
          text: reading.brand.name,
          signal,
          value: `${macText(mac)} ${reading.registrant?.name ?? ''}`.trim(),
          source: reading.brandSource ?? '',
          share: 1,
        });
      }
    }
    for (const { signal, value } of device.signals) {
      if (signal !== 'router mac') continue;
      state = 'router in front';
      ignored.push({
        signal: 'mac prefix',
        value: macText(value),
        because: 'the address of the router in front of several units',
      });
    }
    return state;
  }

  /** What the model and other texts say by their patterns; gives the model where no cell states one. */
  function readModels(
    device: Device,
    ofNetwork: SignalReading['models'],
    { clues, mentions }: Growing,
  ): string | undefined {
    const texts = [
      ...(device.model ? [{ signal: 'model', value: device.model, isFreeText: false }] : []),
      ...ofNetwork.map((model) => ({ ...model, isFreeText: false })),
      ...freeTexts(device).map((text) => ({ ...text, isFreeText: true })),
    ];
    let model = device.model === undefined ? undefined : bareModelOf(device.model);
    for (const { signal, value, isFreeText } of texts) {
      const hit = modelIn(value, isFreeText);
      if (!hit) continue;
      model ??= hit.model;
      for (const { excluded } of exclusions('model', hit.model)) {
        if (!excluded) continue;
        const to = { name: excluded.group, group: excluded.group };
        clues.push({ kind: 'exclusion', to, signal, value, source: excluded.because, share: 1 });
      }
      const { name, signature } = hit.mark;
      if (!name) continue;
      const share =
        (isFreeText ? 0.8 : 1) *
        (hit.isLoose ? 0.8 : 1) *
        (signature.provenance.verified === 'from memory' ? 0.9 : 1);
      const source = `pattern ${signature.pattern} (${sourceOf(signature.provenance)})`;
      const isRelabelledLine =
        brands.get(name)?.some((use) => use.maker !== name && use.models?.test(hit.model)) ?? false;
      if (name.kind === 'maker' && !isRelabelledLine) {
        const kind = modelKinds[signature.confidence];
        clues.push({ kind, to: pointerTo(name), signal, value, source, share });
      } else {
        const lineShare = share * { high: 1, medium: 0.9, low: 0.5 }[signature.confidence];
        refine(mentions, { entry: name, text: name.name, signal, value, source, share: lineShare });
      }
    }
    return model;
  }

  /** Whether the brand stands where the model should and the model where the brand should: columns swapped by hand. */
  function isSwapped({ brand, model }: Device): boolean {
    // Most brands are known, which is the cheapest to tell.
    if (!brand || !model || statedName(brand) !== undefined) return false;
    if (statedName(model)?.how !== 'exact') return false;
    return modelIn(brand, false) !== undefined || /\d/.test(brand);
  }

  return (given, context) => {
    const swapped = isSwapped(given);
    const device = swapped ? { ...given, brand: given.model!, model: given.brand! } : given;
    const growing: Growing = { clues: [], mentions: statedMentions(device, added), ignored: [] };
    const { clues, mentions, ignored } = growing;
    const macState = readAddresses(device, context, growing);
    mentions.push(...vendorMentions(device, mentions));
    const network = readSignals(device.signals);
    clues.push(...network.clues);
    mentions.push(...shownBrands(network));
    const model = readModels(device, network.models, growing);
    for (const mention of mentions) clues.push(...labelClues(mention, model, device, brands));
    clues.push(...originClues(device, clues));
    const primary = mentions[0];
    return {
      clues: unified(clues),
      ...(primary
        ? { brand: device.brand && !saysNothing(device.brand) ? device.brand.trim() : primary.text }
        : {}),
      ...(primary?.entry ? { brandEntry: primary.entry } : {}),
      ...(model ? { model } : {}),
      mentions,
      components: mentions.flatMap((mention) =>
        mention.entry ? componentUses(mention.entry, model, brands) : [],
      ),
      ignored,
      remarks: swapped
        ? [...network.remarks, 'brand and model were read as each other: they stand in swapped columns']
        : network.remarks,
      isHoneypot: network.isHoneypot,
      macState,
      chips: chipsOf(device, modelIn),
    };
  };
}

function shownBrands({ brands }: SignalReading): BrandMention[] {
  return brands.map(({ entry, signal, value }) => ({
    entry,
    text: entry.name,
    signal,
    value,
    source: 'name shown by the unit',
    share: signal === 'onvif name' ? 0.7 : 0.8,
  }));
}

/** Whether a brand cell has the registrant's legal name, as network scanners write it; `LTS` for LT Security is a brand. */
function isRegistrant(brand: string, registrant: string | undefined): boolean {
  if (registrant === undefined) return false;
  const [stated, legal] = [nameKey(brand), nameKey(registrant)];
  return stated === legal || (stated.includes(' ') && legal.startsWith(`${stated} `));
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
