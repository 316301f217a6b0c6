import { jsonExtractFormat } from '../extract/json-extract.ts';

/** Extract of Supplement No. 7 to 15 CFR part 744. */
export const militaryEndUserExtract = jsonExtractFormat({
  listId: 'bis-meu',
  title: 'Extract of Supplement No. 7 to 15 CFR part 744 as JSON',
  regime: 'us-bis-meu',
  schema: () => 'LegalEntity',
  detail: (draft, entry) => {
    const parent = /^Subordinate institution of (.+)$/.exec(entry.notes ?? '')?.[1];
    if (parent) {
      draft.relations.push({ kind: 'subsidiary', end: 'owned', otherName: parent, text: entry.notes! });
    }
    return {};
  },
});
