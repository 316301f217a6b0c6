import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { unverifiedCsv } from './unverified-csv.ts';

export const usBisUvl: Source = {
  id: 'us-bis-uvl',
  title: 'Unverified List (Supplement No. 6 to 15 CFR part 744)',
  publisher: 'US Department of Commerce, Bureau of Industry and Security',
  regimes: ['us-bis-uvl'],
  addresses: [],
  freshnessDays: 60,
  mayLosePercent: 30,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [unverifiedCsv],
};
