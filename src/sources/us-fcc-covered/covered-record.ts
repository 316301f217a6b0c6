import type { Day } from '../../model/day.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { addAttribute, addName, contentId, finishRecord, regime, startRecord } from '../record-draft.ts';
import { readItem } from './item.ts';

/** The records of one item: one for each company named, or one for the class of products. */
export function* recordsOfItem(
  text: string,
  from: Day | undefined,
  updates: readonly string[],
  file: string,
  line: number,
): Generator<SourceRecord> {
  const item = readItem(text);
  const names = item.names.length > 0 ? item.names : [item.category];
  for (const [index, name] of names.entries()) {
    const draft = startRecord(contentId(name, 'us-fcc-covered'), 'Company', file, line);
    addName(draft, name, 'primary');
    if (item.names.length === 0) {
      draft.schema = 'LegalEntity';
      addAttribute(draft, 'entry kind', 'class of equipment or services, not a party');
    }
    addAttribute(draft, 'covered equipment or services', item.category);
    addAttribute(draft, 'purpose', item.purpose);
    addAttribute(draft, 'reaches', item.reaches);
    for (const update of updates) addAttribute(draft, 'updated', update);
    if (index > 0) {
      draft.relations.push({
        kind: 'subsidiary',
        end: 'owned',
        otherName: names[0]!,
        text: `wholly-owned subsidiary of ${names[0]}`,
      });
    }
    draft.listings.push({
      regime: regime('us-fcc-covered'),
      ...(from ? { from } : {}),
      citation: '47 CFR 1.50002; Secure and Trusted Communications Networks Act, section 2',
      programs: [],
      requirement: text,
    });
    yield finishRecord(draft);
  }
}
