import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';

/**
 * The public extract of exclusions, version 2 (`SAM_Exclusions_Public_Extract_V2_YYDDD.CSV`, out of its ZIP). No whole file
 * could be had; the header is that of rows of one that others test with.
 */
export const samExclusionsCsv = mappedFormat(
  defineMapping({
    id: 'sam-exclusions-csv',
    title: 'SAM.gov public exclusions extract, CSV',
    regime: 'us-sam',
    file: 'exclusion.*\\.csv$',
    delimiter: ',',
    numberOrder: 'month first',
    columns: {
      Classification: {
        to: 'schema',
        values: {
          Individual: 'Person',
          Firm: 'Company',
          Vessel: 'Vessel',
          'Special Entity Designation': 'Organization',
        },
      },
      Name: { to: 'name' },
      Prefix: { to: 'title' },
      First: { to: 'name' },
      Middle: { to: 'name' },
      Last: { to: 'name' },
      Suffix: { to: 'name' },
      'Address 1': { to: 'address', part: 'street' },
      'Address 2': { to: 'attribute', name: 'address line 2' },
      'Address 3': { to: 'attribute', name: 'address line 3' },
      'Address 4': { to: 'attribute', name: 'address line 4' },
      City: { to: 'address', part: 'city' },
      'State / Province': { to: 'address', part: 'region' },
      Country: { to: 'address', part: 'country' },
      'Zip Code': { to: 'address', part: 'postal code' },
      'Unique Entity ID': { to: 'identifier', kind: 'UEI' },
      CAGE: { to: 'identifier', kind: 'CAGE' },
      NPI: { to: 'identifier', kind: 'other', label: 'NPI' },
      'Exclusion Program': { to: 'program' },
      'Excluding Agency': { to: 'attribute', name: 'excluding agency' },
      'CT Code': { to: 'attribute', name: 'cause and treatment code' },
      'Exclusion Type': { to: 'requirement' },
      'Additional Comments': { to: 'remark' },
      'Active Date': { to: 'from' },
      'Termination Date': { to: 'until', lasting: ['Indefinite'] },
      'Record Status': { to: 'listing remark' },
      'Cross-Reference': { to: 'remark' },
      'SAM Number': { to: 'entry id' },
      Creation_Date: { to: 'attribute', name: 'created' },
    },
    optional: ['CT Code', 'NPI', 'Creation_Date', 'Cross-Reference', 'Record Status', 'Address 4'],
    leftOut: {
      'Open Data Flag': 'whether the record is public; all in this file are',
      'Blank (Deprecated)': 'empty',
    },
  }),
  { id: 'sam-exclusions-csv' },
);
