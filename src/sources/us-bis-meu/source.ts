import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { militaryEndUserExtract } from './extract.ts';

export const usBisMeu: Source = {
  id: 'us-bis-meu',
  title: 'Military End-User List (Supplement No. 7 to 15 CFR part 744)',
  publisher: 'US Department of Commerce, Bureau of Industry and Security',
  regimes: ['us-bis-meu'],
  addresses: [],
  freshnessDays: 60,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [militaryEndUserExtract],
};
