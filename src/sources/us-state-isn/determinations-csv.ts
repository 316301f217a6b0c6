import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';

/** The determinations as the International Trade Administration kept them: one row for each party and authority. */
export const determinationsCsv = mappedFormat(
  defineMapping({
    id: 'state-isn-csv',
    title: 'Nonproliferation sanctions, CSV of the International Trade Administration',
    regime: 'us-state-isn',
    file: '(^|/)isn.*\\.csv$',
    delimiter: ',',
    numberOrder: 'month first',
    group: true,
    columns: {
      Name: { to: 'name', bracketed: true },
      'Alternative Names': { to: 'name', kind: 'alias', split: ';' },
      Programs: { to: 'program', split: ';' },
      Country: { to: 'country' },
      'Federal Register Notice': { to: 'citation' },
      'Effective Date': { to: 'from' },
      'Remarks/Notes': { to: 'listing remark' },
    },
    leftOut: { 'Source List': 'always ISN', 'Web Link': 'address of the publisher’s page' },
  }),
  { id: 'state-isn-csv', skips: (row) => row.join(['Source List', 'Name', 'Programs']) === undefined },
);
