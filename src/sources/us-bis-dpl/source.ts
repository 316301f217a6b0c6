import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { deniedPersonsTxt } from './denied-persons-txt.ts';
import { deniedPersonsExtract } from './extract.ts';

export const usBisDpl: Source = {
  id: 'us-bis-dpl',
  title: 'Denied Persons List',
  publisher: 'US Department of Commerce, Bureau of Industry and Security',
  regimes: ['us-bis-dpl'],
  addresses: [
    {
      format: 'bis-dpl-txt',
      files: [{ name: 'dpl.txt', url: 'https://www.bis.gov/dpl/dpl.txt' }],
    },
  ],
  freshnessDays: 30,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [deniedPersonsTxt, deniedPersonsExtract],
};
