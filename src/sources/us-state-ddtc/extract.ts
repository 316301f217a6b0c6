import type { ExtractEntry } from '../extract/json-extract.ts';
import { jsonExtractFormat } from '../extract/json-extract.ts';
import { addBirthDate, type Draft } from '../record-draft.ts';
import { readWrittenDay } from '../written-day.ts';

function debarred(listId: string, title: string, program: string) {
  return jsonExtractFormat({
    listId,
    title,
    regime: 'us-state-ddtc',
    schema: (entry) => (isPersonName(entry.name) ? 'Person' : 'LegalEntity'),
    detail: (draft: Draft, entry: ExtractEntry) => {
      const text = /Date of birth: ([^;|]+)/.exec(entry.notes ?? '')?.[1]?.replace(',', '');
      const day = text ? readWrittenDay(text, 'month first') : undefined;
      if (day) {
        addBirthDate(draft, day);
        draft.schema = 'Person';
      }
      return { programs: [program] };
    },
  });
}

/** `Surname, Given`: one comma with no legal form behind it. */
export function isPersonName(name: string): boolean {
  return (
    /^[^,]+, [^,]+$/.test(name) &&
    !/\b(?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|Limited|GmbH|S\.A|Pty|Company)\b/i.test(name)
  );
}

export const statutoryDebarments = debarred(
  'state-debarred-statutory',
  'Statutory debarments, extract as JSON',
  'statutory debarment',
);
export const administrativeDebarments = debarred(
  'state-debarred-admin',
  'Administrative debarments, extract as JSON',
  'administrative debarment',
);
