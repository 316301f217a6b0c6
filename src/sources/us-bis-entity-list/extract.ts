import { type ExtractEntry, jsonExtractFormat } from '../extract/json-extract.ts';
import { addAttribute, type Draft } from '../record-draft.ts';
import { footnotesOf } from './footnotes.ts';

/** Extract of Supplement No. 4 to 15 CFR part 744; the licence review policy is not in it. */
export const entityListExtract = jsonExtractFormat({
  listId: 'bis-entity-list',
  title: 'Extract of the eCFR text as JSON',
  regime: 'us-bis-entity-list',
  schema: () => 'LegalEntity',
  detail: (draft: Draft, entry: ExtractEntry) => {
    if (/^Address \d+$/.test(entry.name)) addAttribute(draft, 'entry kind', 'address only');
    return {
      programs: footnotesOf(entry.notes),
      ...(entry.notes ? { requirement: entry.notes } : {}),
    };
  },
});
