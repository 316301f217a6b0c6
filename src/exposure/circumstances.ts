import { prepareQuestion } from '../law/index.ts';
import {
  type Asset,
  type Day,
  describePlace,
  factKeys,
  type Portfolio,
  places,
  purposes,
} from '../model/index.ts';

export type Facts = Readonly<Record<string, string | boolean>>;

/** What was stated of the user's assets and could not be used, or was set aside: with where it was first seen. */
export interface FactNotice {
  readonly notice: string;
  readonly where: string;
  /** On how many sites and assets. */
  readonly times: number;
}

/** One level of statements (portfolio, site or asset) in the words of the law. */
interface Level {
  readonly values: Readonly<Record<string, string>>;
  /** The purpose follows from the place and was not stated itself. */
  readonly isPurposeImplied: boolean;
  readonly notices: readonly string[];
}

/** Reads and brings together what portfolio, site and asset state. */
export interface Circumstances {
  /** The facts of an asset in the words of the law: the nearer statement wins. */
  of(asset: Asset): Facts;
  /** What could not be used so far, in order of first sight. */
  notices(): readonly FactNotice[];
  /** Notes something that could not be used of an asset. */
  note(notice: string, where: string): void;
}

const nothingStated: Facts = {};

/**
 * The circumstances of the assets of a portfolio. A word that the law does not know is never dropped silently: it
 * becomes a notice, once with the number of times. The same facts are read once, whatever the number of assets.
 */
export function createCircumstances(portfolio: Pick<Portfolio, 'facts' | 'sites'>): Circumstances {
  const sites = new Map(portfolio.sites.map((site) => [site.id, site]));
  const levels = new Map<string, Level>();
  const merged = new Map<string, { facts: Facts; notices: readonly string[] }>();
  const noted = new Map<string, { where: string; times: number }>();
  /** By the facts of the asset and those of its site: readers give equal statements as one object. */
  const ofFacts = new WeakMap<Facts, Map<Facts, { facts: Facts; notices: readonly string[] }>>();

  const note = (notice: string, where: string) => {
    const known = noted.get(notice);
    if (known) known.times++;
    else noted.set(notice, { where, times: 1 });
  };
  const levelOf = (facts: Facts): Level => {
    const key = JSON.stringify(facts);
    let level = levels.get(key);
    if (!level) {
      level = readLevel(facts);
      if (levels.size > 20_000) levels.clear();
      levels.set(key, level);
    }
    return level;
  };
  const upToSite = (id: string | undefined) => {
    const key = `site ${id ?? ''}`;
    let found = merged.get(key);
    if (!found) {
      const whole = levelOf(portfolio.facts);
      const site = id === undefined ? undefined : sites.get(id);
      found = site
        ? nearer(whole.values, levelOf(site.facts))
        : { facts: whole.values, notices: [] as string[] };
      if (site) {
        for (const notice of [...levelOf(site.facts).notices, ...found.notices]) {
          note(notice, `site ${site.name}`);
        }
      }
      if (merged.size > 20_000) merged.clear();
      merged.set(key, found);
    }
    return found.facts;
  };

  for (const notice of levelOf(portfolio.facts).notices) note(notice, 'portfolio');
  for (const { id } of portfolio.sites) upToSite(id);

  return {
    of(asset) {
      const base = upToSite(asset.site);
      const own = ownFacts(asset);
      if (own === nothingStated) return base;
      let bySite = ofFacts.get(own);
      if (!bySite) {
        bySite = new Map();
        ofFacts.set(own, bySite);
      }
      let found = bySite.get(base);
      if (!found) {
        const level = levelOf(own);
        const together = nearer(base, level);
        found = { facts: together.facts, notices: [...level.notices, ...together.notices] };
        bySite.set(base, found);
      }
      for (const notice of found.notices) note(notice, whereOf(asset));
      return found.facts;
    },
    notices: () => [...noted].map(([notice, { where, times }]) => ({ notice, where, times })),
    note,
  };
}

/** Where an asset was first read: `devices.csv:12`. */
export function whereOf(asset: Asset): string {
  return asset.rows[0] ? describePlace(asset.rows[0]) : asset.id;
}

function ownFacts(asset: Asset): Facts {
  if (asset.kind === 'device') return isEmpty(asset.facts) ? nothingStated : asset.facts;
  // What is sold to a federal customer is provided to the government (s.889(a)(1)(A), FAR 52.204-25(b)(1)). A federal
  // clause in a contract with a supplier does not say whose use the goods are for: that stays open.
  if (asset.kind === 'contract' && asset.federal && asset.counterpartyRole === 'customer')
    return { for: 'delivery to the government' };
  return nothingStated;
}

function isEmpty(facts: Facts): boolean {
  for (const _ in facts) return false;
  return true;
}

/** Facts that belong to one unit or to its parties; over a whole site or portfolio they say nothing. */
const ofTheItem = /^(maker|manufacturer|brand)$/i;

function readLevel(facts: Facts): Level {
  // Day and activity do not matter: only the reading of the facts is used.
  const prepared = prepareQuestion({ on: '2000-01-01' as Day, actor: 'person', activity: 'use', facts });
  const values: Record<string, string> = {};
  const notices = [...prepared.facts.notices];
  for (const [fact, value] of prepared.facts.values) {
    const conflict = prepared.facts.conflicts.get(fact);
    // Nothing may be assumed in the place of a fact that was stated twice, differently.
    values[fact] = conflict === undefined ? value : 'unknown';
    if (conflict !== undefined)
      notices.push(`The fact "${fact}" is stated as ${conflict}: taken as unknown.`);
  }
  if (prepared.eccn !== undefined) values.eccn = prepared.eccn;
  if (prepared.origin !== undefined) values.origin = prepared.origin;
  for (const key of Object.keys(facts)) {
    if (ofTheItem.test(key))
      notices.push(`The fact "${key}" belongs in a column of the devices and was not used.`);
  }
  const isPurposeStated = Object.keys(facts).some(
    (key) =>
      factKeys.find(key)?.word === 'purpose' || (purposes.find(key) !== undefined && !places.find(key)),
  );
  return { values, isPurposeImplied: values.purpose !== undefined && !isPurposeStated, notices };
}

/** What is stated nearer to the asset wins; a nearer place speaks for its purpose, which is told where it changes one. */
function nearer(base: Facts, level: Level): { facts: Facts; notices: readonly string[] } {
  const before = base.purpose;
  const notices =
    level.isPurposeImplied && typeof before === 'string' && before !== level.values.purpose
      ? [
          `The place "${level.values.place ?? ''}" speaks for the purpose "${level.values.purpose}", taken instead of "${before}", which was stated more generally.`,
        ]
      : [];
  return { facts: { ...base, ...level.values }, notices };
}
