import { jsonExtractFormat } from '../extract/json-extract.ts';
import { nativeNamesFormat } from '../extract/native-names.ts';
import { addName, type Draft } from '../record-draft.ts';

/** Extract of the Federal Register notice; subsidiaries stand in the notes of their parent. */
export const notice1260hExtract = jsonExtractFormat({
  listId: 'dow-1260h',
  title: 'Extract of the Federal Register notice as JSON',
  regime: 'us-dod-1260h',
  schema: () => 'Company',
  detail: (draft, entry) => {
    const listed = /^Listed together with subsidiaries: (.+?)\.?(?: \| |$)/.exec(entry.notes ?? '')?.[1];
    for (const name of listed ? splitCompanies(listed) : []) {
      draft.relations.push({
        kind: 'subsidiary',
        end: 'owner',
        otherName: name,
        text: `Listed together with subsidiary: ${name}`,
      });
    }
    return {};
  },
});

/** Commas stand inside company names too; a new name begins after a comma that no legal form follows. */
function splitCompanies(text: string): string[] {
  return text
    .split(/,\s+(?:and\s+)?(?!(?:Inc|Ltd|LLC|PLC|Co|Corp|Limited|Americas)\b)|\s\.\s/)
    .map((name) => name.replace(/^and\s+/, '').trim())
    .filter((name) => name !== '');
}

/** Extract with names in Chinese, subsidiaries as rows of their own. */
export const native1260hExtract = nativeNamesFormat({
  id: 'dod-1260h-extract-csv',
  title: 'Extract with native-script names, CSV',
  regime: 'us-dod-1260h',
  file: 'section-1260h.*\\.csv$',
  detail: (draft) => {
    draft.schema = 'Company';
    addShortName(draft);
  },
});

/** `Hangzhou Hikvision Digital Technology (Hikvision)`: the bracket is the short name. */
function addShortName(draft: Draft): void {
  const primary = draft.names[0];
  const bracket = /^(.+?)\s*\((?!formerly|USA|BVI|Group|North|Hong|Shen)([^()]{2,40})\)$/.exec(
    primary?.text ?? '',
  );
  if (!primary || !bracket) return;
  draft.names[0] = { ...primary, text: bracket[1]! };
  addName(draft, bracket[2], 'alias');
}
