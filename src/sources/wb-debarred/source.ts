import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';
import { debarredWorkbook } from './workbook.ts';

export const wbDebarred: Source = {
  id: 'wb-debarred',
  title: 'World Bank Listing of Ineligible Firms and Individuals',
  publisher: 'World Bank Group',
  regimes: ['wb-debarred'],
  addresses: [],
  freshnessDays: 30,
  mayLosePercent: 30,
  licence: checkPublisher,
  verified: 'from memory',
  formats: [debarredWorkbook],
};
