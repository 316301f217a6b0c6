import type { Observation } from '../model/index.ts';
import unitTable from './tables/mapped-units.json' with { type: 'json' };
import placeTable from './tables/observation-places.json' with { type: 'json' };
import { isOnMap } from './world-map.ts';

/** What was published in one unit, for one map. */
export interface PublishedMap {
  readonly unit: string;
  /** An amount is drawn by its size; a place in an order of one author by its number. */
  readonly form: 'amount' | 'order';
  /** One row each, the largest amount or the first in order on top, those off the map last; never added up. */
  readonly rows: readonly {
    readonly observation: Observation;
    readonly value: number;
    /** Absent where the figure is of no single country, or of one too small for the map. */
    readonly country?: string;
  }[];
}

const forms = unitTable.units as Readonly<Record<string, PublishedMap['form']>>;
const shortNames = new Map(Object.entries(placeTable.shortNames));
const inside = new Map(Object.entries(placeTable.inside));

/** The country, by its name on the map, that a place lies in as far as its words say. */
export function countryOfPlace(place: string): string | undefined {
  const last = place.split(',').at(-1)!.trim();
  const name = shortNames.get(last) ?? inside.get(last) ?? last;
  return isOnMap(name) ? name : undefined;
}

/** Its name as the observations have it: `UK` and not `United Kingdom`. */
export function shortCountryName(country: string): string {
  return [...shortNames].find(([, name]) => name === country)?.[0] ?? country;
}

/** One map for each unit in which at least two countries have a number; the one of most countries first. */
export function publishedMaps(observations: readonly Observation[]): PublishedMap[] {
  const groups = new Map<string, { unit: string; form: PublishedMap['form']; rows: Observation[] }>();
  for (const observation of observations) {
    const { unit, whoSays, value } = observation;
    const form = forms[unit];
    if (form === undefined || !/^\d+(\.\d+)?$/.test(value)) continue;
    // Orders of different authors are different orders.
    const key = form === 'order' ? `${unit}\n${whoSays}` : unit;
    const group = groups.get(key) ?? { unit, form, rows: [] };
    groups.set(key, group);
    group.rows.push(observation);
  }
  return [...groups.values()]
    .map(({ unit, form, rows }) => ({ unit, form, rows: drawable(rows, form) }))
    .filter((map) => countriesOf(map) >= 2)
    .sort(
      (a, b) => Number(b.form === 'amount') - Number(a.form === 'amount') || countriesOf(b) - countriesOf(a),
    );
}

function drawable(observations: readonly Observation[], form: PublishedMap['form']): PublishedMap['rows'] {
  const direction = form === 'amount' ? -1 : 1;
  return observations
    .map((observation) => {
      const country = countryOfPlace(observation.place);
      return { observation, value: Number(observation.value), ...(country === undefined ? {} : { country }) };
    })
    .sort(
      (a, b) =>
        Number(a.country === undefined) - Number(b.country === undefined) ||
        direction * (a.value - b.value) ||
        (a.observation.id < b.observation.id ? -1 : 1),
    );
}

function countriesOf({ rows }: PublishedMap): number {
  return new Set(rows.flatMap(({ country }) => country ?? [])).size;
}
