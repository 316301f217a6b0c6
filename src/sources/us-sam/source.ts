import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { samExclusionsCsv } from './exclusions-csv.ts';

export const usSam: Source = {
  id: 'us-sam',
  title: 'SAM.gov exclusions',
  publisher: 'US General Services Administration',
  regimes: ['us-sam'],
  addresses: [],
  freshnessDays: 7,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [samExclusionsCsv],
};
