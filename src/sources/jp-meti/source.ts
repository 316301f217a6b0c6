import { nativeNamesFormat } from '../extract/native-names.ts';
import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';

export const jpMeti: Source = {
  id: 'jp-meti',
  title: 'Foreign End User List',
  publisher: 'Japan, Ministry of Economy, Trade and Industry',
  regimes: ['jp-meti'],
  addresses: [],
  freshnessDays: 400,
  mayLosePercent: 20,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [
    nativeNamesFormat({
      id: 'jp-meti-extract-csv',
      title: 'Extract with native-script names, CSV',
      regime: 'jp-meti',
      file: 'meti.*\\.csv$',
    }),
  ],
};
