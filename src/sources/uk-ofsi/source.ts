import { openGovernmentUk } from '../licences.ts';
import type { Source } from '../source.ts';
import { ofsiConList } from './conlist.ts';

/** The former list of the Treasury; since January 2026 the UK Sanctions List of the FCDO stands in its place. */
export const ukOfsi: Source = {
  id: 'uk-ofsi',
  title: 'OFSI Consolidated List of Financial Sanctions Targets (former)',
  publisher: 'HM Treasury, Office of Financial Sanctions Implementation',
  regimes: ['uk-sanctions'],
  addresses: [
    {
      format: 'ofsi-conlist',
      files: [
        {
          name: 'ConList.csv',
          url: 'https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv',
        },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: openGovernmentUk,
  verified: 'secondary',
  formats: [ofsiConList],
};
