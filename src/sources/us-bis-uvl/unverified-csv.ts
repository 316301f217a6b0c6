import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';

/** Country, name and address, one row for each address. */
export const unverifiedCsv = mappedFormat(
  defineMapping({
    id: 'bis-uvl-csv',
    title: 'Unverified List, CSV',
    regime: 'us-bis-uvl',
    file: '(^|/)uvl.*\\.csv$',
    delimiter: ',',
    group: true,
    columns: {
      COUNTRY: { to: 'country' },
      NAME: { to: 'name' },
      ADDRESS: { to: 'address' },
    },
  }),
  { id: 'bis-uvl-csv' },
);
