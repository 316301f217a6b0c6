import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';
import { secoXmlFormat } from './xml.ts';

export const chSeco: Source = {
  id: 'ch-seco',
  title: 'Swiss sanctions list',
  publisher: 'State Secretariat for Economic Affairs (SECO)',
  regimes: ['ch-seco'],
  addresses: [
    {
      format: 'ch-seco-whole-list-xml',
      files: [
        {
          name: 'consolidated-list.xml',
          url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
        },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [secoXmlFormat('whole-list'), secoXmlFormat('amendment')],
};
