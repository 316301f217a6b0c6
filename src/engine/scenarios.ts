import { basename, dirname, join } from 'node:path';
import type { Casebook } from '../casebook/index.ts';
import { createRegimeOf } from '../exposure/index.ts';
import {
  type Day,
  Fault,
  type Listing,
  type PartyId,
  type RegimeId,
  type RegisterView,
} from '../model/index.ts';
import {
  type LicenceTemplate,
  parseScenario,
  type Scenario,
  type ScenarioWords,
} from '../rehearsal/index.ts';
import { filesIn, isFolder, readText } from './files.ts';

/** Scenarios that ship with the casebook: id and path, in order. */
export function shippedScenarios(casebook: Casebook): { id: string; path: string }[] {
  const folder = join(casebook.folder, 'scenarios');
  if (!isFolder(folder)) return [];
  return filesIn(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ id: basename(name, '.yaml'), path: join(folder, name) }));
}

/** What scenarios may name: parties as `resolve` finds them, and the regimes, criteria and precedents of the casebook. */
export function scenarioWords(
  casebook: Casebook,
  resolve: (text: string) => PartyId,
  register?: RegisterView,
): ScenarioWords {
  const regimes = new Map(casebook.regimes.map((regime) => [regime.id as string, regime]));
  const precedents = new Map(
    casebook.precedents.map((precedent): [string, LicenceTemplate] => [precedent.id, precedent]),
  );
  const criteria = new Map(
    casebook.criteria.map((criterion) => [criterion.id, criterion.parties.map(({ party }) => party)]),
  );
  const captions = new Map(casebook.parties.map((party): [PartyId, string] => [party.id, party.caption]));
  const founded = new Map(casebook.parties.map((party) => [party.id, party.founded?.earliest]));
  return {
    party: resolve,
    caption: (party) => register?.party(party)?.caption ?? captions.get(party) ?? party,
    criterion: (id) => criteria.get(id),
    criteria: [...criteria.keys()].sort(),
    regime: (id) => {
      const regime = regimes.get(id as RegimeId);
      return (
        regime && {
          founded: regime.from,
          title: regime.short,
          provisions: regime.provisions.map((one) => one.id),
        }
      );
    },
    regimes: [...regimes.keys()].sort(),
    template: (id) => precedents.get(id),
    templates: [...precedents.keys()].sort(),
    founded: (party) => founded.get(party),
    ...(register ? { isListed: listedIn(casebook, register) } : {}),
    heldFrom: (asked) => {
      const first = firstDay(casebook.listings);
      // The register may be large; it is looked through only where the casebook does not reach.
      return register && first !== undefined && asked < first ? firstDay(register.listings()) : first;
    },
    // By id alone: a scenario that comes over the network names no files of this machine.
    base: (word) => {
      const shipped = shippedScenarios(casebook).find((one) => one.id === word);
      return shipped && { file: basename(shipped.path), text: readText(shipped.path) };
    },
  };
}

function listedIn(casebook: Casebook, register: RegisterView): NonNullable<ScenarioWords['isListed']> {
  const regimeOf = createRegimeOf(casebook.regimes);
  return (party, regime, on) =>
    register
      .listingsOf(party)
      .some(
        (listing) =>
          (listing.regime === regime || regimeOf(listing) === regime) &&
          (listing.from ?? listing.seen ?? on) <= on &&
          (listing.until === undefined || on <= listing.until),
      );
}

function firstDay(listings: Iterable<Listing>): Day | undefined {
  let first: Day | undefined;
  for (const { from, seen } of listings) {
    const day = from ?? seen;
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return first;
}

/** A scenario by the id of one that ships, or by the path of a file. */
export function openScenario(word: string, casebook: Casebook, words: ScenarioWords, on?: Day): Scenario {
  const shipped = shippedScenarios(casebook);
  const path = shipped.find((one) => one.id === word)?.path ?? word;
  if (path === word && !/[./\\]/.test(word)) {
    throw new Fault('AS_FILE_MISSING', `There is no scenario "${word}".`, {
      remedy: `Give the path of a file, or one of: ${shipped.map((one) => one.id).join(', ')}.`,
    });
  }
  const withPaths: ScenarioWords = {
    ...words,
    base: (base, from) => {
      const known = words.base?.(base, from);
      if (known || !/[./\\]/.test(base)) return known;
      const file = join(dirname(from), base);
      return { file, text: readText(file) };
    },
  };
  return parseScenario(readText(path), path === word ? word : basename(path), withPaths, on);
}
