import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { coveredExtract } from './extract.ts';
import { coveredTable } from './table-csv.ts';

export const usFccCovered: Source = {
  id: 'us-fcc-covered',
  title: 'Covered List of communications equipment and services',
  publisher: 'US Federal Communications Commission',
  regimes: ['us-fcc-covered'],
  addresses: [],
  freshnessDays: 60,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [coveredTable, coveredExtract],
};
