import { publicDomainUs } from '../licences.ts';
import { legacyCsvFormat } from '../ofac/legacy-csv.ts';
import { consolidatedRegimes } from '../ofac/listings.ts';
import type { Source } from '../source.ts';

const service = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';

/** OFAC's lists other than SDN: sectoral, NS-CMIC, menu-based, CAPTA, evaders, Palestinian Legislative Council. */
export const usOfacConsolidated: Source = {
  id: 'us-ofac-consolidated',
  title: 'OFAC Consolidated (non-SDN) Sanctions List',
  publisher: 'US Treasury, Office of Foreign Assets Control',
  regimes: consolidatedRegimes,
  addresses: [
    {
      format: 'ofac-consolidated-csv',
      files: [
        { name: 'cons_prim.csv', url: `${service}/CONS_PRIM.CSV` },
        { name: 'cons_add.csv', url: `${service}/CONS_ADD.CSV` },
        { name: 'cons_alt.csv', url: `${service}/CONS_ALT.CSV` },
        { name: 'cons_comments.csv', url: `${service}/CONS_COMMENTS.CSV` },
      ],
    },
  ],
  freshnessDays: 30,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'from memory',
  formats: [legacyCsvFormat('consolidated')],
};
