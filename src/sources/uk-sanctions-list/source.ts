import { openGovernmentUk } from '../licences.ts';
import type { Source } from '../source.ts';
import { ukSanctionsCsv } from './csv.ts';
import { ukSanctionsXml } from './xml.ts';

export const ukSanctionsList: Source = {
  id: 'uk-sanctions-list',
  title: 'UK Sanctions List',
  publisher: 'Foreign, Commonwealth and Development Office',
  regimes: ['uk-sanctions'],
  addresses: [
    {
      format: 'uk-sanctions-list-csv',
      files: [
        {
          name: 'UK-Sanctions-List.csv',
          url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv',
        },
      ],
    },
    {
      format: 'uk-sanctions-list-xml',
      files: [
        {
          name: 'UK-Sanctions-List.xml',
          url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml',
        },
      ],
    },
  ],
  freshnessDays: 7,
  mayLosePercent: 10,
  licence: openGovernmentUk,
  verified: 'secondary',
  formats: [ukSanctionsCsv, ukSanctionsXml],
};
