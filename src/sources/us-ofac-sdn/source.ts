import { publicDomainUs } from '../licences.ts';
import { legacyCsvFormat } from '../ofac/legacy-csv.ts';
import { sdnRegimes } from '../ofac/listings.ts';
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
  ],
  freshnessDays: 7,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [legacyCsvFormat('sdn')],
};
