import { publicDomainUs } from '../licences.ts';
import { advancedXmlFormat } from '../ofac/advanced-xml.ts';
import { enhancedXmlFormat } from '../ofac/enhanced-xml.ts';
import { legacyCsvFormat } from '../ofac/legacy-csv.ts';
import { sdnRegimes } from '../ofac/listings.ts';
import { sdnXmlFormat } from '../ofac/sdn-xml.ts';
import type { Source } from '../source.ts';

const service = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';

/** The Specially Designated Nationals and Blocked Persons List. */
export const usOfacSdn: Source = {
  id: 'us-ofac-sdn',
  title: 'Specially Designated Nationals and Blocked Persons List (SDN)',
  publisher: 'US Treasury, Office of Foreign Assets Control',
  regimes: sdnRegimes,
  addresses: [
    {
      format: 'ofac-sdn-csv',
      files: [
        { name: 'sdn.csv', url: `${service}/SDN.CSV` },
        { name: 'add.csv', url: `${service}/ADD.CSV` },
        { name: 'alt.csv', url: `${service}/ALT.CSV` },
        { name: 'sdn_comments.csv', url: `${service}/SDN_COMMENTS.CSV` },
      ],
    },
    { format: 'ofac-sdn-xml', files: [{ name: 'sdn.xml', url: `${service}/SDN.XML` }] },
    {
      format: 'ofac-sdn-advanced-xml',
      files: [{ name: 'sdn_advanced.xml', url: `${service}/SDN_ADVANCED.XML` }],
    },
    {
      format: 'ofac-sdn-enhanced-xml',
      files: [{ name: 'sdn_enhanced.xml', url: `${service}/SDN_ENHANCED.XML` }],
    },
  ],
  freshnessDays: 7,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [legacyCsvFormat('sdn'), sdnXmlFormat('sdn'), advancedXmlFormat('sdn'), enhancedXmlFormat('sdn')],
};
