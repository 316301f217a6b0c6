import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { cslCsv } from './csv.ts';
import { cslRegimes } from './entry.ts';
import { cslJson } from './json.ts';

/** Eleven lists of three departments in one file; each entry is listed under the regime of its own list. */
export const usCsl: Source = {
  id: 'us-csl',
  title: 'Consolidated Screening List',
  publisher: 'US Department of Commerce, International Trade Administration',
  regimes: cslRegimes,
  addresses: [
    {
      format: 'csl-csv',
      files: [
        {
          name: 'consolidated.csv',
          url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv',
        },
      ],
    },
    {
      format: 'csl-json',
      files: [
        {
          name: 'consolidated.json',
          url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json',
        },
      ],
    },
  ],
  freshnessDays: 7,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [cslCsv, cslJson],
};
