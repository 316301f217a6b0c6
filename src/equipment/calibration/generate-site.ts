import type { BrandFact, Day, Device } from '../../model/index.ts';
import { addDays, parseDay } from '../../model/index.ts';
import type { EquipmentKnowledge } from '../identification.ts';
import { type NameEntry, nameByText, nameOfParty, nameOfSignature, namesOfFact } from '../names.ts';
import scopeTable from '../tables/scopes.json' with { type: 'json' };
import { type SeededRandom, seededRandom } from './random.ts';
import habits from './site-habits.json' with { type: 'json' };

/** A device of a made-up site with the truth about it. */
export interface LabelledDevice {
  readonly device: Device;
  /** Name of the maker in the table of names; `somebody else` where it is none of them. */
  readonly maker: string;
  readonly group: string;
}

interface MakerHabit {
  readonly name: string;
  readonly brand?: string;
  readonly share: number;
  readonly models: readonly string[];
  readonly products?: readonly string[];
  readonly servers?: readonly string[];
  readonly rtsp?: readonly string[];
  readonly realms?: readonly string[];
  readonly paths?: readonly string[];
  readonly titles?: readonly string[];
  readonly weak?: readonly string[];
  readonly noNetwork?: boolean;
}

const makers: readonly MakerHabit[] = habits.makers;
const somebodyElse = 'somebody else';

/** What a unit is before it is seen through exports. */
interface Unit {
  readonly maker: string;
  readonly group: string;
  readonly brand: string;
  readonly brandEntry: NameEntry | undefined;
  readonly model: string;
  readonly purchased: Day;
  readonly habit: MakerHabit | undefined;
}

/**
 * Makes devices as registers, networks and scans show them: relabelled by the brand table as far as its grades hold,
 * with prefixes and fingerprints of the signature table, and with gaps, mistakes, routers, modules, honeypots and stale
 * banners at the rates of `site-habits.json`. `noise`
 * multiplies the rates of mistakes. The same seed gives the same devices.
 */
export function generateDevices(
  knowledge: EquipmentKnowledge,
  seed: number,
  count: number,
  noise = 1,
): LabelledDevice[] {
  const random = seededRandom(seed);
  const world = prepare(knowledge);
  const units = Array.from({ length: count }, () => makeUnit(random, world));
  return units.map((unit, index) => ({
    device: show(unit, units[random.whole(units.length)]!, index, random, world, noise),
    maker: unit.maker,
    group: unit.group,
  }));
}

interface World {
  readonly facts: readonly {
    readonly fact: BrandFact;
    readonly brand: NameEntry;
    readonly maker: NameEntry;
  }[];
  readonly prefixes: ReadonlyMap<string, readonly string[]>;
  readonly modules: readonly string[];
  readonly others: readonly string[];
}

function prepare(knowledge: EquipmentKnowledge): World {
  const facts = knowledge.brands.flatMap((fact) => {
    const maker = nameOfParty(fact.maker);
    if (!maker || /component|own brand/i.test(fact.relation)) return [];
    return namesOfFact(fact.brand)
      .filter((brand) => brand !== maker && brand.group !== maker.group)
      .filter((brand) => !(brand.kind === 'maker' && /formerly/i.test(fact.relation)))
      .filter((brand) => fact.models === undefined || brand.name in habits.relabelled.models)
      .map((brand) => ({ fact, brand, maker }));
  });
  const prefixes = new Map<string, string[]>();
  const add = (name: string, prefix: string) => {
    const list = prefixes.get(name);
    if (list) list.push(prefix);
    else prefixes.set(name, [prefix]);
  };
  for (const signature of knowledge.signatures) {
    const entry = signature.kind === 'mac prefix' ? nameOfSignature(signature.makerName) : undefined;
    if (entry) add(entry.name, signature.pattern.toUpperCase());
  }
  const modules: string[] = [];
  const others: string[] = [];
  const registrants: readonly (readonly [start: string, name: string])[] = [
    ['vivotek', 'Vivotek'],
    ['synology', 'Synology'],
    ['honeywell', 'Honeywell'],
    ['bosch security', 'Bosch'],
    ['avigilon', 'Avigilon'],
  ];
  for (const prefix of Object.keys(knowledge.ouiEntries).sort()) {
    const name = (knowledge.ouiEntries[prefix] ?? '').split('\n')[0]!.toLowerCase();
    if (prefix.length === 6 && /^(espressif|azurewave|sercomm|hon hai)/.test(name)) modules.push(prefix);
    else if (prefix.length === 6 && /^(dell|apple|samsung electronics|intel|brother)/.test(name))
      others.push(prefix);
    for (const [start, maker] of registrants) if (name.startsWith(start)) add(maker, prefix);
  }
  return { facts, prefixes, modules, others };
}

