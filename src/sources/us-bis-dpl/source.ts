import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { deniedPersonsTxt } from './denied-persons-txt.ts';
import { deniedPersonsExtract } from './extract.ts';

export const usBisDpl: Source = {
  id: 'us-bis-dpl',
  title: 'Denied Persons List',
  publisher: 'US Department of Commerce, Bureau of Industry and Security',
  regimes: ['us-bis-dpl'],
  // Since the move to bis.gov, `dpl.txt` leads to the home page, and the list is a CSV whose name changes with its date
  // (`media.bis.gov/sites/default/files/dpl_04142026.csv`): no address would stay true. `us-csl` carries the list.
  addresses: [],
  freshnessDays: 30,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [deniedPersonsTxt, deniedPersonsExtract],
};
