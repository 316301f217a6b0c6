import { nativeNamesFormat } from '../extract/native-names.ts';
import { checkPublisher } from '../licences.ts';
import type { Source } from '../source.ts';

export const caIsed: Source = {
  id: 'ca-ised-nro',
  title: 'Named Research Organizations',
  publisher: 'Innovation, Science and Economic Development Canada',
  regimes: ['ca-ised-nro'],
  addresses: [],
  freshnessDays: 400,
  mayLosePercent: 20,
  licence: checkPublisher,
  verified: 'secondary',
  formats: [
    nativeNamesFormat({
      id: 'ca-ised-extract-csv',
      title: 'Extract with native-script names, CSV',
      regime: 'ca-ised-nro',
      file: 'named-research-organizations.*\\.csv$',
      detail: (draft) => {
        draft.schema = 'Organization';
      },
    }),
  ],
};
