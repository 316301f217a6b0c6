import type { Day } from '../model/index.ts';
import { ownPrice, type Price } from './price-list.ts';
import type { ScenarioAssumption, ScenarioWords } from './scenario.ts';
import { assumeDivestment } from './scenario-divestments.ts';
import type { Entry, ListName, ScenarioDraft } from './scenario-draft.ts';
import type { ScenarioFile } from './scenario-file.ts';
import { assumeLicence } from './scenario-licences.ts';
import { assumeAlly, assumeDelisting, assumeListing } from './scenario-listings.ts';
import { at, contradiction, type Place } from './scenario-place.ts';
import { assumeRule } from './scenario-rules.ts';

/** What the layers of a scenario assume together, from the first base to the scenario itself. */
export function assumptionsOf(
  layers: readonly ScenarioFile[],
  words: ScenarioWords,
  on: Day,
): { assumptions: readonly ScenarioAssumption[]; prices: readonly Price[] } {
  const draft: ScenarioDraft = { words, on, made: [], listed: [] };
  for (const [entry, place] of entriesOf(layers, 'list')) assumeListing(draft, entry, place);
  for (const [entry, place] of entriesOf(layers, 'delist')) assumeDelisting(draft, entry, place);
  // Allies follow who is put under list, not each other.
  const named = [...draft.listed];
  for (const [entry, place] of entriesOf(layers, 'allies')) assumeAlly(draft, entry, place, named);
  let number = 0;
  for (const [entry, place] of entriesOf(layers, 'licences')) assumeLicence(draft, entry, place, ++number);
  for (const [entry, place] of entriesOf(layers, 'divest')) assumeDivestment(draft, entry, place);
  for (const [entry, place] of entriesOf(layers, 'rules')) assumeRule(draft, entry, place);
  if (draft.made.length === 0) {
    throw contradiction(
      { layer: layers.at(-1)!, path: [] },
      'The scenario assumes nothing.',
      'Add a list, delist, licences, divest or rules entry.',
    );
  }
  return { assumptions: draft.made, prices: pricesOf(layers) };
}

function* entriesOf<Name extends ListName>(
  layers: readonly ScenarioFile[],
  name: Name,
): Generator<readonly [entry: Entry<Name>, place: Place]> {
  for (const layer of layers) {
    for (const [at, entry] of layer.input[name].entries()) yield [entry, { layer, path: [name, at] }];
  }
}

function pricesOf(layers: readonly ScenarioFile[]): Price[] {
  const prices = new Map<string, Price>();
  for (const [entry, place] of entriesOf(layers, 'prices')) {
    if (entry.high < entry.low)
      throw contradiction(at(place, 'high'), 'The range ends below where it begins.', 'Swap low and high.');
    // A later layer speaks last.
    prices.set(entry.device.toLowerCase(), ownPrice(entry));
  }
  return [...prices.values()];
}
