import { addDays, dayInWords } from '../model/index.ts';
import { type AssumedListing, assume, type Entry, type ScenarioDraft } from './scenario-draft.ts';
import { captionOf, partiesNamed, regimeNamed, titleOf } from './scenario-names.ts';
import { at, contradiction, type Place } from './scenario-place.ts';

/** The parties that an entry of `list` puts on a list. Throws where one stands there already or cannot have stood there. */
export function assumeListing(draft: ScenarioDraft, entry: Entry<'list'>, place: Place): void {
  const regime = regimeNamed(draft.words, entry.regime, place);
  const from = entry.from ?? draft.on;
  if (entry.until && entry.until < from)
    throw contradiction(at(place, 'until'), 'The listing would end before it begins.', 'Swap the days.');
  for (const { party, name } of partiesNamed(draft.words, entry, place)) {
    if (draft.words.isListed?.(party, regime, from)) {
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
    if (!putOn(draft, { party, name, regime, from, place })) continue;
    assume(
      draft,
      'designation',
      `${captionOf(draft.words, party)} on ${titleOf(draft.words, regime)} from ${dayInWords(from)}`,
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
function putOn(draft: ScenarioDraft, listing: AssumedListing): boolean {
  const { party, name, regime, from, place } = listing;
  const founded = draft.words.regime(regime)?.founded;
  if (founded && from < founded) {
    throw contradiction(
      at(place, 'from'),
      `${regime} did not exist on ${from}; it began on ${founded}.`,
      'Choose a later day.',
    );
  }
  const born = draft.words.founded(party);
  if (born && from < born) {
    throw contradiction(
      at(place, 'from'),
      `${name} would be listed before it was founded (${born}).`,
      'Choose a later day.',
    );
  }
  const known = draft.listed.find((one) => one.party === party && one.regime === regime);
  if (!known) {
    draft.listed.push(listing);
    return true;
  }
  if (known.from === from) return false;
  throw contradiction(
    place,
    `${name} is put on ${regime} on ${known.from} and again on ${from}.`,
    `Keep one; the other is in ${known.place.layer.file}, line ${known.place.layer.lineOf(known.place.path)}.`,
  );
}

/** The parties that an entry of `delist` takes off a list. Throws where one is not on it. */
export function assumeDelisting(draft: ScenarioDraft, entry: Entry<'delist'>, place: Place): void {
  const regime = regimeNamed(draft.words, entry.regime, place);
  for (const { party, name } of partiesNamed(draft.words, entry, place)) {
    const from = entry.from ?? draft.on;
    const again = draft.listed.find((one) => one.party === party && one.regime === regime);
    if (!again && draft.words.isListed?.(party, regime, from) === false) {
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
    assume(
      draft,
      'delisting',
      `${captionOf(draft.words, party)} off ${titleOf(draft.words, regime)} from ${dayInWords(from)}`,
      {
        kind: 'delisting',
        party,
        regime,
        from,
      },
    );
  }
}

/** The regimes that follow the listings in `named`, each party on the day or with the delay of the entry. */
export function assumeAlly(
  draft: ScenarioDraft,
  entry: Entry<'allies'>,
  place: Place,
  named: readonly AssumedListing[],
): void {
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
    const regime = regimeNamed(draft.words, id, place);
    for (const { party, name, from: first } of named) {
      const from = entry.from ?? addDays(first, entry.after ?? 0);
      // An ally that has the party already follows nobody.
      if (draft.words.isListed?.(party, regime, from)) continue;
      if (from < first) {
        throw contradiction(
          at(place, 'from'),
          `${id} would follow (${from}) before ${name} is listed (${first}).`,
          'Choose a later day, or put the party on that regime under list.',
        );
      }
      if (putOn(draft, { party, name, regime, from, place }))
        assume(
          draft,
          'ally',
          `${captionOf(draft.words, party)} on ${titleOf(draft.words, regime)} from ${dayInWords(from)}`,
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
