import {
  type Assumption,
  activities,
  addDays,
  type Day,
  dayInWords,
  Fault,
  type PartyId,
  type RegimeId,
} from '../model/index.ts';
import { meantWords } from './meant-words.ts';
import { ownPrice, type Price } from './price-list.ts';
import type { ScenarioAssumption, ScenarioWords } from './scenario.ts';
import type { ScenarioFile, ScenarioInput } from './scenario-file.ts';
import { captionOf, partiesNamed, partyNamed, regimeNamed, titleOf } from './scenario-names.ts';
import { at, contradiction, type Place, placeOf } from './scenario-place.ts';

/** What the layers of a scenario assume together, from the first base to the scenario itself. */
export function assumptionsOf(
  layers: readonly ScenarioFile[],
  words: ScenarioWords,
  on: Day,
): { assumptions: readonly ScenarioAssumption[]; prices: readonly Price[] } {
  return new ScenarioReader(layers, words, on).read();
}

interface AssumedListing {
  readonly party: PartyId;
  readonly name: string;
  readonly regime: RegimeId;
  readonly from: Day;
  readonly place: Place;
}

type ListName = 'list' | 'delist' | 'allies' | 'licences' | 'divest' | 'rules' | 'prices';

class ScenarioReader {
  readonly #layers: readonly ScenarioFile[];
  readonly #words: ScenarioWords;
  readonly #on: Day;
  readonly #made: ScenarioAssumption[] = [];
  readonly #listed: AssumedListing[] = [];

  constructor(layers: readonly ScenarioFile[], words: ScenarioWords, on: Day) {
    this.#layers = layers;
    this.#words = words;
    this.#on = on;
  }

