import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';
import { unConsolidatedXml } from './consolidated-xml.ts';

export const unSc: Source = {
  id: 'un-sc',
  title: 'United Nations Security Council Consolidated List',
  publisher: 'United Nations Security Council',
  regimes: ['un-sc'],
  addresses: [
    {
      format: 'un-sc-xml',
      files: [
        { name: 'consolidated.xml', url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [unConsolidatedXml],
};
