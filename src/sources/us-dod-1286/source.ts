import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { list1286Extract } from './extract.ts';

export const usDod1286: Source = {
  id: 'us-dod-1286',
  title: 'Foreign institutions and talent programmes (section 1286)',
  publisher: 'US Department of Defense (Department of War)',
  regimes: ['us-dod-1286'],
  addresses: [],
  freshnessDays: 500,
  mayLosePercent: 40,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [list1286Extract],
};
