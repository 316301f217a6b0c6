import { daysInWords, type Observation } from '../../model/index.ts';
import { html, longTable, Markup, table } from '../page.ts';
import { numberText } from '../page-words.ts';
import { countryOfPlace, type PublishedMap, publishedMaps, shortCountryName } from '../published-maps.ts';
import { type CountryMark, worldLandSvg, worldMapSvg } from '../world-map.ts';
import { flag } from './assumed.ts';

const shown = 12;

/** What others have counted or claimed, in their words and units: on maps where a unit has several countries, and as a table. */
export function publishedSection(rows: readonly Observation[]): Markup {
  if (rows.length === 0) return html``;
  return html`<h2 id="published">What others have published</h2><p>Their figures, with unit, day and known errors. They count different things and are never added up here; none is a finding of this report.</p>${mapsMarkup(rows)}${longTable(
    'Published observations',
    ['Who says so', 'Claim', 'Value', 'Unit', 'Place', 'As of', 'Caution'],
    rows.map((row) => [
      html`${author(row)}${flag(row.provenance.verified)}`,
      row.claim,
      valueText(row),
      row.unit,
      row.place,
      asOf(row),
      row.caution ?? '',
    ]),
    { shown, numeric: [2] },
  )}`;
}

function mapsMarkup(rows: readonly Observation[]): Markup {
  const maps = publishedMaps(rows);
  if (maps.length === 0) return html``;
  const told = [...new Set(rows.flatMap(({ place }) => countryOfPlace(place) ?? []))].sort();
  return html`${new Markup(worldLandSvg())}<div class="published-maps">${maps.map((map) => mapMarkup(map, told))}</div>
<p class="note">Dark land has a figure in the unit of its map; grey land is told of in the table below, in another unit or in words. Equal-area map after Natural Earth; its borders show no opinion on disputes.</p>`;
}

function mapMarkup(map: PublishedMap, told: readonly string[]): Markup {
  const { unit, form } = map;
  const says =
    form === 'amount'
      ? 'The area of a ring is one published figure. Where a country has several, they are by different authors or of different things, and stand one in the other.'
      : `The order of ${author(map.rows[0]!.observation)}.`;
  return html`<figure><figcaption><b>${capital(unit)}, by country.</b> ${says}</figcaption>${new Markup(
    worldMapSvg(marksOf(map), {
      label: `${capital(unit)} by country; the table under it says the same.`,
      told,
      form,
    }),
  )}${table(
    'The same as a table',
    ['Place', capital(unit), 'What, by whom, as of'],
    map.rows.map(({ observation, country }) => [
      html`${observation.place}${country === undefined ? html` <small>not on the map</small>` : ''}`,
      valueText(observation),
      html`${observation.claim} <small>${author(observation)}; ${asOf(observation) === 'not stated' ? 'day not stated' : `as of ${asOf(observation)}`}</small>`,
    ]),
    [1],
  )}</figure>`;
}

function marksOf({ rows }: PublishedMap): CountryMark[] {
  const values = new Map<string, number[]>();
  for (const { country, value } of rows) {
    if (country !== undefined) values.set(country, [...(values.get(country) ?? []), value]);
  }
  return [...values].map(([country, numbers]) => ({
    country,
    name: shortCountryName(country),
    values: numbers,
  }));
}

function author({ whoSays, system }: Observation): string {
  return system ? `${whoSays}, by ${system}` : whoSays;
}

/** Whole numbers with their thousands apart; days in words, years and other words as they stand. */
function valueText({ value, unit }: Observation): string {
  return /^\d+$/.test(value) && unit !== 'year' ? numberText(Number(value)) : daysInWords(value);
}

function asOf(row: Observation): string {
  return daysInWords(row.asOf);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
