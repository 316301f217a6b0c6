import { publicDomainUs } from '../licences.ts';
import type { Source } from '../source.ts';
import { entityListCsv } from './agency-csv.ts';
import { entityListExtract } from './extract.ts';
import { registerXmlFormat } from './register-xml.ts';

/** Supplement No. 4 to 15 CFR part 744. */
export const usBisEntityList: Source = {
  id: 'us-bis-entity-list',
  title: 'Entity List (Supplement No. 4 to 15 CFR part 744)',
  publisher: 'US Department of Commerce, Bureau of Industry and Security',
  regimes: ['us-bis-entity-list'],
  addresses: [
    {
      format: 'bis-entity-list-ecfr-xml',
      files: [
        {
          name: 'title-15-part-744.xml',
          url: 'https://www.ecfr.gov/api/versioner/v1/full/current/title-15.xml?part=744&appendix=Supplement%20No.%204%20to%20Part%20744',
        },
      ],
    },
  ],
  freshnessDays: 14,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [registerXmlFormat('ecfr'), entityListExtract, registerXmlFormat('rule'), entityListCsv],
};