  read(): { assumptions: readonly ScenarioAssumption[]; prices: readonly Price[] } {
    for (const [entry, place] of this.#entries('list')) this.#listing(entry, place);
    for (const [entry, place] of this.#entries('delist')) this.#delisting(entry, place);
    const named = [...this.#listed];
    for (const [entry, place] of this.#entries('allies')) this.#ally(entry, place, named);
    let number = 0;
    for (const [entry, place] of this.#entries('licences')) this.#licence(entry, place, ++number);
    for (const [entry, place] of this.#entries('divest')) this.#divestment(entry, place);
    for (const [entry, place] of this.#entries('rules')) this.#rule(entry, place);
    const top = this.#layers.at(-1)!;
    if (this.#made.length === 0)
      throw contradiction(
        { layer: top, path: [] },
        'The scenario assumes nothing.',
        'Add a list, delist, licences, divest or rules entry.',
      );
    return { assumptions: this.#made, prices: this.#prices() };
  }

  *#entries<Name extends ListName>(
    name: Name,
  ): Generator<readonly [entry: ScenarioInput[Name][number], place: Place]> {
    for (const layer of this.#layers) {
      for (const [at, entry] of layer.input[name].entries()) yield [entry, { layer, path: [name, at] }];
    }
  }

  #listing(entry: ScenarioInput['list'][number], place: Place): void {
    const regime = regimeNamed(this.#words, entry.regime, place);
    const from = entry.from ?? this.#on;
    if (entry.until && entry.until < from)
      throw contradiction(at(place, 'until'), 'The listing would end before it begins.', 'Swap the days.');
    for (const { party, name } of partiesNamed(this.#words, entry, place)) {
      if (this.#words.isListed?.(party, regime, from)) {
        // Of those who meet a criterion some may be there already; nobody has to leave them out by hand.
        if (entry.party === undefined) continue;
        throw contradiction(
          place,
          `${name} is on ${regime} already on ${from}, so nothing is assumed.`,
          'Choose an earlier day, another list, or leave it out.',
        );
      }
      const rest = {
        ...(entry.until ? { until: entry.until } : {}),
        ...(entry.program ? { program: entry.program } : {}),
      };
      if (!this.#putOn({ party, name, regime, from, place })) continue;
      this.#add(
        'designation',
        `${captionOf(this.#words, party)} on ${titleOf(this.#words, regime)} from ${dayInWords(from)}`,
        {
          kind: 'listing',
          party,
          regime,
          from,
          ...rest,
        },
      );
    }
  }

  /** Notes a listing; false where the same one is assumed already. Throws where it cannot be. */
  #putOn(listing: AssumedListing): boolean {
    const { party, name, regime, from, place } = listing;
    const founded = this.#words.regime(regime)?.founded;
    if (founded && from < founded) {
      throw contradiction(
        at(place, 'from'),
        `${regime} did not exist on ${from}; it began on ${founded}.`,
        'Choose a later day.',
      );
    }
    const born = this.#words.founded(party);
    if (born && from < born) {
      throw contradiction(
        at(place, 'from'),
        `${name} would be listed before it was founded (${born}).`,
        'Choose a later day.',
      );
    }
    const known = this.#listed.find((one) => one.party === party && one.regime === regime);
    if (!known) {
      this.#listed.push(listing);
      return true;
    }
    if (known.from === from) return false;
    throw contradiction(
      place,
      `${name} is put on ${regime} on ${known.from} and again on ${from}.`,
      `Keep one; the other is in ${known.place.layer.file}, line ${known.place.layer.lineOf(known.place.path)}.`,
    );
  }

  #delisting(entry: ScenarioInput['delist'][number], place: Place): void {
    const regime = regimeNamed(this.#words, entry.regime, place);
    for (const { party, name } of partiesNamed(this.#words, entry, place)) {
      const from = entry.from ?? this.#on;
      const again = this.#listed.find((one) => one.party === party && one.regime === regime);
      if (!again && this.#words.isListed?.(party, regime, from) === false) {
        if (entry.party === undefined) continue;
        throw contradiction(
          place,
          `${name} is not on ${entry.regime} on ${from}, so it cannot be taken off it.`,
          `Check party and day: aftershock show ${party} says where it stands.`,
        );
      }
      if (again && from <= again.from) {
        throw contradiction(
          place,
          `${name} is put on ${entry.regime} and taken off it on the same day or before.`,
          'Let the delisting come later, or drop one of the two.',
        );
      }
      this.#add(
        'delisting',
        `${captionOf(this.#words, party)} off ${titleOf(this.#words, regime)} from ${dayInWords(from)}`,
        {
          kind: 'delisting',
          party,
          regime,
          from,
        },
      );
    }
  }

  #ally(entry: ScenarioInput['allies'][number], place: Place, named: readonly AssumedListing[]): void {
    if (named.length === 0)
      throw contradiction(place, 'Allies can only follow a listing.', 'Add a list entry.');
    if (entry.from !== undefined && entry.after !== undefined) {
      throw contradiction(
        at(place, 'after'),
        'An ally has both a day and a delay.',
        'Keep either from or after.',
      );
    }
    for (const id of entry.regime) {
      const regime = regimeNamed(this.#words, id, place);
      for (const { party, name, from: first } of named) {
        const from = entry.from ?? addDays(first, entry.after ?? 0);
        // An ally that has the party already follows nobody.
        if (this.#words.isListed?.(party, regime, from)) continue;
        if (from < first) {
          throw contradiction(
            at(place, 'from'),
            `${id} would follow (${from}) before ${name} is listed (${first}).`,
            'Choose a later day, or put the party on that regime under list.',
          );
        }
        if (this.#putOn({ party, name, regime, from, place }))
          this.#add(
            'ally',
            `${captionOf(this.#words, party)} on ${titleOf(this.#words, regime)} from ${dayInWords(from)}`,
            {
              kind: 'listing',
              party,
              regime,
              from,
            },
          );
      }
    }
  }

  #licence(entry: ScenarioInput['licences'][number], place: Place, number: number): void {
    const template = entry.template === undefined ? undefined : this.#words.template(entry.template);
    if (entry.template !== undefined && !template) {
      throw contradiction(
        at(place, 'template'),
        `There is no licence template "${entry.template}".`,
        meantWords(entry.template, this.#words.templates, 'Templates'),
      );
    }
    const regimeWord = entry.regime ?? this.#listed[0]?.regime;
    if (regimeWord === undefined) throw contradiction(place, 'The licence names no regime.', 'Add regime.');
    const regime = regimeNamed(this.#words, regimeWord, place);
    const under = this.#listed.filter((one) => one.regime === regime);
    const parties =
      entry.party?.map((name) => partyNamed(this.#words, name, at(place, 'party'))) ??
      under.map((one) => one.party);
    if (parties.length === 0) {
      throw contradiction(
        place,
        `The licence under ${regime} is for nobody: the scenario puts no one on that regime.`,
        'Say whom it is for with party.',
      );
    }
    const { from, until } = this.#licencePeriod(entry, place, under[0]?.from, template?.days);
    const covers = entry.covers ?? template?.covers ?? 'parties';
    const name = entry.name ?? template?.title ?? `Licence ${number}`;
    const conditions = entry.conditions ?? template?.conditions;
    const assumption: Assumption = {
      kind: 'licence',
      name,
      regime,
      parties: [...new Set(parties)],
      covers,
      activities: this.#activities(entry.activities ?? template?.activities ?? [], place),
      from,
      until,
      ...(conditions === undefined ? {} : { conditions }),
      ...(template ? { precedent: template.citation } : {}),
    };
    if (this.#repeats(assumption, place)) return;
    this.#add('licence', `${name}, ${dayInWords(from)} to ${dayInWords(until)}`, assumption);
  }

  #licencePeriod(
    entry: ScenarioInput['licences'][number],
    place: Place,
    listed: Day | undefined,
    templateDays: number | undefined,
  ): { from: Day; until: Day } {
    if (entry.until !== undefined && entry.days !== undefined) {
      throw contradiction(
        at(place, 'days'),
        'The licence has both an end and a length.',
        'Keep either until or days.',
      );
    }
    const from = entry.from ?? listed ?? this.#on;
    const days = entry.days ?? templateDays;
    const until = entry.until ?? (days === undefined ? undefined : addDays(from, days));
    if (until === undefined)
      throw contradiction(place, 'The licence has no end.', 'Add until, days or a template.');
    if (until < from)
      throw contradiction(
        place,
        `The licence would end (${until}) before it begins (${from}).`,
        'Correct the days.',
      );
    return { from, until };
  }

  #activities(given: readonly string[], place: Place): string[] {
    return given.map((text) => {
      const word = activities.find(text);
      if (word) return word.word;
      const near = activities.suggest(text);
      throw new Fault('AS_UNKNOWN_WORD', `"${text}" is no activity.`, {
        place: placeOf(at(place, 'activities')),
        remedy:
          near.length > 0
            ? `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?`
            : 'All words are in docs/law-vocabulary.md.',
      });
    });
  }

  /** Whether the same licence is assumed already. Throws where one of its name says otherwise. */
  #repeats(licence: Extract<Assumption, { kind: 'licence' }>, place: Place): boolean {
    for (const { assumption } of this.#made) {
      if (assumption.kind !== 'licence' || assumption.regime !== licence.regime) continue;
      if (assumption.name !== licence.name) continue;
      if (JSON.stringify(assumption) === JSON.stringify(licence)) return true;
      throw contradiction(
        place,
        `Two licences are called "${licence.name}" and disagree.`,
        'Give them different names or keep one.',
      );
    }
    return false;
  }

  #divestment(entry: ScenarioInput['divest'][number], place: Place): void {
    const owner = partyNamed(this.#words, entry.owner, at(place, 'owner'));
    const owned = partyNamed(this.#words, entry.owned, at(place, 'owned'));
    const to = entry.to === undefined ? {} : { to: partyNamed(this.#words, entry.to, at(place, 'to')) };
    if (owner === owned || to.to === owner) {
      throw contradiction(
        place,
        `${entry.owner} cannot sell to or hold itself.`,
        'Name seller, buyer and company.',
      );
    }
    const from = entry.from ?? this.#on;
    const left = entry.share === undefined ? 'its share' : 'part of its share';
    this.#add(
      'divestment',
      `${captionOf(this.#words, owner)} sells ${left} of ${captionOf(this.#words, owned)} on ${dayInWords(from)}`,
      {
        kind: 'divestment',
        owner,
        owned,
        from,
        share: entry.share ?? null,
        ...to,
      },
    );
  }

  #rule(entry: ScenarioInput['rules'][number], place: Place): void {
    const regime = regimeNamed(this.#words, entry.regime, place);
    const known = this.#words.regime(entry.regime)?.provisions;
    if (known && !known.includes(entry.provision)) {
      throw contradiction(
        at(place, 'provision'),
        `${entry.regime} has no provision "${entry.provision}".`,
        meantWords(entry.provision, known, 'Provisions'),
      );
    }
    const { from, until } = entry;
    if (from === undefined && until === undefined)
      throw contradiction(place, 'The rule change changes nothing.', 'Add from, until or both.');
    if (from !== undefined && until !== undefined && until < from)
      throw contradiction(at(place, 'until'), 'The rule would end before it begins.', 'Swap the days.');
    const days = [
      ...(from === undefined ? [] : [`begins on ${dayInWords(from)}`]),
      ...(until === undefined ? [] : [`ends on ${dayInWords(until)}`]),
    ];
    this.#add(
      'rule',
      `${titleOf(this.#words, regime)}, provision ${entry.provision}, ${days.join(' and ')}`,
      {
        kind: 'rule',
        regime,
        provision: entry.provision,
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
      },
    );
  }

  #prices(): Price[] {
    const prices = new Map<string, Price>();
    for (const [entry, place] of this.#entries('prices')) {
      if (entry.high < entry.low)
        throw contradiction(at(place, 'high'), 'The range ends below where it begins.', 'Swap low and high.');
      // A later layer speaks last.
      prices.set(entry.device.toLowerCase(), ownPrice(entry));
    }
    return [...prices.values()];
  }

  #add(group: ScenarioAssumption['group'], words: string, assumption: Assumption): void {
    this.#made.push({ group, words, assumption });
  }
}
