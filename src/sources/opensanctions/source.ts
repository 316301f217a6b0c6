import type { Source } from '../source.ts';
import { ftmLines, simpleCsv } from './formats.ts';

/** Exports of OpenSanctions, for lists that have no reader here; each data set is a regime `os-...` of its own. */
export const openSanctions: Source = {
  id: 'opensanctions',
  title: 'OpenSanctions export',
  publisher: 'OpenSanctions Datenbanken GmbH',
  regimes: ['opensanctions', 'os-*'],
  addresses: [],
  freshnessDays: 7,
  mayLosePercent: 20,
  licence: 'CC BY-NC 4.0, or a licence bought from OpenSanctions',
  verified: 'secondary',
  extra: true,
  formats: [ftmLines, simpleCsv],
};
