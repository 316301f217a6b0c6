import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { native1260hExtract, notice1260hExtract } from './extract.ts';

export const usDod1260h: Source = {
  id: 'us-dod-1260h',
  title: 'Chinese military companies operating in the United States (section 1260H)',
  publisher: 'US Department of Defense (Department of War)',
  regimes: ['us-dod-1260h'],
  addresses: [],
  freshnessDays: 400,
  mayLosePercent: 40,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [notice1260hExtract, native1260hExtract],
};
