import { type Device, macText, readMac } from '../model/index.ts';
import { type BrandBook, type BrandUse, namesOfBook } from './brand-book.ts';
import { freeTexts, refine, statedMentions, vendorMentions } from './brand-mentions.ts';
import type { Clue, ClueKind } from './clue.ts';
import type { SiteContext } from './identification.ts';
import { type BrandMention, componentUses, isMadeByOthers, labelClues, ownGroup } from './label-clues.ts';
import { createRegistrantLookup, pointerTo, readMacClues } from './mac-clues.ts';
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
import { createSignalReader, exclusions } from './signal-clues.ts';
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
    let model = device.model === undefined ? undefined : bareModelOf(device.model);
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
