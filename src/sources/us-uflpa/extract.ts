import { jsonExtractFormat } from '../extract/json-extract.ts';
import { sectionsOf } from './sections.ts';

/** Extract of the DHS page. */
export const uflpaExtract = jsonExtractFormat({
  listId: 'dhs-uflpa',
  title: 'Extract of the DHS page as JSON',
  regime: 'us-uflpa',
  schema: () => 'Company',
  detail: (_, entry) => ({ programs: sectionsOf(entry.notes ?? '') }),
});