function makeUnit(random: SeededRandom, world: World): Unit {
  const purchased = addDays(parseDay('2015-01-01'), random.whole(365 * 10));
  const total =
    makers.reduce((sum, maker) => sum + maker.share, 0) + habits.relabelled.share + habits.nobody.share;
  let at = random.next() * total;
  for (const habit of makers) {
    at -= habit.share;
    if (at < 0) return ownUnit(habit, purchased, random);
  }
  return at < habits.relabelled.share
    ? relabelledUnit(purchased, random, world)
    : nobodysUnit(purchased, random);
}

function ownUnit(habit: MakerHabit, purchased: Day, random: SeededRandom): Unit {
  const entry = nameByText(habit.name);
  const group = entry?.group ?? habit.name;
  const brand = habit.brand ?? habit.name;
  return {
    maker: habit.name,
    group,
    brand,
    brandEntry: entry,
    model: fill(random.pick(habit.models), random),
    purchased,
    habit,
  };
}

function nobodysUnit(purchased: Day, random: SeededRandom): Unit {
  const brand = random.pick(habits.nobody.brands);
  const model = fill(random.pick(habits.nobody.models), random);
  return {
    maker: brand,
    group: `own: ${brand.toLowerCase()}`,
    brand,
    brandEntry: undefined,
    model,
    purchased,
    habit: undefined,
  };
}

function relabelledUnit(purchased: Day, random: SeededRandom, world: World): Unit {
  const { fact, brand, maker } = random.pick(world.facts);
  const scope = (scopeTable.facts as Record<string, { until?: string }>)[fact.brand];
  const until = fact.until ?? scope?.until;
  const isOutside =
    (fact.from !== undefined && purchased < fact.from) || (until !== undefined && purchased > until);
  const isSome = brand.partial || /\bsome\b/.test(fact.brand);
  const holds = habits.gradeHolds;
  const chance = isOutside ? holds.outsidePeriod : isSome && !fact.models ? holds.some : holds[fact.grade];
  const printed = brand.over ?? brand.name;
  const own = (habits.relabelled.models as Record<string, string[]>)[brand.name];
  const habit = makers.find((one) => one.name === maker.name);
  if (random.chance(chance)) {
    const isOriginal = habit !== undefined && random.chance(habits.originalModelUnderBrand) && !fact.models;
    const model =
      isOriginal || (!own && habit)
        ? fill(random.pick(isOriginal ? habit!.models : ['M##-#K', 'IPX-##', 'CAM###']), random)
        : fill(random.pick(own ?? ['M##-#K']), random);
    return {
      maker: maker.name,
      group: maker.group,
      brand: printed,
      brandEntry: brand,
      model,
      purchased,
      habit,
    };
  }
  const isOwn = brand.kind === 'maker';
  const model = fill(random.pick(['M##-#K', 'IPX-##', 'CAM###']), random);
  return {
    maker: isOwn ? brand.name : somebodyElse,
    group: isOwn ? brand.group : somebodyElse,
    brand: printed,
    brandEntry: brand,
    model,
    purchased,
    habit: undefined,
  };
}

