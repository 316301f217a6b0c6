import { type Assumption, activities, addDays, type Day, dayInWords, Fault } from '../model/index.ts';
import { meantWords } from './meant-words.ts';
import { assume, type Entry, type ScenarioDraft } from './scenario-draft.ts';
import { partyNamed, regimeNamed } from './scenario-names.ts';
import { at, contradiction, type Place, placeOf } from './scenario-place.ts';

/** A licence of an entry of `licences`, after its template where it has one; `number` names one without a name. */
export function assumeLicence(
  draft: ScenarioDraft,
  entry: Entry<'licences'>,
  place: Place,
  number: number,
): void {
  const template = entry.template === undefined ? undefined : draft.words.template(entry.template);
  if (entry.template !== undefined && !template) {
    throw contradiction(
      at(place, 'template'),
      `There is no licence template "${entry.template}".`,
      meantWords(entry.template, draft.words.templates, 'Templates'),
    );
  }
  const regimeWord = entry.regime ?? draft.listed[0]?.regime;
  if (regimeWord === undefined) throw contradiction(place, 'The licence names no regime.', 'Add regime.');
  const regime = regimeNamed(draft.words, regimeWord, place);
  const under = draft.listed.filter((one) => one.regime === regime);
  const parties =
    entry.party?.map((name) => partyNamed(draft.words, name, at(place, 'party'))) ??
    under.map((one) => one.party);
  if (parties.length === 0) {
    throw contradiction(
      place,
      `The licence under ${regime} is for nobody: the scenario puts no one on that regime.`,
      'Say whom it is for with party.',
    );
  }
  const { from, until } = licencePeriod(draft, entry, place, under[0]?.from, template?.days);
  const covers = entry.covers ?? template?.covers ?? 'parties';
  const name = entry.name ?? template?.title ?? `Licence ${number}`;
  const conditions = entry.conditions ?? template?.conditions;
  const assumption: Assumption = {
    kind: 'licence',
    name,
    regime,
    parties: [...new Set(parties)],
    covers,
    activities: licensedActivities(entry.activities ?? template?.activities ?? [], place),
    from,
    until,
    ...(conditions === undefined ? {} : { conditions }),
    ...(template ? { precedent: template.citation } : {}),
  };
  if (isRepeated(draft, assumption, place)) return;
  assume(draft, 'licence', `${name}, ${dayInWords(from)} to ${dayInWords(until)}`, assumption);
}

function licencePeriod(
  draft: ScenarioDraft,
  entry: Entry<'licences'>,
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
  const from = entry.from ?? listed ?? draft.on;
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

function licensedActivities(given: readonly string[], place: Place): string[] {
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
function isRepeated(
  draft: ScenarioDraft,
  licence: Extract<Assumption, { kind: 'licence' }>,
  place: Place,
): boolean {
  for (const { assumption } of draft.made) {
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
