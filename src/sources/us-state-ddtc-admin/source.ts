import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { administrativeDebarments } from '../us-state-ddtc/extract.ts';

export const usStateDdtcAdmin: Source = {
  id: 'us-state-ddtc-admin',
  title: 'Parties debarred under the Arms Export Control Act, by administrative decision',
  publisher: 'US Department of State, Directorate of Defense Trade Controls',
  regimes: ['us-state-ddtc'],
  addresses: [],
  freshnessDays: 400,
  mayLosePercent: 50,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [administrativeDebarments],
};
