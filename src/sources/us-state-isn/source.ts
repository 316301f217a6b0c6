import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { determinationsCsv } from './determinations-csv.ts';
import { nonproliferationExtract } from './extract.ts';

export const usStateIsn: Source = {
  id: 'us-state-isn',
  title: 'Nonproliferation sanctions',
  publisher: 'US Department of State, Bureau of Arms Control and Nonproliferation',
  regimes: ['us-state-isn'],
  addresses: [],
  freshnessDays: 180,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [nonproliferationExtract, determinationsCsv],
};
