import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';
import type { Draft } from '../record-draft.ts';
import type { Format } from '../source.ts';

/** Extracts with native-script names: `source_row,name_english,name_native,aliases,countries`. */
export function nativeNamesFormat(options: {
  readonly id: string;
  readonly title: string;
  readonly regime: string;
  readonly file: string;
  readonly citation?: string;
  readonly detail?: (draft: Draft) => void;
}): Format {
  return mappedFormat(
    defineMapping({
      id: options.id,
      title: options.title,
      regime: options.regime,
      file: options.file,
      delimiter: ',',
      ...(options.citation ? { citation: options.citation } : {}),
      columns: {
        name_english: { to: 'name', bracketed: true },
        name_native: { to: 'name', kind: 'native', bracketed: true },
        aliases: { to: 'name', kind: 'alias', split: ';' },
        countries: { to: 'country', split: ';' },
      },
      leftOut: { source_row: 'row of the third party’s file' },
    }),
    { id: options.id, endsWithLineEnd: true, ...(options.detail ? { detail: options.detail } : {}) },
  );
}
