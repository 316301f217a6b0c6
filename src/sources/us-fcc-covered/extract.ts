import { jsonExtractFormat } from '../extract/json-extract.ts';
import { addAttribute } from '../record-draft.ts';
import { readItem } from './item.ts';

/** Extract of the FCC’s page, one entry for each company; long items are cut in it. */
export const coveredExtract = jsonExtractFormat({
  listId: 'fcc-covered',
  title: 'Extract of the Covered List page as JSON',
  regime: 'us-fcc-covered',
  citation: '47 CFR 1.50002; Secure and Trusted Communications Networks Act, section 2',
  schema: (entry) => (isClass(entry.notes) ? 'LegalEntity' : 'Company'),
  detail: (draft, entry) => {
    const item = readItem(entry.notes ?? '');
    if (isClass(entry.notes))
      addAttribute(draft, 'entry kind', 'class of equipment or services, not a party');
    else addAttribute(draft, 'covered equipment or services', item.category);
    addAttribute(draft, 'purpose', item.purpose);
    addAttribute(draft, 'reaches', item.reaches);
    return entry.notes ? { requirement: entry.notes } : {};
  },
});

function isClass(notes: string | undefined): boolean {
  return /^Category listing/.test(notes ?? '');
}
