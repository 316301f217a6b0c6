import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';

/** Two columns of the EU’s CSV, as some redistribute them: every name in every language, with its programme; no ids. */
export const euNamesDerived = mappedFormat(
  defineMapping({
    id: 'eu-fsf-names-derived',
    title: 'Two columns of the EU CSV (names and programmes)',
    regime: 'eu-fsf',
    file: '\\.csv$',
    delimiter: ';',
    columns: {
      NameAlias_WholeName: { to: 'name' },
      Entity_Regulation_Programme: { to: 'program' },
    },
  }),
  { id: 'eu-fsf-names-derived', partial: true, endsWithLineEnd: true },
);
