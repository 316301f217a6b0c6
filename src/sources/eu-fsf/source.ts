import { reuseEu } from '../licences.ts';
import type { Source } from '../source.ts';
import { euNamesDerived } from './derived.ts';
import { euFsfXml } from './xml.ts';

export const euFsf: Source = {
  id: 'eu-fsf',
  title: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
  publisher: 'European Commission',
  regimes: ['eu-fsf'],
  addresses: [
    {
      format: 'eu-fsf-xml',
      files: [
        {
          name: 'xmlFullSanctionsList_1_1.xml',
          url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
        },
      ],
    },
  ],
  freshnessDays: 7,
  mayLosePercent: 10,
  licence: reuseEu,
  verified: 'secondary',
  formats: [euFsfXml, euNamesDerived],
};
