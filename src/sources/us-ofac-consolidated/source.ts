import { publicDomainUs } from '../licences.ts';
import { advancedXmlFormat } from '../ofac/advanced-xml.ts';
import { enhancedXmlFormat } from '../ofac/enhanced-xml.ts';
import { legacyCsvFormat } from '../ofac/legacy-csv.ts';
import { consolidatedRegimes, sdnRegimes } from '../ofac/listings.ts';
import { sdnXmlFormat } from '../ofac/sdn-xml.ts';
import type { Source } from '../source.ts';

const service = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';

/** OFAC's lists other than SDN: sectoral, NS-CMIC, menu-based, CAPTA, evaders, Palestinian Legislative Council. */
export const usOfacConsolidated: Source = {
  id: 'us-ofac-consolidated',
  title: 'OFAC Consolidated (non-SDN) Sanctions List',
  publisher: 'US Treasury, Office of Foreign Assets Control',
  // A party of this list that is blocked too carries its SDN listing in the XML forms.
  regimes: [...consolidatedRegimes, ...sdnRegimes],
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
    {
      format: 'ofac-consolidated-xml',
      files: [{ name: 'consolidated.xml', url: `${service}/CONSOLIDATED.XML` }],
    },
    {
      format: 'ofac-consolidated-advanced-xml',
      files: [{ name: 'cons_advanced.xml', url: `${service}/CONS_ADVANCED.XML` }],
    },
    {
      format: 'ofac-consolidated-enhanced-xml',
      files: [{ name: 'cons_enhanced.xml', url: `${service}/CONS_ENHANCED.XML` }],
    },
  ],
  freshnessDays: 30,
  mayLosePercent: 10,
  licence: publicDomainUs,
  verified: 'secondary',
  formats: [
    legacyCsvFormat('consolidated'),
    sdnXmlFormat('consolidated'),
    advancedXmlFormat('consolidated'),
    enhancedXmlFormat('consolidated'),
  ],
};
