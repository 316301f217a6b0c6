import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { uflpaExtract } from './extract.ts';
import { uflpaPage } from './page-html.ts';

export const usUflpa: Source = {
  id: 'us-uflpa',
  title: 'Uyghur Forced Labor Prevention Act Entity List',
  publisher: 'US Department of Homeland Security',
  regimes: ['us-uflpa'],
  addresses: [
    {
      format: 'uflpa-page-html',
      files: [{ name: 'uflpa-entity-list.html', url: 'https://www.dhs.gov/uflpa-entity-list' }],
    },
  ],
  freshnessDays: 60,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'verified',
  formats: [uflpaPage, uflpaExtract],
};
