import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { debarredCsv2018, debarredCsvOlder } from './debarred-csv.ts';
import { statutoryDebarments } from './extract.ts';

export const usStateDdtc: Source = {
  id: 'us-state-ddtc',
  title: 'Parties debarred under the Arms Export Control Act, by statute',
  publisher: 'US Department of State, Directorate of Defense Trade Controls',
  regimes: ['us-state-ddtc'],
  addresses: [],
  freshnessDays: 180,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [statutoryDebarments, debarredCsv2018, debarredCsvOlder],
};
