import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { withholdReleaseExtract } from './extract.ts';

export const usCbpWro: Source = {
  id: 'us-cbp-wro',
  title: 'Withhold release orders and findings (19 U.S.C. 1307)',
  publisher: 'US Customs and Border Protection',
  regimes: ['us-cbp-wro'],
  addresses: [],
  freshnessDays: 120,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [withholdReleaseExtract],
};
