import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';
import { regulation8Workbook } from './workbook.ts';

export const auDfat: Source = {
  id: 'au-dfat',
  title: 'Consolidated List of persons and entities subject to Australian sanctions',
  publisher: 'Australia, Department of Foreign Affairs and Trade',
  regimes: ['au-dfat'],
  addresses: [
    {
      format: 'au-dfat-xlsx',
      files: [
        {
          name: 'regulation8_consolidated.xlsx',
          url: 'https://www.dfat.gov.au/sites/default/files/regulation8_consolidated.xlsx',
        },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [regulation8Workbook],
};