function fill(pattern: string, random: SeededRandom): string {
  return pattern.replace(/#/g, () => String(random.whole(10)));
}

function show(
  unit: Unit,
  other: Unit,
  index: number,
  random: SeededRandom,
  world: World,
  noise: number,
): Device {
  const register = random.chance(noise * habits.wrong.registerRow) ? other : unit;
  const { seen, wrong } = habits;
  const brand = random.chance(noise * wrong.genericBrand)
    ? random.pick(['Unknown', 'Generic', 'n/a'])
    : register.brand;
  const signals: Device['signals'][number][] = [];
  const onNetwork = !unit.habit?.noNetwork;
  const isHoneypot = random.chance(noise * habits.honeypot);
  if (isHoneypot) signals.push({ signal: 'tag', value: 'honeypot' });
  if (onNetwork && random.chance(seen.banner)) {
    const shown = isHoneypot || random.chance(noise * wrong.banner) ? makers[random.whole(2)] : unit.habit;
    signals.push(...bannersOf(shown, random));
    if (random.chance(noise * habits.staleBanner)) {
      signals.push({ signal: 'open port', value: 'tcp/80', seen: '2025-11-01' as Day });
      signals.push(
        ...bannersOf(makers[random.whole(2)], random).map((signal) => ({
          ...signal,
          seen: '2023-01-01' as Day,
        })),
      );
    }
  }
  if (onNetwork && random.chance(seen.onvif)) signals.push({ signal: 'onvif hardware', value: unit.model });
  const mac =
    onNetwork && random.chance(seen.mac) ? macOf(unit, other, random, world, signals, noise) : undefined;
  const hasBrand = random.chance(seen.brand) && brand !== '';
  const hasModel = random.chance(seen.model);
  return {
    kind: 'device',
    id: `G${index + 1}`,
    rows: [],
    count: 1,
    signals,
    facts: {},
    type: 'camera',
    ...(hasBrand ? { brand: random.chance(noise * wrong.misspelt) ? misspell(brand, random) : brand } : {}),
    ...(hasModel ? { model: register.model } : {}),
    ...(random.chance(seen.description) ? { purchaseText: `${register.brand} ${register.model} 4MP` } : {}),
    ...(mac ? { mac } : {}),
    ...(random.chance(seen.purchased) ? { purchased: unit.purchased } : {}),
    ...(random.chance(seen.country) ? { countryOfProduction: countryOf(unit, random) } : {}),
  };
}

function bannersOf(habit: MakerHabit | undefined, random: SeededRandom): Device['signals'][number][] {
  if (!habit) return [];
  if (habit.weak?.length && random.chance(habits.weakWordOnly))
    return [{ signal: 'http server', value: random.pick(habit.weak) }];
  const kinds: (readonly [string, readonly string[] | undefined])[] = [
    ['service product', habit.products],
    ['http server', habit.servers],
    ['rtsp server', habit.rtsp],
    ['realm', habit.realms],
    ['stream path', habit.paths],
    ['http title', habit.titles],
  ];
  const possible = kinds.filter(([, values]) => values !== undefined && values.length > 0);
  const shown = possible.filter(() => random.chance(0.5));
  return shown.map(([signal, values]) => ({ signal, value: fill(random.pick(values!), random) }));
}

function macOf(
  unit: Unit,
  other: Unit,
  random: SeededRandom,
  world: World,
  signals: Device['signals'][number][],
  noise: number,
): string {
  const rates = habits.macs;
  const end = (prefix: string) =>
    prefix +
    Array.from({ length: 12 - prefix.length }, () => random.whole(16).toString(16).toUpperCase()).join('');
  if (random.chance(noise * rates.locallyAdministered)) return end('06');
  if (random.chance(noise * rates.router)) {
    const mac = end('001AA1');
    signals.push({ signal: 'router mac', value: mac });
    return end('0A11');
  }
  if (random.chance(rates.module)) return end(random.pick(world.modules));
  if (random.chance(noise * rates.otherRegistrant)) return end(random.pick(world.others));
  const source = random.chance(noise * habits.wrong.mac) ? other : unit;
  const ownBlock = source.brandEntry ? world.prefixes.get(source.brandEntry.name) : undefined;
  const makerBlock = world.prefixes.get(source.maker) ?? world.prefixes.get(source.group);
  const block = ownBlock && (!makerBlock || random.chance(rates.ownBlockOfBrand)) ? ownBlock : makerBlock;
  return end(random.pick(block ?? world.modules));
}

function misspell(brand: string, random: SeededRandom): string {
  if (brand.length < 5) return brand;
  const at = 1 + random.whole(brand.length - 2);
  return brand.slice(0, at) + brand[at + 1]! + brand[at]! + brand.slice(at + 2);
}

function countryOf(unit: Unit, random: SeededRandom): string {
  const home = nameByText(unit.maker)?.home ?? (unit.maker === somebodyElse ? 'CN' : undefined);
  if (random.chance(habits.wrong.country)) return random.pick(['CN', 'TW', 'VN', 'US', 'KR']);
  return home ?? random.pick(['CN', 'TW', 'VN', 'US', 'KR', 'PL', 'DE']);
}
