import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { annexExtract, cmicExtract } from './extract.ts';

/** The list by itself; OFAC’s consolidated list has it too, with identifiers and all three dates. */
export const usOfacNsCmic: Source = {
  id: 'us-ofac-ns-cmic',
  title: 'Non-SDN Chinese Military-Industrial Complex Companies List',
  publisher: 'US Treasury, Office of Foreign Assets Control',
  regimes: ['us-ns-cmic'],
  addresses: [],
  freshnessDays: 400,
  mayLosePercent: 20,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [cmicExtract, { ...annexExtract, partial: true }],
};
