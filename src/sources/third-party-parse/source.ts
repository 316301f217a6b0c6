import { testInputOnly } from '../licences.ts';
import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';
import type { Format, Source } from '../source.ts';

/** Names parsed by a third party from an official XML: no ids, aliases in one cell, and only for comparison. */
function parseFormat(id: string, title: string, regime: string, file: string): Format {
  return mappedFormat(
    defineMapping({
      id,
      title,
      regime,
      file,
      delimiter: ',',
      empty: ['None', 'Unknown'],
      columns: {
        Name: { to: 'name' },
        Alias: { to: 'name', kind: 'alias', split: ', ' },
        Nationality: { to: 'attribute', name: 'nationality as written', split: ', ' },
        Designation: {
          to: 'schema',
          values: {
            individual: 'Person',
            person: 'Person',
            entity: 'Organization',
            enterprise: 'Organization',
            vessel: 'Vessel',
            aircraft: 'Airplane',
          },
        },
        'Sanction Type': { to: 'program', split: ', ' },
      },
      leftOut: { Source: 'name of the list, the same in every row' },
    }),
    { id, partial: true, endsWithLineEnd: true },
  );
}

export const thirdPartyParse: Source = {
  id: 'third-party-parse',
  title: 'Names of the SDN and EU lists as parsed by a third party',
  publisher: 'third party',
  regimes: ['us-ofac-sdn', 'eu-fsf'],
  addresses: [],
  freshnessDays: 365,
  mayLosePercent: 50,
  licence: testInputOnly,
  verified: 'secondary',
  extra: true,
  formats: [
    parseFormat('sdn-names-parse', 'Names of sdn.xml', 'us-ofac-sdn', 'sdn_names.*\\.csv$'),
    parseFormat('eu-names-parse', 'Names of the EU XML', 'eu-fsf', 'europe_names.*\\.csv$'),
  ],
};
