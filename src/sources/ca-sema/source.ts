import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';
import { semaXml } from './xml.ts';

export const caSema: Source = {
  id: 'ca-sema',
  title: 'Consolidated Canadian Autonomous Sanctions List (SEMA and JVCFOA)',
  publisher: 'Global Affairs Canada',
  regimes: ['ca-sema'],
  addresses: [
    {
      format: 'ca-sema-xml',
      files: [
        {
          name: 'sema-lmes.xml',
          url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
        },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [semaXml],
};
