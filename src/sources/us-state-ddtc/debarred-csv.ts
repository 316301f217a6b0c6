import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping, type MappingInput } from '../mapping/mapping.ts';
import { isPersonName } from './extract.ts';

/** The header was written with and without capitals. */
function debarredCsv(id: string, nameColumn: string) {
  const mapping: MappingInput = {
    id,
    title: 'Statutory debarments, CSV',
    regime: 'us-state-ddtc',
    file: 'debarred.*\\.csv$',
    delimiter: ',',
    numberOrder: 'month first',
    columns: {
      [nameColumn]: { to: 'name', bracketed: true },
      'Date of Birth': { to: 'birth date' },
      Notice: { to: 'citation' },
      'Notice Date': { to: 'from' },
      'Corrected Notice': { to: 'citation' },
      'Corrected Notice Date': { to: 'date', name: 'corrected notice' },
    },
  };
  return mappedFormat(defineMapping(mapping), {
    id,
    detail: (draft) => {
      if (draft.birthDates.length > 0 || isPersonName(draft.names[0]?.text ?? '')) draft.schema = 'Person';
    },
  });
}

export const debarredCsv2018 = debarredCsv('state-ddtc-csv', 'Debarred Party Full Name and Alias');
export const debarredCsvOlder = debarredCsv('state-ddtc-csv-older', 'Debarred Party Full Name And Alias');
