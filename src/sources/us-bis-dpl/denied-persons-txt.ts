import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';

/** BIS’s tab-separated file; one row for each address of a denied person. */
export const deniedPersonsTxt = mappedFormat(
  defineMapping({
    id: 'bis-dpl-txt',
    title: 'Denied Persons List, tab-separated',
    regime: 'us-bis-dpl',
    file: '\\.(txt|csv)$',
    delimiter: '\t',
    numberOrder: 'month first',
    group: true,
    columns: {
      Name: { to: 'name' },
      Street_Address: { to: 'address', part: 'street' },
      City: { to: 'address', part: 'city' },
      State: { to: 'address', part: 'region' },
      Country: { to: 'address', part: 'country' },
      Postal_Code: { to: 'address', part: 'postal code' },
      Effective_Date: { to: 'from' },
      Expiration_Date: { to: 'until' },
      Standard_Order: { to: 'attribute', name: 'standard order' },
      Last_Update: { to: 'attribute', name: 'last update' },
      Action: { to: 'listing remark' },
      FR_Citation: { to: 'citation' },
    },
  }),
  {
    id: 'bis-dpl-txt',
    skips: (row) => row.join(['Name', 'Street_Address', 'City', 'FR_Citation']) === undefined,
  },
);
